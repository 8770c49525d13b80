using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>How the user takes calls. Each setting has a per-channel array that AWS recommends instead.</summary>
public sealed class ConnectUserPhoneConfig : ConnectUserPart
{
    private static readonly UserProperty Property = UserSchema.Get("PhoneConfig");

    /// <summary>Makes an object without values.</summary>
    public ConnectUserPhoneConfig()
    {
    }

    /// <summary>Makes the object from a hashtable or object with its members, in Pascal or snake case, or from the roster syntax, <c>PhoneType=SOFT_PHONE;AutoAccept=true</c>.</summary>
    /// <param name="members">The members.</param>
    /// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
    public ConnectUserPhoneConfig(object members) => Node = UserValueConverter.ToPart(Property, members);

    /// <summary>The time for work after a call, in seconds, 0 to 2,000,000; 0 means no limit.</summary>
    public int? AfterContactWorkTimeLimit { get => GetInteger(nameof(AfterContactWorkTimeLimit)); set => SetInteger(nameof(AfterContactWorkTimeLimit), value); }

    /// <summary>Whether contacts are accepted without a click.</summary>
    public bool? AutoAccept { get => GetFlag(nameof(AutoAccept)); set => SetFlag(nameof(AutoAccept), value); }

    /// <summary>The number of the desk phone, in E.164 form.</summary>
    public string? DeskPhoneNumber { get => GetText(nameof(DeskPhoneNumber)); set => SetText(nameof(DeskPhoneNumber), value); }

    /// <summary><c>SOFT_PHONE</c> or <c>DESK_PHONE</c>.</summary>
    public string? PhoneType { get => GetText(nameof(PhoneType)); set => SetText(nameof(PhoneType), value); }

    /// <summary>Whether the connection stays open between calls.</summary>
    public bool? PersistentConnection { get => GetFlag(nameof(PersistentConnection)); set => SetFlag(nameof(PersistentConnection), value); }

    internal override UserProperty Shape => Property;
}
