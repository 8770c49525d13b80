using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Persistent connections per channel. The order has no meaning.</summary>
public sealed class ConnectPersistentConnectionConfigList : ConnectUserPartList<ConnectPersistentConnectionConfig>
{
    /// <summary>Makes an empty list.</summary>
    public ConnectPersistentConnectionConfigList()
    {
    }

    /// <summary>Makes the list from elements (hashtables, objects, texts), from one, or from the roster syntax, <c>VOICE:PersistentConnection=true</c>.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectPersistentConnectionConfigList(object items)
        : base(items)
    {
    }
}
