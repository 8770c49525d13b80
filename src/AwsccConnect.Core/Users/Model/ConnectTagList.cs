using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>The tags of a user. The order has no meaning.</summary>
public sealed class ConnectTagList : ConnectUserPartList<ConnectTag>
{
    /// <summary>Makes an empty list.</summary>
    public ConnectTagList()
    {
    }

    /// <summary>Makes the list from elements (hashtables, objects, texts), from one, or from the roster syntax, <c>Team=A;Site=Leeds</c>.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectTagList(object items)
        : base(items)
    {
    }

    /// <summary>The value of a tag by its key, such as <c>$user.Tags['Team']</c>; null where there is no such tag. Setting adds or replaces it; null is no value, see <see cref="Remove(string)"/>.</summary>
    /// <param name="key">The key, case-sensitive as in AWS.</param>
    public object? this[string key]
    {
        get => Items.FirstOrDefault(tag => tag?.Key == key)?.Value;
        set
        {
            if (Items.FirstOrDefault(tag => tag?.Key == key) is not { } tag)
            {
                Add(tag = new ConnectTag { Key = key });
            }

            tag.Value = value;
        }
    }

    /// <summary>Removes a tag by its key.</summary>
    /// <param name="key">The key, case-sensitive as in AWS.</param>
    /// <returns>Whether there was such a tag.</returns>
    public bool Remove(string key) => Items.FirstOrDefault(tag => tag?.Key == key) is { } tag && Remove(tag);
}
