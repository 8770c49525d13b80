using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Work after contacts per channel. The order has no meaning.</summary>
public sealed class ConnectAfterContactWorkConfigList : ConnectUserPartList<ConnectAfterContactWorkConfig>
{
    /// <summary>Makes an empty list.</summary>
    public ConnectAfterContactWorkConfigList()
    {
    }

    /// <summary>Makes the list from elements (hashtables, objects, texts), from one, or from the roster syntax, <c>VOICE:AfterContactWorkConfig.AfterContactWorkTimeLimit=30</c>.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectAfterContactWorkConfigList(object items)
        : base(items)
    {
    }
}
