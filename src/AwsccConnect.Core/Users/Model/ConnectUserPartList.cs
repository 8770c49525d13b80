using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>A list of objects inside a user. The order has no meaning. Its text is the roster syntax, which a roster's cell may hold.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
public class ConnectUserPartList<T> : Collection<T>, IUserPart
    where T : ConnectUserPart, new()
{
    private static readonly UserProperty Property = new T().Shape;

    /// <summary>Makes an empty list.</summary>
    public ConnectUserPartList()
    {
    }

    /// <summary>Makes the list from elements (hashtables, objects, texts), from one, or from the roster syntax. PowerShell converts by it.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectUserPartList(object items) => Nodes = UserValueConverter.ToJson(Property, items) as JsonArray ?? [];

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

    JsonNode IUserPart.ToJson() => ToJson();

    /// <summary>The list in the roster syntax.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => RosterSyntax.Format(Property, ToJson());
}
