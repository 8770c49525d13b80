using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>A tag of the user.</summary>
public sealed class ConnectTag : ConnectUserPart
{
    private static readonly UserProperty Property = UserSchema.Get("Tags");

    /// <summary>Makes an object without values.</summary>
    public ConnectTag()
    {
    }

    /// <summary>Makes the object from a hashtable or object with its members, in Pascal or snake case, or from the roster syntax, <c>Key=Value</c>.</summary>
    /// <param name="members">The members.</param>
    /// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
    public ConnectTag(object members) => Node = UserValueConverter.ToPart(Property, members);

    /// <summary>The key: 1 to 128 characters, not starting with <c>aws:</c>.</summary>
    public string? Key { get => GetText(nameof(Key)); set => SetText(nameof(Key), value); }

    /// <summary>The value: at most 256 characters, may be empty.</summary>
    public string? Value { get => GetText(nameof(Value)); set => SetText(nameof(Value), value); }

    internal override UserProperty Shape => Property;
}
