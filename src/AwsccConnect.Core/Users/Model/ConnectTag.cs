using System.Collections;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>A tag of the user.</summary>
public sealed class ConnectTag : ConnectUserPart
{
    private static readonly UserProperty Property = UserSchema.Get("Tags");

    /// <summary>Makes an object without values.</summary>
    public ConnectTag()
        : base(null)
    {
    }

    /// <summary>Makes the object from a hashtable of its members, in Pascal or snake case.</summary>
    /// <param name="members">The members.</param>
    /// <exception cref="UserValueException">A member is unknown or its value does not fit.</exception>
    public ConnectTag(IDictionary members)
        : base(UserValueConverter.ToPart(Property, members))
    {
    }

    /// <summary>Makes the object from the roster syntax, <c>Key=Value</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="UserValueException">The text cannot be read.</exception>
    public ConnectTag(string text)
        : base(UserValueConverter.ToPart(Property, text))
    {
    }

    internal ConnectTag(JsonObject node)
        : base(node)
    {
    }

    /// <summary>The key: 1 to 128 characters, not starting with <c>aws:</c>.</summary>
    public string? Key { get => GetText(nameof(Key)); set => SetText(nameof(Key), value); }

    /// <summary>The value: at most 256 characters, may be empty.</summary>
    public string? Value { get => GetText(nameof(Value)); set => SetText(nameof(Value), value); }

    internal override UserProperty Shape => Property;
}
