using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AwsccConnect.Core.Users;

/// <summary>
/// The properties of <c>AWS::Connect::User</c>, after AWS's public resource schema
/// (docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-connect-user.html).
/// Where the schema's versions differ, the wider range is the one here: AWS has the last word.
/// </summary>
internal static partial class UserSchema
{
    private static readonly UserProperty Channel = new()
    {
        Name = "Channel",
        Pointer = "/Channel",
        Kind = UserValueKind.String,
        IsRequired = true,
        EnumValues = ["VOICE", "CHAT", "TASK", "EMAIL"],
    };

    /// <summary>Every property, parents before their leaves.</summary>
    public static IReadOnlyList<UserProperty> Properties { get; } = Build();

    /// <summary>The leaves and arrays: everything that a patch operation may name.</summary>
    public static IReadOnlyList<UserProperty> Leaves { get; } = [.. Properties.Where(p => p.Kind != UserValueKind.Object)];

    // Initializers run in the order written, so the indexes come after the properties.
    private static readonly Dictionary<string, UserProperty> ByName = IndexNames();
    private static readonly Dictionary<string, UserProperty> ByPointer = Properties.ToDictionary(p => p.Pointer);

    /// <summary>
    /// Finds a property by a column's name: its own, with that of its parent or without, or an alias, among them the headers of the Connect
    /// console's template. Case, blanks, underscores, hyphens, dots and invisible characters make no difference.
    /// </summary>
    public static bool TryFind(string? columnName, [NotNullWhen(true)] out UserProperty? property)
    {
        property = null;
        if (columnName is null || ByName.TryGetValue(columnName, out property))
        {
            return property is not null;
        }

        var name = ColumnName.Compact(columnName);
        return ByName.TryGetValue(name, out property)
            || (Numbered().Match(name) is { Success: true } numbered && ByName.TryGetValue(numbered.Groups["name"].Value, out property));
    }

    /// <summary>Finds a property by its JSON Pointer, such as <c>/PhoneConfig/AutoAccept</c>.</summary>
    public static bool TryFindPointer(string? pointer, [NotNullWhen(true)] out UserProperty? property)
    {
        property = null;
        return pointer is not null && ByPointer.TryGetValue(pointer, out property);
    }

    /// <summary>The property of that Pascal case name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static UserProperty Get(string name) =>
        TryFind(name, out var property) ? property : throw new KeyNotFoundException($"AWS::Connect::User has no property '{name}'.");

    /// <summary>The property at a pointer; one of kind <see cref="UserValueKind.Unknown"/> where this version does not know it.</summary>
    public static UserProperty At(string pointer) => TryFindPointer(pointer, out var property) ? property : UserProperty.Unknown(pointer);

