using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>A tag of the user.</summary>
/// <param name="members">A hashtable or object with its members, in Pascal or snake case, or the roster syntax, <c>Key=Value</c>; null for none.</param>
/// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
public sealed class ConnectTag(object? members) : ConnectUserPart(UserSchema.Get("Tags"), members)
{
    /// <summary>Makes an object without values.</summary>
    public ConnectTag()
        : this(null)
    {
    }

    /// <summary>The key: 1 to 128 characters, not starting with <c>aws:</c>.</summary>
    public string? Key { get => GetText(); set => SetText(value); }

    /// <summary>The value: at most 256 characters, may be empty.</summary>
    public string? Value { get => GetText(); set => SetText(value); }
}
