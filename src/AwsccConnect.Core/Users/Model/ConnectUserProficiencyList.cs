using System.Collections;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>The proficiencies of a user. The order has no meaning.</summary>
public sealed class ConnectUserProficiencyList : ConnectUserPartList<ConnectUserProficiency>
{
    private static readonly UserProperty Property = UserSchema.Get("UserProficiencies");

    /// <summary>Makes an empty list.</summary>
    public ConnectUserProficiencyList()
    {
    }

    /// <summary>Makes the list from elements: hashtables, objects or texts.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectUserProficiencyList(object[] items)
        : base(Property, items, node => new ConnectUserProficiency(node))
    {
    }

    /// <summary>Makes the list from elements: hashtables, objects or texts.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectUserProficiencyList(IEnumerable items)
        : base(Property, items, node => new ConnectUserProficiency(node))
    {
    }

    /// <summary>Makes the list from a hashtable.</summary>
    /// <param name="items">One element by its members, or the elements by their keys.</param>
    /// <exception cref="UserValueException">The hashtable cannot be read.</exception>
    public ConnectUserProficiencyList(IDictionary items)
        : base(Property, items, node => new ConnectUserProficiency(node))
    {
    }

    /// <summary>Makes the list from the roster syntax, <c>Language/English=5;Language/French=2</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="UserValueException">The text cannot be read.</exception>
    public ConnectUserProficiencyList(string text)
        : base(Property, text, node => new ConnectUserProficiency(node))
    {
    }

    /// <summary>Makes a list of one element.</summary>
    /// <param name="item">The element.</param>
    public ConnectUserProficiencyList(ConnectUserProficiency item)
        : base(Property, item, node => new ConnectUserProficiency(node))
    {
    }

    internal ConnectUserProficiencyList(JsonArray nodes)
        : base(nodes, node => new ConnectUserProficiency(node))
    {
    }

    internal override UserProperty Shape => Property;
}
