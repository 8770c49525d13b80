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

    private readonly AdaptivePacer _pacer = new(TimeProvider.System);
    private readonly ConcurrentDictionary<string, CompletionEstimator> _completions = new(StringComparer.Ordinal);
    private readonly RecentUsers _recent = new(TimeProvider.System);
    private readonly NameCache _names = new(TimeProvider.System);

    private SharedServiceState()
    {
    }

    /// <summary>Connects to a Region, with the state for the account and endpoint there.</summary>
    public static ServiceConnection Connect(ConnectionSettings settings, ExplainedCredentials credentials, string? endpoint, string region, string? roleArn)
    {
        var state = All.GetOrAdd((credentials.Account, endpoint, region), _ => new SharedServiceState());
        return new ServiceConnection
        {
            Client = ClientFactory.Get(credentials, region, endpoint),
            Connect = ClientFactory.GetConnect(credentials, region, settings),
            Region = region,
            Pacer = state._pacer,
            Completions = state._completions,
            Recent = state._recent,
            Names = state._names,
            RoleArn = roleArn,
            RenewCredentials = credentials.TryRenew,
        };
    }
}
