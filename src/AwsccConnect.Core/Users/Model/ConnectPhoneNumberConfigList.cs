using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Phones per channel. The order has no meaning.</summary>
public sealed class ConnectPhoneNumberConfigList : ConnectUserPartList<ConnectPhoneNumberConfig>
{
    /// <summary>Makes an empty list.</summary>
    public ConnectPhoneNumberConfigList()
    {
    }

    /// <summary>Makes the list from elements (hashtables, objects, texts), from one, or from the roster syntax, <c>VOICE:PhoneType=DESK_PHONE,PhoneNumber=+15550100</c>.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectPhoneNumberConfigList(object items)
        : base(items)
    {
    }
}
