using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>The proficiencies of a user. The order has no meaning.</summary>
public sealed class ConnectUserProficiencyList : ConnectUserPartList<ConnectUserProficiency>
{
    /// <summary>Makes an empty list.</summary>
    public ConnectUserProficiencyList()
    {
    }

    /// <summary>Makes the list from elements (hashtables, objects, texts), from one, or from the roster syntax, <c>Language/English=5;Language/French=2</c>.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectUserProficiencyList(object items)
        : base(items)
    {
    }
}
