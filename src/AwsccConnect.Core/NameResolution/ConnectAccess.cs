using System.Collections.Concurrent;
using Amazon.Connect;

namespace AwsccConnect.Core.NameResolution;

/// <summary>
/// Amazon Connect's own API for one caller in one Region: the client, made at the first call, and the operations that the session
/// has found to be out of reach. Safe from any thread.
/// </summary>
internal sealed class ConnectAccess
{
    /// <summary>How long an operation that was out of reach is not called again: 5 minutes, as a permission may be granted meanwhile.</summary>
    public static readonly TimeSpan RefusalTimeToLive = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (string Reason, long Since)> _refusals = new(StringComparer.Ordinal);
    private readonly Lazy<IAmazonConnect>? _client;
    private readonly string? _absence;

    /// <summary>Creates the access. The retries of the client have to be off.</summary>
    public ConnectAccess(Func<IAmazonConnect> create) => _client = new(create);

    private ConnectAccess(string absence) => _absence = absence;

    public IAmazonConnect Client => _client!.Value;

    /// <summary>No access. The reason is the end of a sentence.</summary>
    public static ConnectAccess None(string reason) => new(reason);

    /// <summary>Why an operation is not to be called; null where it can be.</summary>
    public string? ReasonAgainst(string operation, TimeProvider time) => _absence
        ?? (_refusals.TryGetValue(operation, out var refusal) && time.GetElapsedTime(refusal.Since) < RefusalTimeToLive ? refusal.Reason : null);

    public void Refuse(string operation, string reason, TimeProvider time) => _refusals[operation] = (reason, time.GetTimestamp());
}
