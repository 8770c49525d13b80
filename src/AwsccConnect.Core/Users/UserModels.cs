using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Users;

/// <summary>Operations on whole resource models.</summary>
internal static class UserModels
{
    /// <summary>A copy of a read user's model as the model of a new user: without what AWS sets itself, its own tags included, and without repeated settings.</summary>
    public static JsonObject ForCreate(JsonObject model)
    {
        var result = WithoutRepeatedSettings(model);
        ReservedTags.RemoveFrom(result);
        foreach (var property in UserSchema.Properties.Where(property => property.IsReadOnly))
        {
            result.Remove(property.Name);
        }

        return result;
    }

    /// <summary>
    /// A copy without flat settings that repeat what its per-channel array has for VOICE. AWS may return both for a user but takes
    /// only one of them for a new one.
    /// </summary>
    public static JsonObject WithoutRepeatedSettings(JsonObject model)
    {
        var result = (JsonObject)model.DeepClone();
        foreach (var (flat, set) in UserValidator.ConflictingSettings)
        {
            if (JsonPointer.Get(result, flat.Pointer) is { } value
                && PerChannelSettings.VoiceValue(flat, result[set.Name] as JsonArray) is { } voice
                && UserStateComparer.AreEqual(flat, value, voice))
            {
                result["PhoneConfig"]!.AsObject().Remove(flat.Name);
            }
        }

        return JsonText.Compact(result);
    }
}
