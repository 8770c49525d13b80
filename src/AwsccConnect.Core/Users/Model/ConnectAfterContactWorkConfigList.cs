using System.Collections;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Work after contacts per channel. The order has no meaning.</summary>
public sealed class ConnectAfterContactWorkConfigList : ConnectUserPartList<ConnectAfterContactWorkConfig>
{
    private static readonly UserProperty Property = UserSchema.Get("AfterContactWorkConfigs");

    /// <summary>Makes an empty list.</summary>
    public ConnectAfterContactWorkConfigList()
    {
    }

    /// <summary>Makes the list from elements: hashtables, objects or texts.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectAfterContactWorkConfigList(object[] items)
        : base(Property, items, node => new ConnectAfterContactWorkConfig(node))
    {
    }

    /// <summary>Makes the list from elements: hashtables, objects or texts.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectAfterContactWorkConfigList(IEnumerable items)
        : base(Property, items, node => new ConnectAfterContactWorkConfig(node))
    {
    }

    /// <summary>Makes the list from a hashtable.</summary>
    /// <param name="items">One element by its members, or the elements by their keys.</param>
    /// <exception cref="UserValueException">The hashtable cannot be read.</exception>
    public ConnectAfterContactWorkConfigList(IDictionary items)
        : base(Property, items, node => new ConnectAfterContactWorkConfig(node))
    {
    }

    /// <summary>Makes the list from the roster syntax, <c>VOICE:AfterContactWorkConfig.AfterContactWorkTimeLimit=30</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="UserValueException">The text cannot be read.</exception>
    public ConnectAfterContactWorkConfigList(string text)
        : base(Property, text, node => new ConnectAfterContactWorkConfig(node))
    {
    }

    /// <summary>Makes a list of one element.</summary>
    /// <param name="item">The element.</param>
    public ConnectAfterContactWorkConfigList(ConnectAfterContactWorkConfig item)
        : base(Property, item, node => new ConnectAfterContactWorkConfig(node))
    {
    }

    internal ConnectAfterContactWorkConfigList(JsonArray nodes)
        : base(nodes, node => new ConnectAfterContactWorkConfig(node))
    {
    }

    internal override UserProperty Shape => Property;
}
