using System.Collections;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Automatic acceptance per channel. The order has no meaning.</summary>
public sealed class ConnectAutoAcceptConfigList : ConnectUserPartList<ConnectAutoAcceptConfig>
{
    private static readonly UserProperty Property = UserSchema.Get("AutoAcceptConfigs");

    /// <summary>Makes an empty list.</summary>
    public ConnectAutoAcceptConfigList()
    {
    }

    /// <summary>Makes the list from elements: hashtables, objects or texts.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectAutoAcceptConfigList(object[] items)
        : base(Property, items, node => new ConnectAutoAcceptConfig(node))
    {
    }

    /// <summary>Makes the list from elements: hashtables, objects or texts.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectAutoAcceptConfigList(IEnumerable items)
        : base(Property, items, node => new ConnectAutoAcceptConfig(node))
    {
    }

    /// <summary>Makes the list from a hashtable.</summary>
    /// <param name="items">One element by its members, or the elements by their keys.</param>
    /// <exception cref="UserValueException">The hashtable cannot be read.</exception>
    public ConnectAutoAcceptConfigList(IDictionary items)
        : base(Property, items, node => new ConnectAutoAcceptConfig(node))
    {
    }

    /// <summary>Makes the list from the roster syntax, <c>VOICE:AutoAccept=true;CHAT:AutoAccept=false</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="UserValueException">The text cannot be read.</exception>
    public ConnectAutoAcceptConfigList(string text)
        : base(Property, text, node => new ConnectAutoAcceptConfig(node))
    {
    }

    /// <summary>Makes a list of one element.</summary>
    /// <param name="item">The element.</param>
    public ConnectAutoAcceptConfigList(ConnectAutoAcceptConfig item)
        : base(Property, item, node => new ConnectAutoAcceptConfig(node))
    {
    }

    internal ConnectAutoAcceptConfigList(JsonArray nodes)
        : base(nodes, node => new ConnectAutoAcceptConfig(node))
    {
    }

    internal override UserProperty Shape => Property;
}
