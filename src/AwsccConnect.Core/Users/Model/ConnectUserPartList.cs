using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>An unordered list of objects inside a user. Its text is the roster syntax, which a roster's cell may hold.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
public abstract class ConnectUserPartList<T> : Collection<T>
    where T : ConnectUserPart
{
    private readonly UserPartKind<T> _kind;

    private protected ConnectUserPartList(UserPartKind<T> kind) => _kind = kind;

    private protected ConnectUserPartList(UserPartKind<T> kind, object items)
        : this(kind, UserValueConverter.ToJson(kind.Property, items) as JsonArray ?? [])
    {
    }

    private protected ConnectUserPartList(UserPartKind<T> kind, JsonArray nodes)
        : this(kind)
    {
        foreach (var node in nodes)
        {
            if (node is JsonObject element)
            {
                Items.Add(kind.Create(element));
            }
        }
    }

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
    public override string ToString() => RosterSyntax.Format(_kind.Property, ToJson());
}
