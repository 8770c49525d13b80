using AwsccConnect.Core.Operations.Bulk;

namespace AwsccConnect.Binding.Completers;

/// <summary>Reads some users of an instance. Cloud Control lists users without their properties, so all of a large instance would be too many.</summary>
internal static class UserSample
{
    /// <summary>Reads users until the limit or the time is reached; what was read until then is the sample.</summary>
    public static async Task<IReadOnlyList<JsonObject>> ReadAsync(LookupScope scope, int limit, CancellationToken cancellationToken)
    {
        var found = new List<JsonObject>();
        var reads = BulkStream.RunAsync(
            ArnsAsync(scope, limit, cancellationToken),
            LookupScope.ReadsAtOnce,
            BulkOrder.AsFinished,
            (arn, token) => scope.Operations.Resources.GetAsync(ResourceTypes.User, arn, token),
            cancellationToken);
        try
        {
            await foreach (var read in reads.ConfigureAwait(false))
            {
                if (read.Result is { } user)
                {
                    found.Add(user);
                }
            }
        }
        catch (OperationCanceledException) when (found.Count > 0)
        {
            // Some are better than none.
        }

        return found;
    }

    private static async IAsyncEnumerable<string> ArnsAsync(
        LookupScope scope, int limit, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var arn in scope.Users)
        {
            yield return arn;
        }

        if (scope.Users.Count > 0)
        {
            yield break;
        }

        var left = limit;
        foreach (var instance in await scope.InstancesAsync(cancellationToken).ConfigureAwait(false))
        {
            await foreach (var arn in scope.Operations.Directory.ListUserArnsAsync(instance, cancellationToken).ConfigureAwait(false))
            {
                if (left-- <= 0)
                {
                    yield break;
                }

                yield return arn;
            }
        }
    }
}
