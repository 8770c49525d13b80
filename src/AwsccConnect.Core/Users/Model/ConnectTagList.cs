using System.Collections;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>The tags of a user. The order has no meaning.</summary>
public sealed class ConnectTagList : ConnectUserPartList<ConnectTag>
{
    private static readonly UserProperty Property = UserSchema.Get("Tags");

    /// <summary>Makes an empty list.</summary>
    public ConnectTagList()
    {
    }

    /// <summary>Makes the list from elements: hashtables, objects or texts.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectTagList(object[] items)
        : base(Property, items, node => new ConnectTag(node))
    {
    }

    /// <summary>Makes the list from elements: hashtables, objects or texts.</summary>
    /// <param name="items">The elements.</param>
    /// <exception cref="UserValueException">An element cannot be read.</exception>
    public ConnectTagList(IEnumerable items)
        : base(Property, items, node => new ConnectTag(node))
    {
    }

    /// <summary>Makes the list from a hashtable.</summary>
    /// <param name="items">One element by its members, or the elements by their keys.</param>
    /// <exception cref="UserValueException">The hashtable cannot be read.</exception>
    public ConnectTagList(IDictionary items)
        : base(Property, items, node => new ConnectTag(node))
    {
    }

    /// <summary>Makes the list from the roster syntax, <c>Team=A;Site=Leeds</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="UserValueException">The text cannot be read.</exception>
    public ConnectTagList(string text)
        : base(Property, text, node => new ConnectTag(node))
    {
    }

    /// <summary>Makes a list of one element.</summary>
    /// <param name="item">The element.</param>
    public ConnectTagList(ConnectTag item)
        : base(Property, item, node => new ConnectTag(node))
    {
    }

    internal ConnectTagList(JsonArray nodes)
        : base(nodes, node => new ConnectTag(node))
    {
    }

    /// <summary>The value of a tag by its key, such as <c>$user.Tags['Team']</c>; null where there is no such tag. Setting adds or replaces it.</summary>
    /// <param name="key">The key, case-sensitive as in AWS.</param>
    public string? this[string key]
    {
        get => Items.FirstOrDefault(tag => tag?.Key == key)?.Value;
        set
        {
            if (Items.FirstOrDefault(tag => tag?.Key == key) is not { } tag)
            {
                Add(tag = new ConnectTag { Key = key });
            }

            tag.Value = value ?? string.Empty;
        }
    }

    internal override UserProperty Shape => Property;
}
