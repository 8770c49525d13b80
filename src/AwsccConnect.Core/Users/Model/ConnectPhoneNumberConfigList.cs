using System.Collections;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Phones per channel. The order has no meaning.</summary>
public sealed class ConnectPhoneNumberConfigList : ConnectUserPartList<ConnectPhoneNumberConfig>
{
    private static readonly UserProperty Property = UserSchema.Get("PhoneNumberConfigs");

    /// <summary>Makes an empty list.</summary>
    public ConnectPhoneNumberConfigList()
    {
    }

    /// <summary>Makes the list from elements: hashtables, objects or texts.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectPhoneNumberConfigList(object[] items)
        : base(Property, items, node => new ConnectPhoneNumberConfig(node))
    {
    }

    /// <summary>Makes the list from elements: hashtables, objects or texts.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectPhoneNumberConfigList(IEnumerable items)
        : base(Property, items, node => new ConnectPhoneNumberConfig(node))
    {
    }

    /// <summary>Makes the list from a hashtable.</summary>
    /// <param name="items">One element by its members, or the elements by their keys.</param>
    /// <exception cref="UserValueException">The hashtable cannot be read.</exception>
    public ConnectPhoneNumberConfigList(IDictionary items)
        : base(Property, items, node => new ConnectPhoneNumberConfig(node))
    {
    }

    /// <summary>Makes the list from the roster syntax, <c>VOICE:PhoneType=DESK_PHONE,PhoneNumber=+15550100</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="UserValueException">The text cannot be read.</exception>
    public ConnectPhoneNumberConfigList(string text)
        : base(Property, text, node => new ConnectPhoneNumberConfig(node))
    {
    }

    /// <summary>Makes a list of one element.</summary>
    /// <param name="item">The element.</param>
    public ConnectPhoneNumberConfigList(ConnectPhoneNumberConfig item)
        : base(Property, item, node => new ConnectPhoneNumberConfig(node))
    {
    }

    internal ConnectPhoneNumberConfigList(JsonArray nodes)
        : base(nodes, node => new ConnectPhoneNumberConfig(node))
    {
    }

    internal override UserProperty Shape => Property;
}
