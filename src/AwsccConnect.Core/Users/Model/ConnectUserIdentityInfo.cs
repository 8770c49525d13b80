using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>Who the user is. An empty text is the same as no value.</summary>
/// <param name="members">A hashtable or object with its members, in Pascal or snake case, or the roster syntax, <c>FirstName=Ana;LastName=Li</c>; null for none.</param>
/// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
public sealed class ConnectUserIdentityInfo(object? members) : ConnectUserPart(UserSchema.Get("IdentityInfo"), members)
{
    /// <summary>Makes an object without values.</summary>
    public ConnectUserIdentityInfo()
        : this(null)
    {
    }

    /// <summary>The first name; at most 255 characters.</summary>
    public string? FirstName { get => GetText(); set => SetText(value); }

    /// <summary>The last name; at most 300 characters.</summary>
    public string? LastName { get => GetText(); set => SetText(value); }

    /// <summary>The email address.</summary>
    public string? Email { get => GetText(); set => SetText(value); }

    /// <summary>The address that gets notifications other than password resets.</summary>
    public string? SecondaryEmail { get => GetText(); set => SetText(value); }

    /// <summary>The mobile number in E.164 form, such as <c>+447700900123</c>.</summary>
    public string? Mobile { get => GetText(); set => SetText(value); }
}
