using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Users;

/// <summary>
/// Composes texts (Unicode Normalization Form C), as Amazon Connect requires for names: a Mac decomposes what other systems compose, and the
/// same name would be different for ever.
/// </summary>
internal static class UnicodeForm
{
    /// <summary>The composed text; the text itself where it cannot be normalized, as with U+FFFE or half a surrogate pair.</summary>
    public static string Compose(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        try
        {
            return text.IsNormalized() ? text : text.Normalize();
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>Whether texts are the same but for their form.</summary>
    public static bool AreEqual(string one, string other) => one == other || Compose(one) == Compose(other);

    /// <summary>A copy of a value with all its texts composed; names of members stay.</summary>
    public static JsonNode? Compose(JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Compose(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Compose)]),
        JsonValue text when text.GetValueKind() == JsonValueKind.String && text.GetValue<string>() is var own && Compose(own) is var composed && composed != own =>
            JsonValue.Create(composed),
        _ => value?.DeepClone(),
    };
}
