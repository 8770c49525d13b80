using AwsccConnect.Binding.Completers;

namespace AwsccConnect.Commands.Users;

/// <summary>The user's properties as parameters, for the commands that create and change users. None of them binds from the pipeline.</summary>
public abstract class UserPropertyCmdlet : UserWriteCmdlet
{
    /// <summary>ARN, id or name of the routing profile.</summary>
    [Parameter]
    [Alias("RoutingProfileArn")]
    [ArnArgument]
    [ArgumentCompleter(typeof(RoutingProfileCompleter))]
    public string? RoutingProfile { get; set; }

    /// <summary>ARNs, ids or names of the security profiles, 1-10: the complete set.</summary>
    [Parameter]
    [Alias("SecurityProfileArn", "SecurityProfileArns")]
    [ArnArgument]
    [ArgumentCompleter(typeof(SecurityProfileCompleter))]
    public string[]? SecurityProfile { get; set; }

    /// <summary>ARN, id, name or path (<c>Site/Team</c>) of the hierarchy group; $null for none.</summary>
    [Parameter]
    [Alias("HierarchyGroupArn")]
    [ArnArgument]
    [ArgumentCompleter(typeof(HierarchyGroupCompleter))]
    public string? HierarchyGroup { get; set; }

    /// <summary>First name, up to 255 characters.</summary>
    [Parameter]
    public string? FirstName { get; set; }

    /// <summary>Last name, up to 300 characters.</summary>
    [Parameter]
    public string? LastName { get; set; }

    /// <summary>E-mail address; an error where the instance uses SAML.</summary>
    [Parameter]
    public string? Email { get; set; }

    /// <summary>Second e-mail address: gets all notifications but password resets.</summary>
    [Parameter]
    public string? SecondaryEmail { get; set; }

    /// <summary>Mobile number in E.164 form, for example +442079460123.</summary>
    [Parameter]
    public string? Mobile { get; set; }

    /// <summary>SOFT_PHONE or DESK_PHONE.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnumCompleter))]
    public string? PhoneType { get; set; }

    /// <summary>Whether contacts are accepted automatically.</summary>
    [Parameter]
    public bool? AutoAccept { get; set; }

    /// <summary>Number of the desk phone in E.164 form.</summary>
    [Parameter]
    public string? DeskPhoneNumber { get; set; }

    /// <summary>After-contact work time in seconds, 0-2000000; 0 for no limit.</summary>
    [Parameter]
    public int? AfterContactWorkTimeLimit { get; set; }

    /// <summary>Whether the connection to the phone is kept between contacts.</summary>
    [Parameter]
    public bool? PersistentConnection { get; set; }

    /// <summary>Names, e-mail addresses and mobile number together, as a hashtable or object; only the members that it has are set.</summary>
    [Parameter]
    public object? IdentityInfo { get; set; }

    /// <summary>Phone settings together, as a hashtable or object; only the members that it has are set.</summary>
    [Parameter]
    public object? PhoneConfig { get; set; }

    /// <summary>Tags, at most 50: a hashtable, or objects with Key and Value. The complete set.</summary>
    [Parameter]
    [Alias("Tags")]
    public object? Tag { get; set; }

    /// <summary>Proficiencies: objects with AttributeName, AttributeValue and Level (0-10), or a hashtable of 'Attribute/Value' = level. The complete set.</summary>
    [Parameter]
    [Alias("UserProficiency", "UserProficiencies")]
    public object? Proficiency { get; set; }

    /// <summary>Auto-accept by channel: hashtables with Channel (VOICE, CHAT, TASK, EMAIL) and AutoAccept, merged by Channel.</summary>
    [Parameter]
    [Alias("AutoAcceptConfigs")]
    [ArgumentCompleter(typeof(ChannelConfigCompleter))]
    public object[]? AutoAcceptConfig { get; set; }

    /// <summary>After-contact work by channel: hashtables with Channel and AfterContactWorkConfig, merged by Channel.</summary>
    [Parameter]
    [Alias("AfterContactWorkConfigs")]
    [ArgumentCompleter(typeof(ChannelConfigCompleter))]
    public object[]? AfterContactWorkConfig { get; set; }

    /// <summary>Phone of the VOICE channel: a hashtable with Channel, PhoneType and PhoneNumber, merged by Channel.</summary>
    [Parameter]
    [Alias("PhoneNumberConfigs")]
    [ArgumentCompleter(typeof(ChannelConfigCompleter))]
    public object[]? PhoneNumberConfig { get; set; }

    /// <summary>Persistent connection of the VOICE channel: a hashtable with Channel and PersistentConnection, merged by Channel.</summary>
    [Parameter]
    [Alias("PersistentConnectionConfigs")]
    [ArgumentCompleter(typeof(ChannelConfigCompleter))]
    public object[]? PersistentConnectionConfig { get; set; }

    /// <summary>Voice enhancement of the VOICE channel: a hashtable with Channel and VoiceEnhancementMode, merged by Channel.</summary>
    [Parameter]
    [Alias("VoiceEnhancementConfigs")]
    [ArgumentCompleter(typeof(ChannelConfigCompleter))]
    public object[]? VoiceEnhancementConfig { get; set; }

    /// <summary>Continue where rows have columns that are not known, without these columns. Default: the command ends before its first write.</summary>
    [Parameter(ParameterSetName = "InputObject")]
    public SwitchParameter IgnoreUnknownColumn { get; set; }

    private protected override UnknownColumnAction UnknownColumns => IgnoreUnknownColumn ? UnknownColumnAction.Ignore : UnknownColumnAction.Refuse;

    /// <summary>
    /// The changes that the parameters request. A parameter given as $null clears; throws for a value that the property cannot hold.
    /// </summary>
    private protected virtual UserChanges ReadParameters()
    {
        var changes = new UserChanges();
        foreach (var (name, value) in MyInvocation.BoundParameters)
        {
            // What identifies a user, and what only a new one is given, is no change.
            if (!UserSchema.TryFind(name, out var property) || !property.IsUpdatable)
            {
                continue;
            }

            var plain = PSValue.Unwrap(value);
            if (property.Kind == UserValueKind.ChannelSet)
            {
                SetChannels(changes, property, plain);
            }
            else
            {
                changes.Set(property, property.Kind != UserValueKind.Object && plain is null or "" ? null : UserValueConverter.ToJson(property, plain));
            }
        }

        return changes;
    }

    /// <summary>The elements that a parameter gives for a set.</summary>
    private protected static IEnumerable<JsonNode> Elements(UserProperty set, object? value) =>
        UserValueConverter.ToJson(set, PSValue.Unwrap(value)) is JsonArray elements
            ? [.. elements.Select(element => element!.DeepClone())]
            : [];

    private static void SetChannels(UserChanges changes, UserProperty set, object? value)
    {
        if (value is null or object[] { Length: 0 })
        {
            changes.Set(set, null);
        }
        else
        {
            changes.Upsert(set, Elements(set, value));
        }
    }
}
