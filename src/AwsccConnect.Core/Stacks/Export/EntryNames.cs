using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Export;

/// <summary>Names instead of ARNs, where a name can be resolved to the same ARN again.</summary>
internal sealed class EntryNames(NameResolver names, string instanceArn)
{
    private readonly Dictionary<ConnectResourceKind, NameTable> _tables = [];

    /// <summary>Reads the names that some users need.</summary>
    /// <exception cref="ConnectOperationException">Names cannot be read.</exception>
    public async Task ReadAsync(IReadOnlyList<StackEntry> users, CancellationToken cancellationToken)
    {
        foreach (var kind in new[] { ConnectResourceKind.RoutingProfile, ConnectResourceKind.SecurityProfile, ConnectResourceKind.HierarchyGroup })
        {
            if (UserSchema.Leaves.Any(property => property.ArnKind == kind && users.Any(user => user.Properties[property.Name] is not null)))
            {
                _tables[kind] = await names.ListAsync(kind, instanceArn, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>What to write for an ARN.</summary>
    public string NameOf(UserProperty property, string arn)
    {
        if (!_tables.TryGetValue(property.ArnKind!.Value, out var table)
            || table.Resources.FirstOrDefault(resource => resource.Arn == arn) is not { } resource)
        {
            return arn;
        }

        string?[] candidates = [resource.Label, resource.Path is null ? null : "/" + resource.Path];
        return candidates.FirstOrDefault(name => name is { Length: > 0 } && IsClear(table, name, arn)) ?? arn;
    }

    private static bool IsClear(NameTable table, string name, string arn) =>
        !UserNames.IsArn(name) && name.Trim().Length == name.Length && table.Find(name) is [var only] && only.Arn == arn;
}
