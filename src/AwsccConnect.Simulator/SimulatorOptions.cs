namespace AwsccConnect;

/// <summary>What a <see cref="ConnectSimulator"/> starts with. The values are copied at the start; later changes have no effect.</summary>
public sealed class SimulatorOptions
{
    /// <summary>TCP port on 127.0.0.1, 0-65535; 0 picks a free one.</summary>
    public int Port { get; set; }

    /// <summary>Number of seeded users, 0-1,000,000.</summary>
    public int UserCount { get; set; } = 25;

    /// <summary>Number of seeded instances, 1-10; the users are distributed evenly among them.</summary>
    public int InstanceCount { get; set; } = 1;

    /// <summary>Seed of everything that looks random: identifiers, names, latencies, fault probabilities.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Region of the resources.</summary>
    public string Region { get; set; } = "eu-west-2";

    /// <summary>Account in the ARNs, 12 digits.</summary>
    public string AccountId { get; set; } = "123456789012";

    /// <summary>Identity management of the seeded instances.</summary>
    public SimulatorIdentityManagement IdentityManagement { get; set; } = SimulatorIdentityManagement.ConnectManaged;

    /// <summary>Edition of the user schema that desired and patched states are validated against.</summary>
    public SimulatorSchemaProfile SchemaProfile { get; set; } = SimulatorSchemaProfile.Current;

    /// <summary>Milliseconds every call takes at least, 0-600,000.</summary>
    public double LatencyMilliseconds { get; set; }

    /// <summary>When greater than <see cref="LatencyMilliseconds"/>, the latency of a call is drawn evenly from between the two, in milliseconds.</summary>
    public double LatencyMaximumMilliseconds { get; set; }

    /// <summary>Seconds a resource handler works on a write, 0-86,400. At 0 the write is done by the time its response (IN_PROGRESS) arrives.</summary>
    public double HandlerSeconds { get; set; }

    /// <summary>When greater than <see cref="HandlerSeconds"/>, the handler time is drawn evenly from between the two, in seconds.</summary>
    public double HandlerMaximumSeconds { get; set; }

    /// <summary>
    /// Seconds after its creation in which a user is listed but not found by reads, updates and deletes, 0-3,600: AWS is eventually consistent.
    /// </summary>
    public double ReadDelaySeconds { get; set; }

    /// <summary>Seconds until SearchUsers shows a change, 0-3,600: the search index of AWS follows behind.</summary>
    public double SearchDelaySeconds { get; set; }

    /// <summary>IAM actions that the caller is denied, with * and ?; see <see cref="ConnectSimulator.Deny"/>.</summary>
    public IList<string> Deny { get; set; } = [];

    /// <summary>Whether unfinished progress events carry RetryAfter, as those of handlers with a callback delay do.</summary>
    public bool SendRetryAfter { get; set; } = true;

    /// <summary>
    /// Quotas by name: a Connect API name, a Cloud Control operation name or <c>CloudControl</c> with "rate/burst" (calls per second / calls),
    /// <c>Users</c> with a number of users per instance, and <c>Preset</c>=<c>Aws</c> for the documented defaults. See <see cref="ConnectSimulator.SetQuota"/>.
    /// </summary>
    public IDictionary<string, string> Quota { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Where a handler's throttling shows on writes: <see langword="false"/> (AWS's way) in the progress event as FAILED with ErrorCode Throttling;
    /// <see langword="true"/> as ThrottlingException of the write call itself.
    /// </summary>
    public bool ThrottleWritesAtOnce { get; set; }

    /// <summary>Fault rules in force from the start.</summary>
    public IList<SimulatorFault> Faults { get; set; } = [];

    /// <summary>A JSON file of fault rules, added to <see cref="Faults"/>.</summary>
    public string? FaultPath { get; set; }

    /// <summary>A file that keeps the state across restarts. Its seed, Region and account win over the options when it exists.</summary>
    public string? StatePath { get; set; }

    /// <summary>Access key id that requests must be signed with (Signature Version 4); without it signatures are not looked at.</summary>
    public string? AccessKey { get; set; }

    /// <summary>Secret key that belongs to <see cref="AccessKey"/>. It is never logged nor saved.</summary>
    public string? SecretKey { get; set; }

    /// <summary>Number of calls the call log keeps; the oldest go first. 0-10,000,000.</summary>
    public int MaximumCalls { get; set; } = 100_000;

    /// <summary>Number of requests worked on at the same time, 1-10,000; more wait.</summary>
    public int MaximumConcurrentRequests { get; set; } = 512;

    /// <summary>Resources per page of ListResources, 1-1,000.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>The clock of life cycles, quotas, histories and latencies.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Bounds of connections.</summary>
    internal ConnectionLimits Limits { get; set; } = new();

    internal SimulatorOptions Checked()
    {
        var copy = (SimulatorOptions)MemberwiseClone();
        copy.Quota = new Dictionary<string, string>(Quota, StringComparer.OrdinalIgnoreCase);
        copy.Faults = [.. Faults];
        copy.Deny = [.. Deny];
        Range(Port, 0, 65535, nameof(Port));
        Range(UserCount, 0, 1_000_000, nameof(UserCount));
        Range(InstanceCount, 1, 10, nameof(InstanceCount));
        Range(MaximumCalls, 0, 10_000_000, nameof(MaximumCalls));
        Range(MaximumConcurrentRequests, 1, 10_000, nameof(MaximumConcurrentRequests));
        Range(PageSize, 1, 1000, nameof(PageSize));
        Range(LatencyMilliseconds, 0, 600_000, nameof(LatencyMilliseconds));
        Range(LatencyMaximumMilliseconds, 0, 600_000, nameof(LatencyMaximumMilliseconds));
        Range(HandlerSeconds, 0, 86_400, nameof(HandlerSeconds));
        Range(HandlerMaximumSeconds, 0, 86_400, nameof(HandlerMaximumSeconds));
        Range(ReadDelaySeconds, 0, 3600, nameof(ReadDelaySeconds));
        Range(SearchDelaySeconds, 0, 3600, nameof(SearchDelaySeconds));
        Require(AccountId is { Length: 12 } && AccountId.All(char.IsAsciiDigit), "AccountId has to be 12 digits.");
        Require(
            !string.IsNullOrEmpty(Region) && Region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'),
            "Region has to be a Region's system name such as eu-west-2.");
        Require(string.IsNullOrEmpty(AccessKey) == string.IsNullOrEmpty(SecretKey), "AccessKey and SecretKey go together.");
        return copy;
    }

    private static void Range(double value, double minimum, double maximum, string name)
    {
        if (!(value >= minimum && value <= maximum))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} has to be between {minimum} and {maximum}.");
        }
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message, nameof(condition));
        }
    }
}
