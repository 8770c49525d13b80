using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Automatic acceptance per channel. The order has no meaning.</summary>
public sealed class ConnectAutoAcceptConfigList : ConnectUserPartList<ConnectAutoAcceptConfig>
{
    /// <summary>Makes an empty list.</summary>
    public ConnectAutoAcceptConfigList()
    {
    }

    /// <summary>Makes the list from elements (hashtables, objects, texts), from one, or from the roster syntax, <c>VOICE:AutoAccept=true;CHAT:AutoAccept=false</c>.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectAutoAcceptConfigList(object items)
        : base(items)
    {
    }
}
