using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Phones per channel. The order has no meaning.</summary>
public sealed class ConnectPhoneNumberConfigList : ConnectUserPartList<ConnectPhoneNumberConfig>
{
    private static readonly UserPartKind<ConnectPhoneNumberConfig> Kind = new("PhoneNumberConfigs", node => new ConnectPhoneNumberConfig(node));

    /// <summary>Makes an empty list.</summary>
    public ConnectPhoneNumberConfigList()
        : base(Kind)
    {
    }

    /// <summary>Makes the list from elements (hashtables, objects, texts), from one, or from the roster syntax, <c>VOICE:PhoneType=DESK_PHONE,PhoneNumber=+15550100</c>.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectPhoneNumberConfigList(object items)
        : base(Kind, items)
    {
    }

    internal ConnectPhoneNumberConfigList(JsonArray nodes)
        : base(Kind, nodes)
    {
    }
}
