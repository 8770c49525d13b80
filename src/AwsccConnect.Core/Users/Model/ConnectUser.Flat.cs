using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <content>
/// The leaves of the nested objects as properties of the user. They write through. Where a user has the per-channel array
/// instead of the flat setting, a read gives the array's element for the channel VOICE.
/// </content>
public sealed partial class ConnectUser
{
    /// <summary>The first name.</summary>
    public string? FirstName { get => IdentityInfo.FirstName; set => IdentityInfo.FirstName = value; }

    /// <summary>The last name.</summary>
    public string? LastName { get => IdentityInfo.LastName; set => IdentityInfo.LastName = value; }

    /// <summary>The email address.</summary>
    public string? Email { get => IdentityInfo.Email; set => IdentityInfo.Email = value; }

    /// <summary>The address that gets notifications other than password resets.</summary>
    public string? SecondaryEmail { get => IdentityInfo.SecondaryEmail; set => IdentityInfo.SecondaryEmail = value; }

    /// <summary>The mobile number in E.164 form.</summary>
    public string? Mobile { get => IdentityInfo.Mobile; set => IdentityInfo.Mobile = value; }

    /// <summary><c>SOFT_PHONE</c> or <c>DESK_PHONE</c>.</summary>
    public string? PhoneType { get => PhoneConfig.PhoneType ?? Voice(PhoneNumberConfigs)?.PhoneType; set => PhoneConfig.PhoneType = value; }

    /// <summary>The number of the desk phone in E.164 form.</summary>
    public string? DeskPhoneNumber { get => PhoneConfig.DeskPhoneNumber ?? Voice(PhoneNumberConfigs)?.PhoneNumber; set => PhoneConfig.DeskPhoneNumber = value; }

    /// <summary>Whether contacts are accepted without a click.</summary>
    public bool? AutoAccept { get => PhoneConfig.AutoAccept ?? Voice(AutoAcceptConfigs)?.AutoAccept; set => PhoneConfig.AutoAccept = value; }

    /// <summary>The time for work after a call, in seconds; 0 means no limit.</summary>
    public int? AfterContactWorkTimeLimit
    {
        get => PhoneConfig.AfterContactWorkTimeLimit ?? Voice(AfterContactWorkConfigs)?.AfterContactWorkConfig.AfterContactWorkTimeLimit;
        set => PhoneConfig.AfterContactWorkTimeLimit = value;
    }

    /// <summary>Whether the connection stays open between calls.</summary>
    public bool? PersistentConnection
    {
        get => PhoneConfig.PersistentConnection ?? Voice(PersistentConnectionConfigs)?.PersistentConnection;
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

    private static T? Voice<T>(ConnectUserPartList<T> settings)
        where T : ConnectUserPart, new() =>
        settings.FirstOrDefault(item => "VOICE".Equals(JsonText.StringOf(item?.Node["Channel"]), StringComparison.OrdinalIgnoreCase));
}
