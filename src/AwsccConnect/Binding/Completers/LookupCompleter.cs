using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Session;

namespace AwsccConnect.Binding.Completers;

/// <summary>
/// Completes from what AWS holds. Completion takes less than a second; a look-up that takes longer continues for a few
/// seconds, so that the next Tab finds its result. Results and failures are cached for a short time.
/// </summary>
internal abstract class LookupCompleter : ValueCompleter
{
    private static readonly TimeSpan WaitLimit = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan WorkLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ResultTimeToLive = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FailureTimeToLive = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<LookupKey, (Task<IReadOnlyList<Candidate>> Work, long Since)> Lookups = new();

    protected sealed override IEnumerable<Candidate> Candidates(CompletionRequest request)
    {
        var settings = new ConnectionSettings
        {
            AccessKey = request.ValueOf("AccessKey", "AK") as string,
            SecretKey = request.ValueOf("SecretKey", "SK", "SecretAccessKey") as string,
            SessionToken = request.ValueOf("SessionToken", "ST") as string,
            ProfileName = request.ValueOf("ProfileName", "StoredCredentials", "AWSProfileName") as string,
            ProfileLocation = request.ValueOf("ProfileLocation", "AWSProfilesLocation", "ProfilesLocation") as string,
            Credential = request.ValueOf("Credential"),
            StoredCredentials = request.Session.StoredCredentials,
            StoredRegion = request.Session.StoredRegion,
            EndpointUrl = request.ValueOf("EndpointUrl") as string,
        };
        var instances = NamesInstances ? request.TextsOf("InstanceArn", "Instance", "InstanceAlias") : [];
        var users = request.TextsOf("Identifier", "UserArn", "Arn", "InputObject").Where(text => ConnectArn.TryParse(text, out _)).ToArray();
        if (NamesInstances && users.Length > 0)
        {
            instances = [.. users.Select(user => ConnectArn.Parse(user).InstanceArn).Distinct(StringComparer.Ordinal)];
        }

        var role = request.ValueOf("RoleArn") as string;
        var region = instances.Select(text => ConnectArn.TryParse(text, out var arn) ? arn.Region : null).FirstOrDefault(name => name is not null)
            ?? (request.TextsOf("Region", "RegionToCall") is [var first, ..] ? first : null);
        var key = new LookupKey(
            GetType(),
            ClientFactory.EndpointOf(settings),
            settings.ProfileName,
            settings.AccessKey,
            RuntimeHelpers.GetHashCode(settings.Credential ?? settings.StoredCredentials),
            region ?? settings.StoredRegion,
            role,
            string.Join('\n', instances),
            string.Join('\n', users));
        var work = Lookups.AddOrUpdate(key, _ => Begin(), (_, known) => IsCurrent(known.Work, known.Since) ? known : Begin()).Work;
        return work.Wait(WaitLimit, settings.Stopping) ? work.Result : [];

        (Task<IReadOnlyList<Candidate>> Work, long Since) Begin() =>
            (Task.Run(() => RunAsync(settings, region, role, instances, users)), TimeProvider.System.GetTimestamp());
    }

    /// <summary>Whether what is looked up belongs to an instance.</summary>
    protected virtual bool NamesInstances => true;

    /// <summary>Looks the values up.</summary>
    protected abstract Task<IReadOnlyList<Candidate>> FindAsync(LookupScope scope, CancellationToken cancellationToken);

    private static bool IsCurrent(Task work, long since) =>
        !work.IsCompleted || TimeProvider.System.GetElapsedTime(since) < (work.IsCompletedSuccessfully ? ResultTimeToLive : FailureTimeToLive);

    private async Task<IReadOnlyList<Candidate>> RunAsync(
        ConnectionSettings settings, string? region, string? role, IReadOnlyList<string> instances, IReadOnlyList<string> users)
    {
        using var stop = new CommandCancellation();
        var timer = new Timer(static signal => ((CommandCancellation)signal!).Stop(), stop, WorkLimit, Timeout.InfiniteTimeSpan);
        await using var ending = timer.ConfigureAwait(false);
        var name = region is null ? RegionResolver.Find(settings) : RegionResolver.Check(region);
        var endpoint = ClientFactory.EndpointOf(settings);
        var credentials = CredentialResolver.Resolve(settings);
        var connection = SharedServiceState.Connect(settings, credentials, endpoint, name, role);
        var run = new CommandRun { Stop = stop, Observer = new RunStatistics(), Timeout = WorkLimit, NameReads = LookupScope.ReadsAtOnce };
        return await FindAsync(new LookupScope(new ConnectOperations(connection, run), instances, users), stop.Stopping).ConfigureAwait(false);
    }
}
