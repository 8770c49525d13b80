using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>The phone of a channel.</summary>
/// <param name="members">A hashtable or object with its members, in Pascal or snake case, or the roster syntax, <c>VOICE:PhoneType=SOFT_PHONE</c>; null for none.</param>
/// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
public sealed class ConnectPhoneNumberConfig(object? members) : ConnectUserPart(UserSchema.Get("PhoneNumberConfigs"), members)
{
    /// <summary>Makes an object without values.</summary>
    public ConnectPhoneNumberConfig()
        : this(null)
    {
    }

    /// <summary>The channel; AWS takes <c>VOICE</c> only.</summary>
    public string? Channel { get => GetText(); set => SetText(value); }

    /// <summary><c>SOFT_PHONE</c> or <c>DESK_PHONE</c>.</summary>
    public string? PhoneType { get => GetText(); set => SetText(value); }

    /// <summary>The number, in E.164 form.</summary>
    public string? PhoneNumber { get => GetText(); set => SetText(value); }
}
