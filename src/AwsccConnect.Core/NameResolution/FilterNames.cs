using System.Collections.Concurrent;
using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Filters;

namespace AwsccConnect.Core.NameResolution;

/// <summary>
/// The names in a filter, which each instance resolves to ARNs of its own. An instance that lacks a name has no such users; a name that
/// no instance has is an error in the end.
/// </summary>
internal sealed class FilterNames
{
    private readonly ConcurrentDictionary<(ConnectResourceKind Kind, string Text), ConnectOperationException?> _results = new();

    /// <summary>The names that no instance has had, each with its error.</summary>
    public IEnumerable<(string Text, ConnectOperationException Error)> Missing =>
        _results.Where(result => result.Value is not null).Select(result => (result.Key.Text, result.Value!));

    /// <summary>
    /// The filter with the ARNs of an instance; null where no user of the instance can match. Throws for a name that means several.
    /// </summary>
    public async Task<UserFilter?> ResolveAsync(UserFilter filter, NameResolver names, string instanceArn, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(
            ArnsAsync(ConnectResourceKind.RoutingProfile, filter.RoutingProfiles),
            ArnsAsync(ConnectResourceKind.SecurityProfile, filter.SecurityProfiles),
            ArnsAsync(ConnectResourceKind.HierarchyGroup, filter.HierarchyGroups)).ConfigureAwait(false);
        return lists is [{ } routing, { } security, { } groups]
            ? filter with { RoutingProfiles = routing, SecurityProfiles = security, HierarchyGroups = groups }
            : null;

        async Task<IReadOnlyList<string>?> ArnsAsync(ConnectResourceKind kind, IReadOnlyList<string> texts)
        {
            var arns = new List<string>();
            foreach (var text in texts)
            {
                try
                {
                    arns.Add(await names.ResolveAsync(kind, text, instanceArn, cancellationToken).ConfigureAwait(false));
                    _results[(kind, text)] = null;
                }
                catch (ConnectOperationException exception) when (exception.ErrorId == ErrorIds.NotFound)
                {
                    _results.TryAdd((kind, text), exception);
                }
            }

            return texts.Count > 0 && arns.Count == 0 ? null : arns;
        }
    }
}
