using System.Globalization;
using System.Security.Cryptography;
using AwsccConnect.Simulator;
using AwsccConnect.Simulator.Quotas;
using AwsccConnect.Simulator.Resources;
using AwsccConnect.Simulator.Seeding;
using AwsccConnect.Simulator.Signing;
using AwsccConnect.Simulator.State;

namespace AwsccConnect;

/// <summary>
/// AWS Cloud Control API for Amazon Connect users on loopback: all eight operations for AWS::Connect::User, and reading of instances, routing
/// profiles, security profiles and hierarchy groups; and the list operations and SearchUsers of Amazon Connect's own API. The AWS CLI and the AWS SDKs work against <see cref="Url"/> unchanged.
/// </summary>
public sealed class ConnectSimulator : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);

    private readonly SimulatorWorld _world;
    private readonly LoopbackServer _server;
    private readonly StateKeeper? _keeper;
    private readonly CallLog _log;
    private readonly CancellationTokenSource _stopping = new();
    private int _stopped;

    private ConnectSimulator(SimulatorOptions options, StateDocument? state)
    {
        QuotaBook quotas = new(options.TimeProvider);
        foreach ((var name, var value) in options.Quota.OrderBy(pair => !pair.Key.Equals("Preset", StringComparison.OrdinalIgnoreCase)))
        {
            quotas.Set(name, value);
        }

        Faults = new SimulatorFaults(options.Seed);
        foreach (var fault in options.Faults)
        {
            Faults.Add(fault);
        }

        if (options.FaultPath is not null)
        {
            Faults.AddJson(File.ReadAllText(options.FaultPath));
        }

        var parameters = state?.Parameters ?? SeedParameters.From(options);
        var key = state is null ? RandomNumberGenerator.GetBytes(32) : Convert.FromBase64String(state.FingerprintKey!);
        _world = new SimulatorWorld(parameters, quotas, options.TimeProvider, options.ReadDelaySeconds, options.SearchDelaySeconds);
        foreach (var action in options.Deny)
        {
            _world.Denials.Add(action);
        }

        if (state is not null)
        {
            StateKeeper.Restore(state, _world);
        }

        _log = new CallLog(options.MaximumCalls);
        Started = options.TimeProvider.GetUtcNow();
        _server = LoopbackServer.Bind(options.Port, options.MaximumConcurrentRequests, options.Limits, _stopping.Token);
        if (options.StatePath is not null)
        {
            _keeper = new StateKeeper(_world, options.StatePath, key);
        }

        var signatures = string.IsNullOrEmpty(options.AccessKey)
            ? null
            : new SignatureVerifier(options.AccessKey, options.SecretKey!, parameters.Region);
        SimulatorWorld elsewhere = new(parameters with { InstanceCount = 0, UserCount = 0 }, quotas, options.TimeProvider, 0, 0) { Denials = _world.Denials };
        RequestPipeline pipeline = new(
            _world, RegionalApis.Of(_world, Faults, options, key), RegionalApis.Of(elsewhere, Faults, options, key), Faults, signatures, _log, options, _stopping.Token);
        _server.Start(pipeline.HandleAsync);
    }

    /// <summary>Address to use as the endpoint URL.</summary>
    public Uri Url => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/"));

    /// <summary>The TCP port on 127.0.0.1.</summary>
    public int Port => _server.Port;

    /// <summary>Region of the resources: a request that is signed for another one finds none. Requests without a signature see them.</summary>
    public string Region => _world.Parameters.Region;

    /// <summary>Account of the ARNs.</summary>
    public string AccountId => _world.Parameters.AccountId;

    /// <summary>ARN of the first instance.</summary>
    public string InstanceArn => _world.Instances[0].Arn;

    /// <summary>Alias of the first instance.</summary>
    public string InstanceAlias => _world.Instances[0].Alias;

    /// <summary>The seeded instances with the ARNs of what users refer to.</summary>
    internal IReadOnlyList<InstancePlan> Instances => _world.Instances;

    /// <summary>When it was started.</summary>
    public DateTimeOffset Started { get; }

    /// <summary>Whether it still responds.</summary>
    public bool IsRunning => Volatile.Read(ref _stopped) == 0;

    /// <summary>Number of users at this moment, in all instances.</summary>
    public int UserCount => _world.Read(_ => _world.Store.UserCount);

    /// <summary>Number of calls since the start or the last <see cref="ClearCalls"/>.</summary>
    public long CallCount => _log.Total;

    /// <summary>The latest calls in order of arrival; see <see cref="SimulatorOptions.MaximumCalls"/>. A call appears before its response is sent.</summary>
    public IReadOnlyList<SimulatorCall> Calls => _log.Snapshot();

    /// <summary>The fault rules; change them at any time.</summary>
    public SimulatorFaults Faults { get; }

    /// <summary>The quotas in force by name.</summary>
    public IReadOnlyDictionary<string, string> Quotas => _world.Quotas.Texts;

    /// <summary>Why the state file could not be saved the last time; null when it could or there is none.</summary>
    public Exception? LastStateError => _keeper?.LastError;

    /// <summary>Starts a simulator.</summary>
    /// <param name="options">What it starts with.</param>
    /// <param name="ct">Gives up the start.</param>
    /// <returns>The running simulator.</returns>
    /// <exception cref="ArgumentException">An option, quota or fault rule is malformed.</exception>
    /// <exception cref="IOException">The port is taken, the fault file cannot be read, or the state file is corrupt; it is left as it is.</exception>
    public static Task<ConnectSimulator> StartAsync(SimulatorOptions options, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var copy = options.Checked();
        return Task.Run(() => new ConnectSimulator(copy, copy.StatePath is null ? null : StateFile.Load(copy.StatePath)), ct);
    }

    /// <summary>
    /// Sets a quota at run time: a Connect API (CreateUser, UpdateUser*, ...), a Cloud Control operation or CloudControl with "rate/burst";
    /// UpdateUser (once per update, whatever it changes); Users with a number; Preset with Aws.
    /// </summary>
    /// <param name="name">Name, any case; * gives each API that it matches a bucket of its own.</param>
    /// <param name="value">"calls per second/calls at once", a number of users, or null or empty for no quota.</param>
    /// <exception cref="ArgumentException">The name or the value is malformed.</exception>
    public void SetQuota(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _world.Quotas.Set(name, value);
    }

    /// <summary>
    /// Denies the caller an IAM action from now on: of Amazon Connect (<c>connect:SearchUsers</c>), for calls of its own API and for those that
    /// Cloud Control's handlers make, or of Cloud Control (<c>cloudformation:CreateResource</c>).
    /// </summary>
    /// <param name="action">The action, with * and ?, any case.</param>
    /// <exception cref="ArgumentException">It is no action.</exception>
    public void Deny(string action)
    {
        ArgumentException.ThrowIfNullOrEmpty(action);
        _world.Denials.Add(action);
    }

    /// <summary>Removes a denial.</summary>
    /// <param name="action">The action, as it was denied.</param>
    /// <returns>Whether it was denied.</returns>
    public bool Allow(string action) => _world.Denials.Remove(action);

    /// <summary>The denied actions.</summary>
    public IReadOnlyList<string> DeniedActions => _world.Denials.Patterns;

    /// <summary>The properties of any resource as a read gives them, without a call being made.</summary>
    /// <param name="identifier">Primary identifier (ARN).</param>
    /// <returns>JSON text.</returns>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public string GetProperties(string identifier) => _world.Read(_ => _world.Store.Find(identifier)?.ReadJson(_world.Seeded))
        ?? throw new KeyNotFoundException($"There is no resource with identifier {identifier}.");

    /// <summary>Identifier of a user.</summary>
    /// <param name="username">Username, any case.</param>
    /// <param name="instanceArn">Instance; null for the first.</param>
    /// <returns>The user's ARN, or null.</returns>
    public string? FindUser(string username, string? instanceArn = null)
    {
        ArgumentNullException.ThrowIfNull(username);
        return _world.Read(_ => _world.Store.FindUser(instanceArn ?? InstanceArn, username)?.Identifier);
    }

    /// <summary>Creates or overwrites a resource behind the clients' backs; no rule is checked. A password is dropped.</summary>
    /// <param name="typeName">One of the served resource types.</param>
    /// <param name="identifier">Primary identifier (ARN).</param>
    /// <param name="json">All its properties.</param>
    /// <exception cref="ArgumentException">The type is not served, or the text is no JSON object.</exception>
    public void SetProperties(string typeName, string identifier, string json)
    {
        ArgumentException.ThrowIfNullOrEmpty(identifier);
        var type = ResourceTypes.Find(typeName) ?? throw new ArgumentException($"Type {typeName} is not served.", nameof(typeName));
        var properties = JsonTexts.TryParse(json, out var node) && node is JsonObject parsed
            ? parsed
            : throw new ArgumentException("The text is not a JSON object.", nameof(json));
        _world.SetProperties(type, identifier, properties);
    }

    /// <summary>Removes a resource behind the clients' backs.</summary>
    /// <param name="identifier">Primary identifier (ARN).</param>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string identifier) => _world.Write(_ => _world.Store.Remove(identifier));

    /// <summary>Whether a user was created with this password. Seeded users have none.</summary>
    /// <param name="identifier">The user's ARN.</param>
    /// <param name="password">The password.</param>
    /// <returns>Whether it matches the salted hash, which is all that is kept.</returns>
    public bool CheckPassword(string identifier, string password) =>
        _world.Read(_ => _world.Store.Find(identifier)?.Password) is { } hash && hash.Matches(password);

    /// <summary>Empties the call log and sets <see cref="CallCount"/> to 0.</summary>
    public void ClearCalls() => _log.Clear();

    /// <summary>Stops responding and saves the state. Calls being worked on get up to two seconds.</summary>
    /// <returns>A task that ends when nothing runs any more.</returns>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await _server.StopAsync(StopTimeout).ConfigureAwait(false);
        _server.Dispose();
        _keeper?.Close();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    /// <inheritdoc />
    public override string ToString() => $"{Url} ({Region}, {(IsRunning ? "running" : "stopped")})";
}
