using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>How skilled the user is in a value of a predefined attribute.</summary>
public sealed class ConnectUserProficiency : ConnectUserPart
{
    private static readonly UserProperty Property = UserSchema.Get("UserProficiencies");

    /// <summary>Makes an object without values.</summary>
    public ConnectUserProficiency()
    {
    }

    /// <summary>Makes the object from a hashtable or object with its members, in Pascal or snake case, or from the roster syntax, <c>Language/English=5</c>.</summary>
    /// <param name="members">The members.</param>
    /// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
    public ConnectUserProficiency(object members) => Node = UserValueConverter.ToPart(Property, members);

    /// <summary>The attribute, such as <c>Language</c>: 1 to 64 characters.</summary>
    public string? AttributeName { get => GetText(nameof(AttributeName)); set => SetText(nameof(AttributeName), value); }

    /// <summary>The value, such as <c>English</c>: 1 to 64 characters.</summary>
    public string? AttributeValue { get => GetText(nameof(AttributeValue)); set => SetText(nameof(AttributeValue), value); }

    /// <summary>The level, 0 to 10.</summary>
    public double? Level { get => GetNumber(nameof(Level)); set => SetNumber(nameof(Level), value); }

    internal override UserProperty Shape => Property;
}
