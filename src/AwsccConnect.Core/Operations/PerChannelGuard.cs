using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Operations;

/// <summary>
/// Amazon Connect lets a user have either the flat phone settings or the per-channel arrays; a flat change on a user
/// with the array is refused or has no effect
/// (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateUser.html"/>).
/// </summary>
internal static class PerChannelGuard
{
    private static readonly (string Flat, string Array, string Parameter, string[] VoicePath)[] Pairs =
    [
        ("AutoAccept", "AutoAcceptConfigs", "-AutoAcceptConfig", ["AutoAccept"]),
        ("AfterContactWorkTimeLimit", "AfterContactWorkConfigs", "-AfterContactWorkConfig", ["AfterContactWorkConfig", "AfterContactWorkTimeLimit"]),
        ("PhoneType", "PhoneNumberConfigs", "-PhoneNumberConfig", ["PhoneType"]),
        ("DeskPhoneNumber", "PhoneNumberConfigs", "-PhoneNumberConfig", ["PhoneNumber"]),
        ("PersistentConnection", "PersistentConnectionConfigs", "-PersistentConnectionConfig", ["PersistentConnection"]),
    ];

    /// <summary>
    /// Takes flat changes back that the VOICE channel has already, and refuses the others.
    /// </summary>
    /// <param name="label">The user, for the message.</param>
    /// <param name="live">The present state.</param>
    /// <param name="wanted">The wanted state; changed in place.</param>
    /// <exception cref="ConnectOperationException">A flat setting would be changed beside its array (<see cref="ErrorIds.UsePerChannelConfig"/>).</exception>
    public static void Check(string label, JsonObject live, JsonObject wanted)
    {
        foreach (var (flat, array, parameter, voicePath) in Pairs)
        {
            var before = live["PhoneConfig"]?[flat];
            var after = wanted["PhoneConfig"]?[flat];
            if (live[array] is not JsonArray { Count: > 0 } configs || JsonNode.DeepEquals(before, after))
            {
                continue;
            }

            if (after is not null && JsonNode.DeepEquals(after, VoiceValue(configs, voicePath)))
            {
                Restore(wanted, flat, before);
                continue;
            }

            throw new ConnectOperationException(
                ErrorIds.UsePerChannelConfig,
                $"'{label}' has {array}, so {flat} is set for each channel and the flat setting has no effect.",
                $"Use {parameter}, for example {parameter} @{{ Channel = 'VOICE'; ... }}.");
        }
    }

    private static JsonNode? VoiceValue(JsonArray configs, string[] path)
    {
        JsonNode? at = configs.FirstOrDefault(config => config?["Channel"]?.ToString() == "VOICE");
        foreach (var name in path)
        {
            at = (at as JsonObject)?[name];
        }

        return at;
    }

    private static void Restore(JsonObject wanted, string flat, JsonNode? before)
    {
        if (wanted["PhoneConfig"] is not JsonObject phone)
        {
            return;
        }

        if (before is null)
        {
            phone.Remove(flat);
            if (phone.Count == 0)
            {
                wanted.Remove("PhoneConfig");
            }
        }
        else
        {
            phone[flat] = before.DeepClone();
        }
    }
}
