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
    public string NameOf(UserProperty property, string arn) => _tables.GetValueOrDefault(property.ArnKind!.Value)?.PathOf(arn) ?? arn;
}
