using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>An unordered list of objects inside a user. Its text is the roster syntax, which a roster's cell may hold.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
public abstract class ConnectUserPartList<T> : Collection<T>
    where T : ConnectUserPart
{
    private protected ConnectUserPartList()
    {
    }

    private protected ConnectUserPartList(UserProperty property, object items, Func<JsonObject, T> create)
        : this(UserValueConverter.ToJson(property, items) as JsonArray ?? [], create)
    {
    }

    private protected ConnectUserPartList(JsonArray nodes, Func<JsonObject, T> create)
    {
        foreach (var node in nodes)
        {
            if (node is JsonObject element)
            {
                Items.Add(create(element));
            }
        }
    }

    /// <summary>The property that the list is the value of.</summary>
    internal abstract UserProperty Shape { get; }

    /// <summary>The list as JSON.</summary>
    internal JsonArray ToJson()
    {
        var array = new JsonArray();
        foreach (var item in Items)
        {
            if (item is not null)
            {
                array.Add(item.ToJson());
            }
        }

        return array;
    }

    /// <summary>The list in the roster syntax.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => RosterSyntax.Format(Shape, ToJson());
}
