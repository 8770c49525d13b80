using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Users;

/// <summary>The flat settings of PhoneConfig and the per-channel arrays that say the same for the channel VOICE.</summary>
internal static class PerChannelSettings
{
    /// <summary>What a per-channel array says for VOICE about a flat setting; null where it says nothing.</summary>
    internal static JsonNode? VoiceValue(UserProperty flat, JsonArray? elements)
    {
        var voice = elements?.OfType<JsonObject>().FirstOrDefault(element => JsonText.StringOf(element["Channel"]) == "VOICE");
        return flat.Name switch
        {
            "AfterContactWorkTimeLimit" => (voice?["AfterContactWorkConfig"] as JsonObject)?[flat.Name],
            "DeskPhoneNumber" => voice?["PhoneNumber"],
            _ => voice?[flat.Name],
        };
    }
}
