using Amazon.CloudControlApi;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Idempotency;
using AwsccConnect.Core.Operations.Pacing;
using AwsccConnect.Core.Operations.Requests;
using AwsccConnect.Core.Operations.Users;

namespace AwsccConnect.Core.Operations;

/// <summary>What the operations of one command in one Region share.</summary>
public sealed class OperationContext
{
    private readonly Lazy<RequestScheduler> _scheduler;
    private readonly Lazy<UserSearch> _users;
    private readonly Lazy<IdentityManagement> _identities;

    /// <summary>Creates the context.</summary>
    public OperationContext()
    {
        _scheduler = new Lazy<RequestScheduler>(() => new RequestScheduler(this));
        _users = new Lazy<UserSearch>(() => new UserSearch(this));
        _identities = new Lazy<IdentityManagement>(() => new IdentityManagement(this));
    }

    /// <summary>The Cloud Control client. Its own retries must be off: this module has one retry policy.</summary>
    public required IAmazonCloudControlApi Client { get; init; }

    /// <summary>AWS Region of the client, for example <c>eu-west-2</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Stops the command's work.</summary>
    public required CommandCancellation Stop { get; init; }

    /// <summary>Starts calls at the rate that AWS allows.</summary>
    public required ICallPacer Pacer { get; init; }

    /// <summary>How long requests take here.</summary>
    public CompletionTimes Completions { get; init; } = new();

    /// <summary>Is notified of every attempt.</summary>
    public required ICallObserver Observer { get; init; }

    /// <summary>The writes that were accepted and not yet seen to end.</summary>
    public InFlightRequests InFlight { get; init; } = new();

    /// <summary>The client tokens of a run that may be started again (-RunId); null for fresh tokens.</summary>
    public DeterministicClientTokens? Run { get; init; }

    /// <summary>Locks by username that the command creates: a second row with the same username waits for the first.</summary>
    internal KeyedLock Creates { get; } = new();

    /// <summary>The users that commands with this context have created.</summary>
    internal ClaimedUsers Claimed { get; } = new();

    /// <summary>The users that the session has just created.</summary>
    internal CreatedUsers Created { get; init; } = new(TimeProvider.System);

    /// <summary>Finds users by name among those there are at the moment.</summary>
    internal UserSearch Users => _users.Value;

    /// <summary>The rules for users by how their instances manage identities.</summary>
    internal IdentityManagement Identities => _identities.Value;

    /// <summary>The names of profiles, groups and instances that the session has read.</summary>
    internal NameCache Names { get; init; } = new(TimeProvider.System);

    /// <summary>Polls the requests in flight.</summary>
    internal RequestScheduler Scheduler => _scheduler.Value;

    /// <summary>Clock and timers.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long one user's work may take, retries and waiting included. Default 600 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>Questions about single requests in flight at most; 1 or more. Default 16.</summary>
    public int Parallelism { get; init; } = 16;

    /// <summary>
    /// Has the client get new keys after AWS refused the present ones as expired; false where there are no others.
    /// </summary>
    public Func<bool> RenewCredentials { get; init; } = static () => false;

    /// <summary>ARN of the role that Cloud Control's handlers assume; null for the caller's own session.</summary>
    public string? RoleArn { get; init; }
}
