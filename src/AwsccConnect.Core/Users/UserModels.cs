using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Users;

/// <summary>Operations on whole resource models.</summary>
public static class UserModels
{
    /// <summary>A read user's model as the model of a new user: without what AWS sets itself and without repeated settings.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <returns>A new model.</returns>
    public static JsonObject ForCreate(JsonObject model)
    {
        var result = WithoutRepeatedSettings(model);
        foreach (var property in UserSchema.Properties.Where(property => property.IsReadOnly))
        {
            result.Remove(property.Name);
        }

        return result;
    }

    /// <summary>
    /// A model without flat settings that repeat what its per-channel array has for VOICE. AWS may return both for a user but takes
    /// only one of them for a new one.
    /// </summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <returns>A new model.</returns>
    public static JsonObject WithoutRepeatedSettings(JsonObject model)
    {
        ArgumentNullException.ThrowIfNull(model);
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

    /// <summary>
    /// Reverts requested flat settings that the live per-channel array has for VOICE already: the user has what was
    /// requested, and writing it beside the array would be refused.
    /// </summary>
    /// <param name="live">The live state.</param>
    /// <param name="desired">The desired state; it is changed.</param>
    internal static void RevertRepeatedSettings(JsonObject live, JsonObject desired)
    {
        foreach (var (flat, set) in UserValidator.ConflictingSettings)
        {
            var before = JsonPointer.Get(live, flat.Pointer);
            var asked = JsonPointer.Get(desired, flat.Pointer);
            if (asked is not null && !UserStateComparer.AreEqual(flat, before, asked)
                && PerChannelSettings.VoiceValue(flat, live[set.Name] as JsonArray) is { } voice && UserStateComparer.AreEqual(flat, voice, asked))
            {
                new UserChange(flat) { Value = before?.DeepClone() }.ApplyTo(desired);
            }
        }
    }
}
