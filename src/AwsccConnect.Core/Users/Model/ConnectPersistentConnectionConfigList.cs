using System.Collections;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Persistent connections per channel. The order has no meaning.</summary>
public sealed class ConnectPersistentConnectionConfigList : ConnectUserPartList<ConnectPersistentConnectionConfig>
{
    private static readonly UserProperty Property = UserSchema.Get("PersistentConnectionConfigs");

    /// <summary>Makes an empty list.</summary>
    public ConnectPersistentConnectionConfigList()
    {
    }

    /// <summary>Makes the list from elements: hashtables, objects or texts.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectPersistentConnectionConfigList(object[] items)
        : base(Property, items, node => new ConnectPersistentConnectionConfig(node))
    {
    }

    /// <summary>Makes the list from elements: hashtables, objects or texts.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectPersistentConnectionConfigList(IEnumerable items)
        : base(Property, items, node => new ConnectPersistentConnectionConfig(node))
    {
    }

    /// <summary>Makes the list from a hashtable.</summary>
    /// <param name="items">One element by its members, or the elements by their keys.</param>
    /// <exception cref="UserValueException">The hashtable cannot be read.</exception>
    public ConnectPersistentConnectionConfigList(IDictionary items)
        : base(Property, items, node => new ConnectPersistentConnectionConfig(node))
    {
    }

    /// <summary>Makes the list from the roster syntax, <c>VOICE:PersistentConnection=true</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="UserValueException">The text cannot be read.</exception>
    public ConnectPersistentConnectionConfigList(string text)
        : base(Property, text, node => new ConnectPersistentConnectionConfig(node))
    {
    }

    /// <summary>Makes a list of one element.</summary>
    /// <param name="item">The element.</param>
    public ConnectPersistentConnectionConfigList(ConnectPersistentConnectionConfig item)
        : base(Property, item, node => new ConnectPersistentConnectionConfig(node))
    {
    }

    internal ConnectPersistentConnectionConfigList(JsonArray nodes)
        : base(nodes, node => new ConnectPersistentConnectionConfig(node))
    {
    }

    internal override UserProperty Shape => Property;
}
