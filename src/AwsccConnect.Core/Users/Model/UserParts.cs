using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect;

/// <summary>The objects and lists of a user, and the properties that this version does not know.</summary>
internal sealed class UserParts
{
    public ConnectUserIdentityInfo? IdentityInfo { get; set; }

    public ConnectUserPhoneConfig? PhoneConfig { get; set; }

    public ConnectArnList? SecurityProfileArns { get; set; }

    public ConnectTagList? Tags { get; set; }

    public ConnectUserProficiencyList? UserProficiencies { get; set; }

    public ConnectAfterContactWorkConfigList? AfterContactWorkConfigs { get; set; }

    public ConnectAutoAcceptConfigList? AutoAcceptConfigs { get; set; }

    public ConnectPersistentConnectionConfigList? PersistentConnectionConfigs { get; set; }

    public ConnectPhoneNumberConfigList? PhoneNumberConfigs { get; set; }

    public ConnectVoiceEnhancementConfigList? VoiceEnhancementConfigs { get; set; }

    public Dictionary<string, JsonNode>? Additional { get; private set; }

    /// <summary>Takes the parts of a resource model.</summary>
    public static UserParts Of(JsonObject model)
    {
        var parts = new UserParts();
        foreach (var (name, value) in model)
        {
            if (value is not null && !UserTexts.IsText(name))
            {
                parts.Read(name, value);
            }
        }

        return parts;
    }

    public void SetAdditional(string name, JsonNode? value)
    {
        if (value is null)
        {
            Additional?.Remove(name);
        }
        else
        {
            (Additional ??= new(StringComparer.Ordinal))[name] = value.DeepClone();
        }
    }

    private void Read(string name, JsonNode value)
    {
        switch (name)
        {
            case nameof(IdentityInfo) when value is JsonObject part: IdentityInfo = new() { Node = part }; break;
            case nameof(PhoneConfig) when value is JsonObject part: PhoneConfig = new() { Node = part }; break;
            case nameof(SecurityProfileArns) when value is JsonArray array: SecurityProfileArns = new(array); break;
            case nameof(Tags) when value is JsonArray array: Tags = new() { Nodes = array }; break;
            case nameof(UserProficiencies) when value is JsonArray array: UserProficiencies = new() { Nodes = array }; break;
            case nameof(AutoAcceptConfigs) when value is JsonArray array: AutoAcceptConfigs = new() { Nodes = array }; break;
            case nameof(AfterContactWorkConfigs) when value is JsonArray array: AfterContactWorkConfigs = new() { Nodes = array }; break;
            case nameof(PhoneNumberConfigs) when value is JsonArray array: PhoneNumberConfigs = new() { Nodes = array }; break;
            case nameof(PersistentConnectionConfigs) when value is JsonArray array: PersistentConnectionConfigs = new() { Nodes = array }; break;
            case nameof(VoiceEnhancementConfigs) when value is JsonArray array: VoiceEnhancementConfigs = new() { Nodes = array }; break;
            default: SetAdditional(name, value); break;
        }
    }
}
