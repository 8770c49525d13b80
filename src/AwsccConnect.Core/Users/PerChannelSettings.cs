using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Users;

/// <summary>
/// The flat settings of PhoneConfig and the per-channel arrays that say the same for the channel VOICE. AWS takes only one of the two
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-connect-user.html"/>).
/// </summary>
internal static class PerChannelSettings
{
    private const string VoiceChannel = "VOICE";

    /// <summary>What a per-channel array says for VOICE about a flat setting; null where it says nothing.</summary>
    internal static JsonNode? VoiceValue(UserProperty flat, JsonArray? elements)
    {
        var voice = VoiceOf(elements);
        return MemberOf(flat) is var (parent, name) && parent is null ? voice?[name] : (voice?[parent!] as JsonObject)?[name];
    }

    /// <summary>A per-channel array with another value for VOICE.</summary>
    internal static JsonArray WithVoiceValue(UserProperty flat, JsonArray? elements, JsonNode value)
    {
        var result = (JsonArray?)elements?.DeepClone() ?? [];
        if (VoiceOf(result) is not { } voice)
        {
            voice = new JsonObject { ["Channel"] = VoiceChannel };
            result.Add((JsonNode)voice);
        }

        var (parent, name) = MemberOf(flat);
        if (parent is not null)
        {
            if (voice[parent] is not JsonObject)
            {
                voice[parent] = new JsonObject();
            }

            voice = (JsonObject)voice[parent]!;
        }

        voice[name] = value.DeepClone();
        return result;
    }

    /// <summary>
    /// Takes flat settings out of a state that has the per-channel array: a flat setting becomes the value of the array for VOICE, unless
    /// the array was given another one in the same change, which is left for <see cref="UserValidator"/> to find.
    /// </summary>
    internal static void Merge(JsonObject live, JsonObject desired)
    {
        foreach (var (flat, set) in UserValidator.ConflictingSettings)
        {
            var asked = JsonPointer.Get(desired, flat.Pointer);
            if (JsonText.IsNothing(asked) || desired[set.Name] is not JsonArray { Count: > 0 } elements)
            {
                continue;
            }

            var before = JsonPointer.Get(live, flat.Pointer);
            var isAsked = !UserStateComparer.AreEqual(flat, before, asked);
            if (!JsonText.IsNothing(live[set.Name]) && !isAsked)
            {
                // AWS returns both for this user: no change of either was requested.
                continue;
            }

            var voice = VoiceValue(flat, elements);
            var isArrayAsked = !UserStateComparer.AreEqual(flat, VoiceValue(flat, live[set.Name] as JsonArray), voice);
            if (voice is null || (isAsked && !isArrayAsked))
            {
                desired[set.Name] = WithVoiceValue(flat, elements, asked!);
            }
            else if (isAsked && !UserStateComparer.AreEqual(flat, voice, asked))
            {
                continue;
            }

            new UserChange(flat) { Value = JsonText.IsNothing(live[set.Name]) ? null : before?.DeepClone() }.ApplyTo(desired);
        }
    }

    private static JsonObject? VoiceOf(JsonArray? elements) =>
        elements?.OfType<JsonObject>().FirstOrDefault(element => VoiceChannel.Equals(JsonText.StringOf(element["Channel"]), StringComparison.OrdinalIgnoreCase));

    private static (string? Parent, string Name) MemberOf(UserProperty flat) => flat.Name switch
    {
        "AfterContactWorkTimeLimit" => ("AfterContactWorkConfig", flat.Name),
        "DeskPhoneNumber" => (null, "PhoneNumber"),
        _ => (null, flat.Name),
    };
}
