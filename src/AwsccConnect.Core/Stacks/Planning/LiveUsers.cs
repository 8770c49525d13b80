using System.Text.Json.Nodes;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>
/// Reads users of an instance and looks at each right away, so that no more models are kept than reads are in flight.
/// </summary>
/// <param name="context">Client and clock.</param>
/// <param name="parallelism">Reads in flight at most; 1 or more.</param>
internal sealed class LiveUsers(OperationContext context, int parallelism)
{
    private readonly ResourceReader _reader = new(context);

    /// <summary>The ARNs of all users of an instance.</summary>
    /// <param name="instanceArn">ARN of the instance.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The ARNs in list order.</returns>
    public IAsyncEnumerable<string> ListAsync(string instanceArn, CancellationToken cancellationToken) =>
        new ConnectResources(context).ListUserArnsAsync(instanceArn, cancellationToken);

    /// <summary>Reads users side by side.</summary>
    /// <typeparam name="T">What is kept of a user.</typeparam>
    /// <param name="userArns">Their ARNs, for example of <see cref="ListAsync"/>.</param>
    /// <param name="inspect">Looks at a user's ARN and model; on several threads at once. It should not keep the model.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// For each ARN what was kept, as the reads finish, or the error of the read: a user that is gone has the error
    /// <see cref="ErrorIds.NotFound"/>.
    /// </returns>
    public IAsyncEnumerable<BulkOutcome<string, T>> ReadAsync<T>(
        IAsyncEnumerable<string> userArns, Func<string, JsonObject, T> inspect, CancellationToken cancellationToken) =>
        BulkStream.RunAsync(
            userArns,
            parallelism,
            BulkOrder.AsFinished,
            async (arn, token) => inspect(arn, await _reader.GetAsync(ResourceTypes.User, arn, token).ConfigureAwait(false)),
            cancellationToken);
}
