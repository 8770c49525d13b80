using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>How skilled the user is in a value of a predefined attribute.</summary>
/// <param name="members">A hashtable or object with its members, in Pascal or snake case, or the roster syntax, <c>Language/English=5</c>; null for none.</param>
/// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
public sealed class ConnectUserProficiency(object? members) : ConnectUserPart(UserSchema.Get("UserProficiencies"), members)
{
    /// <summary>Makes an object without values.</summary>
    public ConnectUserProficiency()
        : this(null)
    {
    }

    /// <summary>The attribute, such as <c>Language</c>: 1 to 64 characters.</summary>
    public string? AttributeName { get => GetText(); set => SetText(value); }

    /// <summary>The value, such as <c>English</c>: 1 to 64 characters.</summary>
    public string? AttributeValue { get => GetText(); set => SetText(value); }

    /// <summary>The level, 0 to 10.</summary>
    public double? Level { get => GetNumber(); set => Set(value); }
}
