using System.Security;
using AwsccConnect.Core.NameResolution;

namespace AwsccConnect;

/// <summary>
/// An Amazon Connect user (<c>AWS::Connect::User</c>). A user that was read keeps its original state,
/// so that a later change separates what was edited from what another client changed meanwhile.
/// </summary>
public sealed partial class ConnectUser
{
    /// <summary>The name to sign in with: 1 to 64 of a-z, A-Z, 0-9, _ - . @; unique in the instance. Cannot be changed.</summary>
    public string? Username { get; set; }

    /// <summary>The user's ARN, set by AWS: Cloud Control's identifier.</summary>
    public string? UserArn { get; set; }

    /// <summary>The ARN of the instance. Cannot be changed.</summary>
    public string? InstanceArn { get; set; }

    /// <summary>The Region of the instance.</summary>
    public string? Region { get; set; }

    /// <summary>The id of the account in the directory used for identity management. Cannot be changed.</summary>
    public string? DirectoryUserId { get; set; }

    /// <summary>The ARN of the routing profile.</summary>
    public string? RoutingProfileArn { get; set; }

    /// <summary>The ARN of the hierarchy group.</summary>
    public string? HierarchyGroupArn { get; set; }

    /// <summary>The password for a new user. A read never fills it.</summary>
    public SecureString? Password { get; set; }

    /// <summary>Who the user is; never null, setting null clears every member.</summary>
    public ConnectUserIdentityInfo IdentityInfo
    {
        get => Parts.IdentityInfo ??= new();
        set => Parts.IdentityInfo = value;
    }

    /// <summary>How the user takes calls; never null, setting null clears every member.</summary>
    public ConnectUserPhoneConfig PhoneConfig
    {
        get => Parts.PhoneConfig ??= new();
        set => Parts.PhoneConfig = value;
    }

    /// <summary>The ARNs of one to ten security profiles; never null.</summary>
    public ConnectArnList SecurityProfileArns
    {
        get => Parts.SecurityProfileArns ??= [];
        set => Parts.SecurityProfileArns = value;
    }

    /// <summary>At most 50 tags; never null, setting null clears it.</summary>
    public ConnectTagList Tags
    {
        get => Parts.Tags ??= [];
        set => Parts.Tags = value;
    }

    /// <summary>The proficiencies; never null, setting null clears it.</summary>
    public ConnectUserProficiencyList UserProficiencies
    {
        get => Parts.UserProficiencies ??= [];
        set => Parts.UserProficiencies = value;
    }

    /// <summary>Work after contacts per channel; never null, setting null clears it.</summary>
    public ConnectAfterContactWorkConfigList AfterContactWorkConfigs
    {
        get => Parts.AfterContactWorkConfigs ??= [];
        set => Parts.AfterContactWorkConfigs = value;
    }

    /// <summary>Automatic acceptance per channel; never null, setting null clears it.</summary>
    public ConnectAutoAcceptConfigList AutoAcceptConfigs
    {
        get => Parts.AutoAcceptConfigs ??= [];
        set => Parts.AutoAcceptConfigs = value;
    }

    /// <summary>Persistent connections per channel; never null, setting null clears it.</summary>
    public ConnectPersistentConnectionConfigList PersistentConnectionConfigs
    {
        get => Parts.PersistentConnectionConfigs ??= [];
        set => Parts.PersistentConnectionConfigs = value;
    }

    /// <summary>Phones per channel; never null, setting null clears it.</summary>
    public ConnectPhoneNumberConfigList PhoneNumberConfigs
    {
        get => Parts.PhoneNumberConfigs ??= [];
        set => Parts.PhoneNumberConfigs = value;
    }

    /// <summary>Voice enhancement per channel; never null, setting null clears it.</summary>
    public ConnectVoiceEnhancementConfigList VoiceEnhancementConfigs
    {
        get => Parts.VoiceEnhancementConfigs ??= [];
        set => Parts.VoiceEnhancementConfigs = value;
    }

    /// <summary>Where the names of profiles may be known; null for a user that was not read.</summary>
    internal NameCache? Names { get; set; }

    /// <summary>
    /// The name of the routing profile where the session knows it, without a call. A method and no property, since it is not part of
    /// the user: exports and comparisons leave it alone.
    /// </summary>
    /// <returns>The name; null where it is not known.</returns>
    public string? GetRoutingProfileName() => Names?.NameOf(RoutingProfileArn);

    /// <summary>The username, or the ARN where there is none.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Username ?? UserArn ?? "";
}
