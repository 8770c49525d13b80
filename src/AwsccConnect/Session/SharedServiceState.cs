using System.Collections.Concurrent;
using AwsccConnect.Core.Operations.Pacing;
using AwsccConnect.Core.Operations.Requests;
using AwsccConnect.Core.Operations.Users;

namespace AwsccConnect.Session;

/// <summary>
/// What the commands of the session, those of parallel runspaces too, have learned about the service. AWS counts calls by account and
/// Region, so what one command has learned of the limits serves the next.
/// </summary>
internal sealed class SharedServiceState
{
    private static readonly ConcurrentDictionary<(string Account, string? Endpoint, string Region), SharedServiceState> All = new();

    private SharedServiceState()
    {
    }

    /// <summary>The call rate that AWS accepts.</summary>
    public AdaptivePacer Pacer { get; } = new(TimeProvider.System);

    /// <summary>How long requests take.</summary>
    public ConcurrentDictionary<string, CompletionEstimator> Completions { get; } = new(StringComparer.Ordinal);

    /// <summary>The users that the session has created or changed lately.</summary>
    public RecentUsers Recent { get; } = new(TimeProvider.System);

    /// <summary>The names of profiles, groups and instances that were read.</summary>
    public NameCache Names { get; } = new(TimeProvider.System);

    /// <summary>The state for an account, endpoint and Region.</summary>
    public static SharedServiceState For(ExplainedCredentials credentials, string? endpoint, string region) => All.GetOrAdd(
        (credentials.Account, endpoint, region), _ => new SharedServiceState());
}
