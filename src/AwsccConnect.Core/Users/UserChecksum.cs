using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Users;

/// <summary>
/// Short hashes of the values of an exported user. They show, from the file alone, which cells were edited since, however often the file is
/// imported: of two columns for one property (<c>LastName</c> and <c>IdentityInfo</c>, <c>AutoAccept</c> and <c>AutoAcceptConfigs</c>,
/// <c>RoutingProfileArn</c> and <c>RoutingProfile</c>), and for -IfUnchanged. The text is <c>c-1a2b3c-...</c>, which no spreadsheet takes for a number, a date or a formula.
/// </summary>
internal static class UserChecksum
{
    /// <summary>Name of the property and column.</summary>
    public const string Name = "Checksum";

    private const string Prefix = "c";
    private const char Separator = '-';
    private const int HashBytes = 3;

    /// <summary>The checksum of a resource model and of the names of profiles and groups, which are under the names of the properties with their ARNs.</summary>
    public static string Of(JsonObject model, JsonObject names)
    {
        var text = new StringBuilder(Prefix);
        foreach (var leaf in UserSchema.Leaves.Where(leaf => leaf.IsUpdatable))
        {
            text.Append(Separator).Append(Hash(leaf.Pointer, leaf, JsonPointer.Get(model, leaf.Pointer)));
        }

        foreach (var (name, value) in names)
        {
            var property = UserSchema.Get(name);
            Add(property.Pointer, property, value);
        }

        foreach (var (flat, set) in UserValidator.ConflictingSettings)
        {
            var voice = PerChannelSettings.VoiceValue(flat, model[set.Name] as JsonArray);
            Add(set.Pointer + flat.Pointer, flat, voice);
            if (JsonText.IsNothing(JsonPointer.Get(model, flat.Pointer)))
            {
                // The flat property of a user reads through to the array.
                Add(flat.Pointer, flat, voice);
            }
        }

        return text.ToString();

        void Add(string key, UserProperty property, JsonNode? value)
        {
            if (!JsonText.IsNothing(value))
            {
                text.Append(Separator).Append(Hash(key, property, value));
            }
        }
    }

    /// <summary>Whether a checksum has a value of a property as it was exported; null for none.</summary>
    public static bool Has(string checksum, UserProperty property, JsonNode? value) => Has(checksum, property.Pointer, property, value);

    /// <summary>Whether a checksum has the value of a per-channel array for VOICE as it was exported.</summary>
    public static bool HasVoice(string checksum, UserProperty flat, UserProperty set, JsonNode? value) =>
        Has(checksum, set.Pointer + flat.Pointer, flat, value);

    private static bool Has(string checksum, string key, UserProperty property, JsonNode? value) =>
        checksum.Split(Separator).Contains(Hash(key, property, value), StringComparer.OrdinalIgnoreCase);

    private static string Hash(string key, UserProperty property, JsonNode? value)
    {
        var canonical = UserStateComparer.Canonical(property, value is JsonValue text && text.TryGetValue<string>(out var string_) ? string_.Trim() : value);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{canonical}")).AsSpan(0, HashBytes)).ToLowerInvariant();
    }
}
