using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Users;

/// <summary>The flat settings of PhoneConfig and the per-channel arrays that say the same for the channel VOICE.</summary>
internal static class PerChannelSettings
{
    /// <summary>The value of a per-channel array for VOICE that corresponds to a flat setting; null where there is none.</summary>
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
