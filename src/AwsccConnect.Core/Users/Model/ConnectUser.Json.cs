using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <content>From and to the resource model's JSON.</content>
public sealed partial class ConnectUser
{
    private string? _originalText;
    private JsonObject? _original;

    /// <summary>The state that the user was read with, without the password; null for one that was made here. Do not change it.</summary>
    internal JsonObject? OriginalState
    {
        get
        {
            if (_original is null && _originalText is not null && JsonNode.Parse(_originalText) is JsonObject state)
            {
                state.Remove(nameof(Password));
                _original = state;
                _originalText = null;
            }

            return _original;
        }
    }

    /// <summary>The top-level properties that this version does not know, by their names.</summary>
    internal IReadOnlyDictionary<string, JsonNode> AdditionalProperties => _additional ?? ReadOnlyDictionary<string, JsonNode>.Empty as IReadOnlyDictionary<string, JsonNode>;

    /// <summary>Sets or, with null, removes a top-level property that this version does not know.</summary>
    /// <param name="name">The property's name as AWS writes it.</param>
    /// <param name="value">The value; it is copied.</param>
    internal void SetAdditional(string name, JsonNode? value)
    {
        if (value is null)
        {
            _additional?.Remove(name);
        }
        else
        {
            (_additional ??= new(StringComparer.Ordinal))[name] = value.DeepClone();
        }
    }

    /// <summary>Creates a user from a resource model and keeps that as its original state.</summary>
    /// <param name="properties">The model; it is copied.</param>
    /// <param name="region">The Region, or null to take it from the ARN.</param>
    internal static ConnectUser FromJson(JsonObject properties, string? region) => FromJson(JsonText.Write(properties), region);

    /// <summary>Creates a user from a resource model's JSON text and keeps that as its original state.</summary>
    /// <param name="properties">The text, such as <c>ResourceDescription.Properties</c>.</param>
    /// <param name="region">The Region, or null to take it from the ARN.</param>
    /// <exception cref="JsonException">The text is not a JSON object.</exception>
    internal static ConnectUser FromJson(string properties, string? region)
    {
        if (JsonText.Parse(properties) is not JsonObject model)
        {
            throw new JsonException("The properties of a user have to be a JSON object.");
        }

        // The text is kept rather than a second tree: most users that are read are never edited.
        var user = new ConnectUser { _originalText = properties };
        foreach (var (name, value) in model)
        {
            if (value is not null)
            {
                user.Read(name, value);
            }
        }

        user.Region = region is { Length: > 0 } ? region : ConnectArn.TryParse(user.UserArn ?? user.InstanceArn, out var arn) ? arn.Region : null;
        return user;
    }

    /// <summary>The resource model: no password, no Region, nothing without a value.</summary>
    internal JsonObject ToJson()
    {
        var model = new JsonObject();
        Add(nameof(InstanceArn), Text(InstanceArn));
        Add(nameof(DirectoryUserId), Text(DirectoryUserId));
        Add(nameof(HierarchyGroupArn), Text(HierarchyGroupArn));
        Add(nameof(Username), Text(Username));
        Add(nameof(RoutingProfileArn), Text(RoutingProfileArn));
        Add(nameof(IdentityInfo), _identityInfo?.ToJson());
        Add(nameof(PhoneConfig), _phoneConfig?.ToJson());
        Add(nameof(SecurityProfileArns), _securityProfileArns?.ToJson());
        Add(nameof(UserArn), Text(UserArn));
        Add(nameof(Tags), _tags?.ToJson());
        Add(nameof(UserProficiencies), _proficiencies?.ToJson());
        Add(nameof(AutoAcceptConfigs), _autoAcceptConfigs?.ToJson());
        Add(nameof(AfterContactWorkConfigs), _afterContactWorkConfigs?.ToJson());
        Add(nameof(PhoneNumberConfigs), _phoneNumberConfigs?.ToJson());
        Add(nameof(PersistentConnectionConfigs), _persistentConnectionConfigs?.ToJson());
        Add(nameof(VoiceEnhancementConfigs), _voiceEnhancementConfigs?.ToJson());
        foreach (var (name, value) in AdditionalProperties)
        {
            Add(name, value.DeepClone());
        }

        return model;

        void Add(string name, JsonNode? value)
        {
            if (!JsonText.IsNothing(value))
            {
                model[name] = value;
            }
        }
    }

    /// <summary>
    /// What was edited since the user was read: leaves that were set or cleared, and arrays element by element.
    /// For a user that was made here, everything that has a value.
    /// </summary>
    internal UserChanges GetEdits() => UserEdits.Between(WithoutEmptyTexts(OriginalState), ToJson());

    /// <summary>AWS returns an empty text where there is no value, and the model has none then: that is no edit.</summary>
    private static JsonObject? WithoutEmptyTexts(JsonObject? state)
    {
        if (state is null || !state.Any(IsNoValue))
        {
            return state;
        }

        var copy = (JsonObject)state.DeepClone();
        foreach (var (name, _) in state.Where(IsNoValue))
        {
            copy.Remove(name);
        }

        return copy;

        static bool IsNoValue(KeyValuePair<string, JsonNode?> member) =>
            member.Value?.GetValueKind() == JsonValueKind.String && member.Value.GetValue<string>().Length == 0
            && UserSchema.TryFind(member.Key, out var property) && property.Kind == UserValueKind.String;
    }

    private static JsonValue? Text(string? text) => string.IsNullOrEmpty(text) ? null : JsonValue.Create(text);

    private void Read(string name, JsonNode value)
    {
        switch (name)
        {
            case nameof(InstanceArn): InstanceArn = JsonText.StringOf(value); break;
            case nameof(DirectoryUserId): DirectoryUserId = JsonText.StringOf(value); break;
            case nameof(HierarchyGroupArn): HierarchyGroupArn = JsonText.StringOf(value); break;
            case nameof(Username): Username = JsonText.StringOf(value); break;
            case nameof(RoutingProfileArn): RoutingProfileArn = JsonText.StringOf(value); break;
            case nameof(UserArn): UserArn = JsonText.StringOf(value); break;
            case nameof(Password): break;
            case nameof(IdentityInfo) when value is JsonObject part: IdentityInfo = new(part); break;
            case nameof(PhoneConfig) when value is JsonObject part: PhoneConfig = new(part); break;
            case nameof(SecurityProfileArns) when value is JsonArray array: SecurityProfileArns = new(array); break;
            case nameof(Tags) when value is JsonArray array: Tags = new(array); break;
            case nameof(UserProficiencies) when value is JsonArray array: UserProficiencies = new(array); break;
            case nameof(AutoAcceptConfigs) when value is JsonArray array: AutoAcceptConfigs = new(array); break;
            case nameof(AfterContactWorkConfigs) when value is JsonArray array: AfterContactWorkConfigs = new(array); break;
            case nameof(PhoneNumberConfigs) when value is JsonArray array: PhoneNumberConfigs = new(array); break;
            case nameof(PersistentConnectionConfigs) when value is JsonArray array: PersistentConnectionConfigs = new(array); break;
            case nameof(VoiceEnhancementConfigs) when value is JsonArray array: VoiceEnhancementConfigs = new(array); break;
            default: SetAdditional(name, value); break;
        }
    }
}
