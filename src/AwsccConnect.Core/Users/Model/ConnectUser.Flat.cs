using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <content>
/// The leaves of the nested objects as properties of the user. They write through. Where a user has the per-channel array
/// instead of the flat setting, a read gives the array's element for the channel VOICE.
/// </content>
public sealed partial class ConnectUser
{
    /// <summary>The first name.</summary>
    public string? FirstName { get => Parts.IdentityInfo?.FirstName; set => IdentityInfo.FirstName = value; }

    /// <summary>The last name.</summary>
    public string? LastName { get => Parts.IdentityInfo?.LastName; set => IdentityInfo.LastName = value; }

    /// <summary>The email address.</summary>
    public string? Email { get => Parts.IdentityInfo?.Email; set => IdentityInfo.Email = value; }

    /// <summary>The address that gets notifications other than password resets.</summary>
    public string? SecondaryEmail { get => Parts.IdentityInfo?.SecondaryEmail; set => IdentityInfo.SecondaryEmail = value; }

    /// <summary>The mobile number in E.164 form.</summary>
    public string? Mobile { get => Parts.IdentityInfo?.Mobile; set => IdentityInfo.Mobile = value; }

    /// <summary><c>SOFT_PHONE</c> or <c>DESK_PHONE</c>.</summary>
    public string? PhoneType
    {
        get => Parts.PhoneConfig?.PhoneType ?? VoicePhone?.PhoneType;
        set => PhoneConfig.PhoneType = value;
    }

    /// <summary>The number of the desk phone in E.164 form.</summary>
    public string? DeskPhoneNumber
    {
        get => Parts.PhoneConfig?.DeskPhoneNumber ?? VoicePhone?.PhoneNumber;
        set => PhoneConfig.DeskPhoneNumber = value;
    }

    /// <summary>Whether contacts are accepted without a click.</summary>
    public bool? AutoAccept
    {
        get => Parts.PhoneConfig?.AutoAccept ?? Parts.AutoAcceptConfigs?.FirstOrDefault(item => IsVoice(item?.Channel))?.AutoAccept;
        set => PhoneConfig.AutoAccept = value;
    }

    /// <summary>The time for work after a call, in seconds; 0 means no limit.</summary>
    public int? AfterContactWorkTimeLimit
    {
        get => Parts.PhoneConfig?.AfterContactWorkTimeLimit
            ?? Parts.AfterContactWorkConfigs?.FirstOrDefault(item => IsVoice(item?.Channel))?.AfterContactWorkConfig.AfterContactWorkTimeLimit;
        set => PhoneConfig.AfterContactWorkTimeLimit = value;
    }

    /// <summary>Whether the connection stays open between calls.</summary>
    public bool? PersistentConnection
    {
        get => Parts.PhoneConfig?.PersistentConnection
            ?? Parts.PersistentConnectionConfigs?.FirstOrDefault(item => IsVoice(item?.Channel))?.PersistentConnection;
        set => PhoneConfig.PersistentConnection = value;
    }

    /// <summary>Cloud Control's identifier: the user's ARN.</summary>
    public string? Identifier { get => UserArn; set => UserArn = value; }

    /// <summary>The user's ARN.</summary>
    public string? Arn { get => UserArn; set => UserArn = value; }

    /// <summary>
    /// A checksum of the values that an export has in two columns, such as <c>RoutingProfile</c> and <c>RoutingProfileArn</c>. With it, an import
    /// takes the column that was edited.
    /// </summary>
    public string Checksum => UserChecksum.Of(ToJson(), NamesToJson());

    private ConnectPhoneNumberConfig? VoicePhone => Parts.PhoneNumberConfigs?.FirstOrDefault(item => IsVoice(item?.Channel));

    private static bool IsVoice(string? channel) => "VOICE".Equals(channel, StringComparison.OrdinalIgnoreCase);
}
