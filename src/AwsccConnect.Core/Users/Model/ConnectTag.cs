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

    /// <summary>The value: a text of at most 256 characters, which may be empty. It is declared as an object since PowerShell gives texts <c>''</c> instead of null.</summary>
    public object? Value { get => GetText(); set => Set(value is null ? null : UserValueConverter.ToJson(Shape.FindMember(nameof(Value))!, value) ?? string.Empty); }
}
