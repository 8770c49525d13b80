using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>How the user takes calls. Each setting has a per-channel array that AWS recommends instead.</summary>
/// <param name="members">A hashtable or object with its members, in Pascal or snake case, or the roster syntax, <c>PhoneType=SOFT_PHONE;AutoAccept=true</c>; null for none.</param>
/// <exception cref="UserValueException">A member is unknown, or its value does not fit.</exception>
public sealed class ConnectUserPhoneConfig(object? members) : ConnectUserPart(UserSchema.Get("PhoneConfig"), members)
{
    /// <summary>Makes an object without values.</summary>
    public ConnectUserPhoneConfig()
        : this(null)
    {
    }

    /// <summary>The time for work after a call, in seconds, 0 to 2,000,000; 0 means no limit.</summary>
    public int? AfterContactWorkTimeLimit { get => GetInteger(); set => Set(value); }

    /// <summary>Whether contacts are accepted without a click.</summary>
    public bool? AutoAccept { get => GetFlag(); set => Set(value); }

    /// <summary>The number of the desk phone, in E.164 form.</summary>
    public string? DeskPhoneNumber { get => GetText(); set => SetText(value); }

    /// <summary><c>SOFT_PHONE</c> or <c>DESK_PHONE</c>.</summary>
    public string? PhoneType { get => GetText(); set => SetText(value); }

    /// <summary>Whether the connection stays open between calls.</summary>
    public bool? PersistentConnection { get => GetFlag(); set => Set(value); }
}
