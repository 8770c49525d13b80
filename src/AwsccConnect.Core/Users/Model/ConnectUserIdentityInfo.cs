using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Who the user is. An empty text is the same as no value.</summary>
public sealed class ConnectUserIdentityInfo : ConnectUserPart
{
    private static readonly UserProperty Property = UserSchema.Get("IdentityInfo");

    /// <summary>Makes an object without values.</summary>
    public ConnectUserIdentityInfo()
    {
    }

    /// <summary>Makes the object from a hashtable or object with its members, in Pascal or snake case, or from the roster syntax, <c>FirstName=Ana;LastName=Li</c>.</summary>
    /// <param name="members">The members.</param>
    /// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
    public ConnectUserIdentityInfo(object members) => Node = UserValueConverter.ToPart(Property, members);

    /// <summary>The first name; at most 255 characters.</summary>
    public string? FirstName { get => GetText(nameof(FirstName)); set => SetText(nameof(FirstName), value); }

    /// <summary>The last name; at most 300 characters.</summary>
    public string? LastName { get => GetText(nameof(LastName)); set => SetText(nameof(LastName), value); }

    /// <summary>The email address.</summary>
    public string? Email { get => GetText(nameof(Email)); set => SetText(nameof(Email), value); }

    /// <summary>The address that gets notifications other than password resets.</summary>
    public string? SecondaryEmail { get => GetText(nameof(SecondaryEmail)); set => SetText(nameof(SecondaryEmail), value); }

    /// <summary>The mobile number in E.164 form, such as <c>+447700900123</c>.</summary>
    public string? Mobile { get => GetText(nameof(Mobile)); set => SetText(nameof(Mobile), value); }

    internal override UserProperty Shape => Property;
}
