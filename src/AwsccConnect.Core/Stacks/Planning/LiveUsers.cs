using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Amazon.Connect.Model;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>
/// Reads users of an instance and looks at each right away, so that no more models are kept than reads are in flight.
/// </summary>
internal sealed class LiveUsers(ConnectOperations operations, int parallelism)
{
    /// <summary>Which of the users that are listed afterwards may carry a stack's tag.</summary>
    public Task<Func<NamedResource, bool>> SearchAsync(string instanceArn, string owner, CancellationToken cancellationToken) =>
        operations.Finder.CandidatesAsync(instanceArn, null, TagOf(owner), cancellationToken);

    /// <summary>The users that may carry a stack's tag, those that were just changed among them.</summary>
    public async IAsyncEnumerable<string> ListOwnedAsync(string instanceArn, string owner, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var user in operations.Finder.SearchListedAsync(instanceArn, null, TagOf(owner), static _ => true, cancellationToken).ConfigureAwait(false))
        {
            yield return user.Arn;
        }
    }

    public IAsyncEnumerable<BulkOutcome<string, T>> ReadAsync<T>(
        IAsyncEnumerable<string> userArns, Func<string, JsonObject, T> inspect, CancellationToken cancellationToken) =>
        BulkStream.RunAsync(
            userArns,
            parallelism,
            BulkOrder.AsFinished,
            async (arn, token) => inspect(arn, await operations.Resources.GetAsync(ResourceTypes.User, arn, token, NotFoundPolicy.RetryListed).ConfigureAwait(false)),
            cancellationToken);

    private static UserSearchFilter TagOf(string owner) =>
        new() { TagFilter = new ControlPlaneTagFilter { TagCondition = new TagCondition { TagKey = StackOwnership.TagKey, TagValue = owner } } };
}
