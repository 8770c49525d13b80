using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations;

namespace AwsccConnect.Core.NameResolution;

/// <summary>Finds instances and what they hold: profiles, groups and users by name.</summary>
/// <param name="context">Client and clock.</param>
internal sealed class ConnectResources(OperationContext context)
{
    private const int InstanceReadsAtOnce = 8;

    private readonly ResourceReader _reader = new(context);

    /// <summary>The ARNs of all instances of the Region.</summary>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The ARNs in list order.</returns>
    public IAsyncEnumerable<string> ListInstanceArnsAsync(CancellationToken cancellationToken) =>
        ListArnsAsync(LookupTypes.Instance, null, cancellationToken);

    /// <summary>The ARNs of the users of an instance.</summary>
    /// <param name="instanceArn">ARN of the instance.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The ARNs in list order.</returns>
    public async IAsyncEnumerable<string> ListUserArnsAsync(string instanceArn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var found in _reader.ListAsync(ResourceTypes.User, instanceArn, ModelOf(instanceArn), cancellationToken).ConfigureAwait(false))
        {
            yield return found.Identifier;
        }
    }

    /// <summary>The ARNs of the resources of a type.</summary>
    /// <typeparam name="T">The object that users see.</typeparam>
    /// <param name="type">The type.</param>
    /// <param name="instanceArn">ARN of the instance, where the type needs one.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The ARNs in list order.</returns>
    public async IAsyncEnumerable<string> ListArnsAsync<T>(
        LookupType<T> type, string? instanceArn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var model = type.NeedsInstance ? ModelOf(instanceArn!) : null;
        await foreach (var found in _reader.ListAsync(type.TypeName, instanceArn ?? context.Region, model, cancellationToken).ConfigureAwait(false))
        {
            yield return found.Identifier;
        }
    }

    /// <summary>Reads one resource.</summary>
    /// <typeparam name="T">The object that users see.</typeparam>
    /// <param name="type">The type.</param>
    /// <param name="arn">ARN of the resource.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ConnectOperationException">It does not exist or could not be read.</exception>
    public async Task<T> ReadAsync<T>(LookupType<T> type, string arn, CancellationToken cancellationToken) =>
        type.Read(await _reader.GetAsync(type.TypeName, arn, cancellationToken).ConfigureAwait(false), context.Region);

    /// <summary>Lets the session remember the names of what was read.</summary>
    /// <typeparam name="T">The object that users see.</typeparam>
    /// <param name="type">The type.</param>
    /// <param name="instanceArn">ARN of the instance, where the type needs one.</param>
    /// <param name="found">The objects, finished.</param>
    /// <param name="isComplete">Whether these are all there are.</param>
    public void AddToCache<T>(LookupType<T> type, string? instanceArn, IEnumerable<T> found, bool isComplete)
    {
        NamedResource[] named = [.. found.Select(type.Named).OfType<NamedResource>()];
        if (isComplete)
        {
            var scope = instanceArn ?? context.Region;
            context.Names.AddArns(type.Kind, scope, [.. named.Select(resource => resource.Arn)]);
            context.Names.Add(type.Kind, scope, new NameTable(named));
            return;
        }

        foreach (var resource in named)
        {
            context.Names.Add(resource);
        }
    }

    /// <summary>Finds an instance by ARN, id or alias.</summary>
    /// <param name="text">ARN, id or alias. An alias is compared without regard to case where that is not ambiguous.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The ARN of the instance. An ARN is returned as it is, without a call.</returns>
    /// <exception cref="ConnectOperationException">There is none (<see cref="ErrorIds.NotFound"/>), with the aliases there are.</exception>
    public Task<string> ResolveInstanceAsync(string text, CancellationToken cancellationToken) =>
        new NameResolver(context, InstanceReadsAtOnce).ResolveInstanceAsync(text, cancellationToken);

    private static string ModelOf(string instanceArn) => new JsonObject { ["InstanceArn"] = instanceArn }.ToJsonString();
}
