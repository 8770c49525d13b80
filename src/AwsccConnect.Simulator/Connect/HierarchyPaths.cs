using AwsccConnect.Simulator.Resources;
using AwsccConnect.Simulator.Seeding;

namespace AwsccConnect.Simulator.Connect;

/// <summary>Which hierarchy groups are below which, by their ids.</summary>
internal sealed class HierarchyPaths
{
    private readonly Dictionary<string, string?> _parents = new(StringComparer.Ordinal);

    public HierarchyPaths(IEnumerable<StoredResource> groups, SeededUsers seeded)
    {
        foreach (var group in groups)
        {
            _parents[ConnectApi.IdOf(group.Identifier)] = ConnectApi.IdIn(group.Read(seeded), "ParentGroupArn");
        }
    }

    /// <summary>A HierarchyGroupCondition as a predicate of users.</summary>
    public Predicate<JsonObject> Compile(ConnectInput condition)
    {
        var value = ConnectApi.IdOf(condition.Required("Value"));
        var withChildren = condition.Text("HierarchyGroupMatchType") switch
        {
            null or "EXACT" => false,
            "WITH_CHILD_GROUPS" => true,
            _ => throw ConnectErrors.InvalidParameter("HierarchyGroupMatchType has to be EXACT or WITH_CHILD_GROUPS."),
        };
        return user =>
        {
            var group = ConnectApi.IdIn(user, "HierarchyGroupArn");

            // Groups have five levels at most; the count also ends a circle.
            for (var level = 0; group is not null && level < 5; level++)
            {
                if (group == value)
                {
                    return true;
                }

                group = withChildren ? _parents.GetValueOrDefault(group) : null;
            }

            return false;
        };
    }
}
