using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>An unordered list of objects inside a user. Its text is the roster syntax, which a roster's cell may hold.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
public abstract class ConnectUserPartList<T> : Collection<T>
    where T : ConnectUserPart, new()
{
    private static readonly UserProperty Property = new T().Shape;

    private protected ConnectUserPartList()
    {
    }

    private protected ConnectUserPartList(object items) => Nodes = UserValueConverter.ToJson(Property, items) as JsonArray ?? [];

    /// <summary>The JSON behind the elements.</summary>
    internal JsonArray Nodes
    {
        init
        {
            foreach (var node in value.OfType<JsonObject>())
            {
                Items.Add(new T { Node = node });
            }
        }
    }

    /// <summary>The list as JSON.</summary>
    internal JsonArray ToJson() => new([.. Items.Where(item => item is not null).Select(item => item.ToJson())]);

    /// <summary>The list in the roster syntax.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => RosterSyntax.Format(Property, ToJson());
}
