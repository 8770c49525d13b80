using System.Text.Json;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Export;

/// <summary>
/// Writes users as the CSV template with which the Connect console adds users in bulk
/// (docs.aws.amazon.com/connect/latest/adminguide/add-users.html). The template of an instance with SAML has neither email addresses nor
/// passwords; the column for the hierarchy, which tools around the console add, is there where some user has a group.
/// </summary>
internal sealed class ConsoleTemplate(IReadOnlyList<StackEntry> users, bool isSaml)
{
    private const string Hierarchy = "HierarchyGroupArn";

    /// <summary>The headers and their properties; a password is never written.</summary>
    private static readonly (string Header, UserProperty Property)[] AllColumns =
    [
        ("first name", UserSchema.Get("FirstName")),
        ("last name", UserSchema.Get("LastName")),
        ("email address", UserSchema.Get("Email")),
        ("password", UserSchema.Get("Password")),
        ("user login", UserSchema.Get("Username")),
        ("routing profile name", UserSchema.Get("RoutingProfileArn")),
        ("security_profile_name_1|security_profile_name_2", UserSchema.Get("SecurityProfileArns")),
        ("phone type (soft/desk)", UserSchema.Get("PhoneType")),
        ("phone number", UserSchema.Get("DeskPhoneNumber")),
        ("soft phone auto accept (yes/no)", UserSchema.Get("AutoAccept")),
        ("ACW timeout (seconds)", UserSchema.Get("AfterContactWorkTimeLimit")),
        ("UserHierarchy", UserSchema.Get(Hierarchy)),
    ];

    private readonly (string Header, UserProperty Property)[] _columns =
    [
        .. AllColumns.Where(column => !(isSaml && column.Property.Name is "Email" or "Password")
            && (column.Property.Name != Hierarchy || users.Any(user => user.Properties[Hierarchy] is not null))),
    ];

    public string ToText()
    {
        var writer = new StringWriter();
        CsvLine.Write(writer, _columns.Select(column => column.Header), users.Select(user => _columns.Select(column => Cell(user, column.Property))));
        return writer.ToString();
    }

    /// <summary>The properties for which the template has no column, each with the number of users that have it.</summary>
    public IReadOnlyDictionary<string, int> LeftOut() => users
        .SelectMany(user => UserSchema.Leaves.Where(property => IsLeftOut(user, property)))
        .GroupBy(property => property.Name)
        .ToDictionary(group => group.Key, group => group.Count());

    /// <summary>The ARNs that stand in for names that there are not, or that mean several.</summary>
    public IReadOnlyList<string> Unnamed() => [.. users
        .SelectMany(user => new[] { user.Properties["RoutingProfileArn"], user.Properties[Hierarchy] }.Concat(user.Properties["SecurityProfileArns"] as JsonArray ?? []))
        .Select(JsonText.StringOf)
        .OfType<string>()
        .Where(text => ConnectArn.TryParse(text, out _))
        .Distinct(StringComparer.Ordinal)];

    private static string Cell(StackEntry user, UserProperty property)
    {
        var value = ValueOf(user, property);
        return value switch
        {
            null => "",
            JsonArray names => string.Join('|', names.Select(name => RosterSyntax.Escape(JsonText.StringOf(name) ?? "", RosterSyntax.ListDelimiters)).Order(StringComparer.Ordinal)),
            _ when property.Kind == UserValueKind.Boolean => value.GetValueKind() == JsonValueKind.True ? "yes" : "no",
            _ when property.EnumSuffix.Length > 0 => JsonText.StringOf(value)!.Replace(property.EnumSuffix, "", StringComparison.Ordinal).ToLowerInvariant(),
            _ => JsonText.StringOf(value) ?? "",
        };
    }

    /// <summary>The value, or that of the per-channel array for VOICE.</summary>
    private static JsonNode? ValueOf(StackEntry user, UserProperty property)
    {
        if (JsonPointer.Get(user.Properties, property.Pointer) is { } value)
        {
            return value;
        }

        var set = UserValidator.ConflictingSettings.FirstOrDefault(setting => setting.Flat == property).Set;
        return set is null ? null : PerChannelSettings.VoiceValue(property, user.Properties[set.Name] as JsonArray);
    }

    private bool IsLeftOut(StackEntry user, UserProperty property)
    {
        var value = JsonPointer.Get(user.Properties, property.Pointer);
        if (JsonText.IsNothing(value) || property.Name == "InstanceArn" || IsColumn(property))
        {
            return false;
        }

        // Without the setting there is no persistent connection either.
        return property.Kind == UserValueKind.ChannelSet
            ? !UserStateComparer.AreEqual(property, value, VoiceOnly(user, property))
            : property.Name != "PersistentConnection" || value!.GetValueKind() != JsonValueKind.False;
    }

    /// <summary>What the columns say about a per-channel array.</summary>
    private JsonArray VoiceOnly(StackEntry user, UserProperty set)
    {
        var elements = new JsonArray();
        foreach (var (flat, _) in UserValidator.ConflictingSettings.Where(setting => setting.Set == set && IsColumn(setting.Flat)))
        {
            elements = ValueOf(user, flat) is { } voice ? PerChannelSettings.WithVoiceValue(flat, elements, voice) : elements;
        }

        return elements;
    }

    private bool IsColumn(UserProperty property) => Array.Exists(_columns, column => column.Property == property);
}
