using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>
/// Reads users of an instance and looks at each right away, so that no more models are kept than reads are in flight.
/// </summary>
internal sealed class LiveUsers(ConnectOperations operations, int parallelism)
{
    /// <summary>The ARNs of all users of an instance.</summary>
    public IAsyncEnumerable<string> ListAsync(string instanceArn, CancellationToken cancellationToken) =>
        operations.Directory.ListUserArnsAsync(instanceArn, cancellationToken);

    /// <summary>Reads users in parallel.</summary>
    public IAsyncEnumerable<BulkOutcome<string, T>> ReadAsync<T>(
        IAsyncEnumerable<string> userArns, Func<string, JsonObject, T> inspect, CancellationToken cancellationToken) =>
        BulkStream.RunAsync(
            userArns,
            parallelism,
            BulkOrder.AsFinished,
            async (arn, token) => inspect(arn, await operations.Resources.GetAsync(ResourceTypes.User, arn, token, NotFoundPolicy.RetryListed).ConfigureAwait(false)),
            cancellationToken);
}
