using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>The phone of a channel.</summary>
public sealed class ConnectPhoneNumberConfig : ConnectUserPart
{
    private static readonly UserProperty Property = UserSchema.Get("PhoneNumberConfigs");

    /// <summary>Makes an object without values.</summary>
    public ConnectPhoneNumberConfig()
    {
    }

    /// <summary>Makes the object from a hashtable or object with its members, in Pascal or snake case, or from the roster syntax, <c>VOICE:PhoneType=SOFT_PHONE</c>.</summary>
    /// <param name="members">The members.</param>
    /// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
    public ConnectPhoneNumberConfig(object members) => Node = UserValueConverter.ToPart(Property, members);

    /// <summary>The channel; AWS takes <c>VOICE</c> only.</summary>
    public string? Channel { get => GetText(nameof(Channel)); set => SetText(nameof(Channel), value); }

    /// <summary><c>SOFT_PHONE</c> or <c>DESK_PHONE</c>.</summary>
    public string? PhoneType { get => GetText(nameof(PhoneType)); set => SetText(nameof(PhoneType), value); }

    /// <summary>The number, in E.164 form.</summary>
    public string? PhoneNumber { get => GetText(nameof(PhoneNumber)); set => SetText(nameof(PhoneNumber), value); }

    internal override UserProperty Shape => Property;
}