    /// <summary>The console's header for several values, such as <c>security_profile_name_1|security_profile_name_2</c>.</summary>
    [GeneratedRegex(@"^(?<name>securityprofilename|userhierarchy)[0-9]+(\|\k<name>[0-9]+)*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();

    private static Dictionary<string, UserProperty> IndexNames()
    {
        var names = new Dictionary<string, UserProperty>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in Properties)
        {
            foreach (var name in property.Aliases.Append(property.Name).Append(property.SnakeName))
            {
                names[name] = property;
                names[JsonNamingPolicy.SnakeCaseLower.ConvertName(name)] = property;
                names[property.ParentName + name] = property;
            }
        }

        return names;
    }

    private static UserProperty[] Build()
    {
        UserProperty[] identity =
        [
            Text("FirstName", "/IdentityInfo", maxLength: 255) with { Aliases = ["GivenName", "Forename"] },
            Text("LastName", "/IdentityInfo", maxLength: 300) with { Aliases = ["FamilyName", "Surname"] },
            Text("Email", "/IdentityInfo") with { Aliases = ["EmailAddress", "Mail"] },
            Text("SecondaryEmail", "/IdentityInfo") with { Aliases = ["SecondaryEmailAddress"] },
            PhoneNumber("Mobile", "/IdentityInfo"),
        ];
        UserProperty[] phone =
        [
            TimeLimit with { Pointer = "/PhoneConfig/AfterContactWorkTimeLimit", Aliases = ["AcwTimeout", "AcwTimeout(seconds)", "Acw", "AfterCallWork", "AfterCallWorkTime"] },
            Flag("AutoAccept", "/PhoneConfig") with { Aliases = ["SoftPhoneAutoAccept", "SoftPhoneAutoAccept(yes/no)"] },
            PhoneNumber("DeskPhoneNumber", "/PhoneConfig") with { Aliases = ["PhoneNumber"] },
            PhoneType with { Pointer = "/PhoneConfig/PhoneType", IsRequired = false, Aliases = ["PhoneType(soft/desk)"] },
            Flag("PersistentConnection", "/PhoneConfig"),
        ];
        UserProperty[] setting =
        [
            TimeLimit,
            Text("AfterContactWorkMode") with { EnumValues = ["ON", "OFF", "ON_DEMAND"] },
        ];
        return
        [
            // The aliases are the names of the same property in Connect's own API, the AWS CLI, Terraform, the template of the Connect
            // console (docs.aws.amazon.com/connect/latest/adminguide/add-users.html) and files of HR; ids are resolved as names are.
            Arn("InstanceArn", ConnectResourceKind.Instance) with { IsRequired = true, IsUpdatable = false, Aliases = ["Instance", "InstanceId", "InstanceAlias"] },
            Text("DirectoryUserId") with { IsUpdatable = false },
            Arn("HierarchyGroupArn", ConnectResourceKind.HierarchyGroup) with { Aliases = ["HierarchyGroup", "HierarchyGroupId", "HierarchyGroupName", "UserHierarchy", "AgentHierarchy"] },
            Text("Username", maxLength: 64) with
            {
                IsRequired = true,
                IsUpdatable = false,
                MinLength = 1,
                Pattern = @"^[a-zA-Z0-9_\-.@]+\z",
                PatternMeaning = "letters a-z, digits, and _ - . @",
                Aliases = ["Name", "UserLogin", "Login", "LoginName"],
            },
            Text("Password") with { IsWriteOnly = true, IsUpdatable = false },
            Arn("RoutingProfileArn", ConnectResourceKind.RoutingProfile) with { IsRequired = true, Aliases = ["RoutingProfile", "RoutingProfileId", "RoutingProfileName"] },
            new() { Name = "IdentityInfo", Pointer = "/IdentityInfo", Kind = UserValueKind.Object, Members = identity },
            .. identity,
            new() { Name = "PhoneConfig", Pointer = "/PhoneConfig", Kind = UserValueKind.Object, Members = phone },
            .. phone,
            new()
            {
                Name = "SecurityProfileArns",
                Pointer = "/SecurityProfileArns",
                Kind = UserValueKind.ArnSet,
                IsRequired = true,
                MinItems = 1,
                MaxItems = 10,
                ArnKind = ConnectResourceKind.SecurityProfile,
                Aliases = ["SecurityProfile", "SecurityProfiles", "SecurityProfileArn", "SecurityProfileId", "SecurityProfileIds", "SecurityProfileName", "SecurityProfileNames"],
            },
            Arn("UserArn", ConnectResourceKind.User) with { IsReadOnly = true, IsUpdatable = false, Aliases = ["Arn", "Identifier", "Id", "UserId"] },
            Set("Tags", UserValueKind.TagSet, ["Key"], "Tag",
                Text("Key", maxLength: 128) with { IsRequired = true, MinLength = 1 },
                Text("Value", maxLength: 256) with { IsRequired = true }) with { MaxItems = 50 },
            Set("UserProficiencies", UserValueKind.ProficiencySet, ["AttributeName", "AttributeValue"], "UserProficiency",
                Text("AttributeName", maxLength: 64) with { IsRequired = true, MinLength = 1 },
                Text("AttributeValue", maxLength: 64) with { IsRequired = true, MinLength = 1 },
                new() { Name = "Level", Pointer = "/Level", Kind = UserValueKind.Number, IsRequired = true, Minimum = 0, Maximum = 10 })
                with { Aliases = ["Proficiency", "Proficiencies", "UserProficiency"] },
            ChannelSet("AutoAcceptConfigs", "AutoAcceptConfig",
                Flag("AutoAccept") with { IsRequired = true },
                Flag("AgentFirstCallbackAutoAccept")),
            ChannelSet("AfterContactWorkConfigs", "AfterContactWorkConfig",
                new() { Name = "AfterContactWorkConfig", Pointer = "/AfterContactWorkConfig", Kind = UserValueKind.Object, IsRequired = true, Members = setting },
                new() { Name = "AgentFirstCallbackAfterContactWorkConfig", Pointer = "/AgentFirstCallbackAfterContactWorkConfig", Kind = UserValueKind.Object, Members = setting }),
            ChannelSet("PhoneNumberConfigs", "PhoneNumberConfig",
                PhoneType,
                PhoneNumber("PhoneNumber")),
            ChannelSet("PersistentConnectionConfigs", "PersistentConnectionConfig",
                Flag("PersistentConnection") with { IsRequired = true }),
            ChannelSet("VoiceEnhancementConfigs", "VoiceEnhancementConfig",
                Text("VoiceEnhancementMode") with { IsRequired = true, EnumValues = ["NONE", "VOICE_ISOLATION", "NOISE_SUPPRESSION"] }),
        ];
    }

    private static UserProperty TimeLimit => new()
    {
        // Seconds; 0 means indefinite. The upper limit is the documentation's, the schema has none.
        Name = "AfterContactWorkTimeLimit",
        Pointer = "/AfterContactWorkTimeLimit",
        Kind = UserValueKind.Integer,
        Minimum = 0,
        Maximum = 2_000_000,
    };

    private static UserProperty PhoneType => Text("PhoneType") with { IsRequired = true, EnumValues = ["SOFT_PHONE", "DESK_PHONE"], EnumSuffix = "_PHONE" };

    // The resource schema has the pattern for Mobile alone; Amazon Connect's API has it for each number.
    private static UserProperty PhoneNumber(string name, string parent = "") => Text(name, parent) with
    {
        Pattern = @"^\+[1-9][0-9]{1,14}\z",
        PatternMeaning = "a phone number in E.164 form: +, country code, number, at most 15 digits",
        IsPhoneNumber = true,
    };

    private static UserProperty Text(string name, string parent = "", int? maxLength = null) =>
        new() { Name = name, Pointer = $"{parent}/{name}", Kind = UserValueKind.String, MaxLength = maxLength };

    private static UserProperty Flag(string name, string parent = "") => new() { Name = name, Pointer = $"{parent}/{name}", Kind = UserValueKind.Boolean };

    private static UserProperty Arn(string name, ConnectResourceKind kind) => Text(name) with { ArnKind = kind };

    private static UserProperty Set(string name, UserValueKind kind, string[] keys, string alias, params UserProperty[] members) =>
        new() { Name = name, Pointer = $"/{name}", Kind = kind, KeyMembers = keys, Members = members, Aliases = [alias] };

    private static UserProperty ChannelSet(string name, string alias, params UserProperty[] members) =>
        Set(name, UserValueKind.ChannelSet, ["Channel"], alias, [Channel, .. members]);
}
