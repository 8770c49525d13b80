using System.Security;
using System.Text.Json.Nodes;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Users;

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

    /// <summary>
    /// The name of the routing profile; its id where the name is not known or is that of several. Setting it sets <see cref="RoutingProfileArn"/>.
    /// </summary>
    public string? RoutingProfile
    {
        get => NameOf(RoutingProfileArn);
        set => RoutingProfileArn = ArnOf(ConnectResourceKind.RoutingProfile, value);
    }

    /// <summary>The ARN of the hierarchy group.</summary>
    public string? HierarchyGroupArn { get; set; }

    /// <summary>
    /// The name of the hierarchy group; where several have it, the names from the top, <c>Site/Team</c>; its id where they are not known or
    /// mean several. Setting it sets <see cref="HierarchyGroupArn"/>.
    /// </summary>
    public string? HierarchyGroup
    {
        get => NameOf(HierarchyGroupArn);
        set => HierarchyGroupArn = ArnOf(ConnectResourceKind.HierarchyGroup, value);
    }

    /// <summary>The password for a new user. A read never fills it.</summary>
    public SecureString? Password { get; set; }

    /// <summary>Who the user is; never null, setting null clears every member.</summary>
    public ConnectUserIdentityInfo IdentityInfo { get => Part<ConnectUserIdentityInfo>(); set => SetPart(value); }

    /// <summary>How the user takes calls; never null, setting null clears every member.</summary>
    public ConnectUserPhoneConfig PhoneConfig { get => Part<ConnectUserPhoneConfig>(); set => SetPart(value); }

    /// <summary>The ARNs of one to ten security profiles; never null.</summary>
    public ConnectArnList SecurityProfileArns { get => Part<ConnectArnList>(); set => SetPart(value); }

    /// <summary>
    /// The names of the security profiles, ids where names are not known or are those of several; never null. Changing it changes
    /// <see cref="SecurityProfileArns"/>.
    /// </summary>
    public ConnectSecurityProfileNames SecurityProfile
    {
        get => new(SecurityProfileArns, arn => NameOf(arn)!, ArnOfSecurityProfile);
        set => SecurityProfileArns = value is null ? [] : new ConnectArnList(value.Select(ArnOfSecurityProfile).ToArray());
    }

    /// <summary>At most 50 tags; never null, setting null clears it.</summary>
    public ConnectTagList Tags { get => Part<ConnectTagList>(); set => SetPart(value); }

    /// <summary>The proficiencies; never null, setting null clears it.</summary>
    public ConnectUserPartList<ConnectUserProficiency> UserProficiencies { get => Part<ConnectUserPartList<ConnectUserProficiency>>(); set => SetPart(value); }

    /// <summary>Work after contacts per channel; never null, setting null clears it.</summary>
    public ConnectUserPartList<ConnectAfterContactWorkConfig> AfterContactWorkConfigs { get => Part<ConnectUserPartList<ConnectAfterContactWorkConfig>>(); set => SetPart(value); }

    /// <summary>Automatic acceptance per channel; never null, setting null clears it.</summary>
    public ConnectUserPartList<ConnectAutoAcceptConfig> AutoAcceptConfigs { get => Part<ConnectUserPartList<ConnectAutoAcceptConfig>>(); set => SetPart(value); }

    /// <summary>Persistent connections per channel; never null, setting null clears it.</summary>
    public ConnectUserPartList<ConnectPersistentConnectionConfig> PersistentConnectionConfigs { get => Part<ConnectUserPartList<ConnectPersistentConnectionConfig>>(); set => SetPart(value); }

    /// <summary>Phones per channel; never null, setting null clears it.</summary>
    public ConnectUserPartList<ConnectPhoneNumberConfig> PhoneNumberConfigs { get => Part<ConnectUserPartList<ConnectPhoneNumberConfig>>(); set => SetPart(value); }

    /// <summary>Voice enhancement per channel; never null, setting null clears it.</summary>
    public ConnectUserPartList<ConnectVoiceEnhancementConfig> VoiceEnhancementConfigs { get => Part<ConnectUserPartList<ConnectVoiceEnhancementConfig>>(); set => SetPart(value); }

    /// <summary>The names of profiles and groups that the session knows; null for a user that was not read.</summary>
    internal NameCache? Names { get; set; }

    /// <summary>The username, or the ARN where there is none.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Username ?? UserArn ?? "";

    /// <summary>The names of profiles and groups, ids where they are not known, under the names of the properties with the ARNs.</summary>
    internal JsonObject NamesToJson() => new()
    {
        [nameof(RoutingProfileArn)] = RoutingProfile,
        [nameof(HierarchyGroupArn)] = HierarchyGroup,
        [nameof(SecurityProfileArns)] = new JsonArray([.. SecurityProfile.Select(name => (JsonNode)name)]),
    };

    /// <summary>The names of profiles and groups by ARN, ids where they are not known.</summary>
    internal IReadOnlyDictionary<string, string> NamesByArn() => SecurityProfileArns.Append(RoutingProfileArn).Append(HierarchyGroupArn)
        .OfType<string>().Where(arn => arn.Length > 0).Distinct(StringComparer.Ordinal).ToDictionary(arn => arn, arn => NameOf(arn)!, StringComparer.Ordinal);

    private string? NameOf(string? arn) =>
        string.IsNullOrEmpty(arn) ? null : ShownValue.NameOf(arn, known => Names?.ShownNameOf(known));

    private string ArnOfSecurityProfile(string name) => ArnOf(ConnectResourceKind.SecurityProfile, name)!;

    /// <summary>The ARN of a name that the user has already or the session knows; else the name, which Set-ConnectUser looks up.</summary>
    private string? ArnOf(ConnectResourceKind kind, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        return new[] { RoutingProfileArn, HierarchyGroupArn }.Concat(SecurityProfileArns).FirstOrDefault(arn => IsOf(arn, kind) && NameOf(arn) == name)
            ?? (InstanceArn is not null && Names?.Find(kind, InstanceArn)?.FindClear(name)?.Found is [var only] ? only.Arn : name);

        static bool IsOf(string? arn, ConnectResourceKind kind) => ConnectArn.TryParse(arn, out var parsed) && parsed.ResourceKind == kind;
    }
}
