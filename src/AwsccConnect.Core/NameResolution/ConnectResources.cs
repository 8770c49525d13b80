using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>Finds instances and what they hold: profiles, groups and users by name.</summary>
internal sealed class ConnectResources(ServiceConnection connection, ResourceReader reader, ConnectLists lists)
{
    public async IAsyncEnumerable<string> ListInstanceArnsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listed = await lists.TryListAsync(ConnectResourceKind.Instance, connection.Region, cancellationToken).ConfigureAwait(false);
        await foreach (var arn in (listed?.Select(instance => instance.Arn).ToAsyncSequence() ?? ListArnsAsync(LookupTypes.Instance, null, cancellationToken)).ConfigureAwait(false))
        {
            yield return arn;
        }
    }

    /// <summary>The names of a type, for which nothing is read; null where only Cloud Control can list it.</summary>
    public async Task<IReadOnlyList<NamedResource>?> TryListNamesAsync<T>(LookupType<T> type, string? instanceArn, CancellationToken cancellationToken)
    {
        var scope = instanceArn ?? connection.Region;
        var names = await lists.TryListAsync(type.Kind, scope, cancellationToken).ConfigureAwait(false);
        if (names is not null)
        {
            connection.Names.Add(type.Kind, scope, new NameTable(names));
        }

        return names;
    }

    public IAsyncEnumerable<string> ListUserArnsAsync(string instanceArn, CancellationToken cancellationToken) =>
        reader.ListAsync(ResourceTypes.User, instanceArn, ModelOf(instanceArn), cancellationToken);

    public IAsyncEnumerable<string> ListArnsAsync<T>(LookupType<T> type, string? instanceArn, CancellationToken cancellationToken) =>
        reader.ListAsync(type.TypeName, instanceArn ?? connection.Region, type.NeedsInstance ? ModelOf(instanceArn!) : null, cancellationToken);

    public async Task<T> ReadAsync<T>(LookupType<T> type, string arn, CancellationToken cancellationToken)
    {
        var read = type.Read(await reader.GetAsync(type.TypeName, arn, cancellationToken).ConfigureAwait(false), connection.Region);
        if (read is ConnectInstance instance)
        {
            connection.Names.Add(instance);
        }
        else if (read is ConnectHierarchyGroup group)
        {
            connection.Names.AddParent(arn, group.ParentGroupArn);
        }

        return read;
    }

    public void AddToCache<T>(LookupType<T> type, string? instanceArn, IEnumerable<T> all)
    {
        NamedResource[] named = [.. all.Select(type.Named).OfType<NamedResource>()];
        var scope = instanceArn ?? connection.Region;
        connection.Names.AddArns(type.Kind, scope, [.. named.Select(resource => resource.Arn)]);
        connection.Names.Add(type.Kind, scope, new NameTable(named));
    }

    private static string ModelOf(string instanceArn) => new JsonObject { ["InstanceArn"] = instanceArn }.ToJsonString();
}
