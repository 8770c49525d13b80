using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Changes;

/// <summary>
/// The old and the new value of a property, or of one element of a set. The id is the JSON Pointer of the property, for an element followed by
/// its key as a token. The key is null for a property that is no set, a value for none.
/// </summary>
internal sealed record ChangePart(string Id, UserProperty Property, string? Key, JsonNode? Old, JsonNode? New)
{
    /// <summary>The keys of the elements of a set.</summary>
    public static IEnumerable<string> Elements(UserProperty property, JsonNode? set) =>
        (set as JsonArray ?? []).Select(element => UserSetKeys.Of(property, element));

    /// <summary>An element of a set; null for none.</summary>
    public static JsonNode? Element(UserProperty property, JsonNode? set, string key) =>
        (set as JsonArray)?.FirstOrDefault(element => UserSetKeys.Of(property, element) == key);

    /// <summary>Its value in a state; null for none.</summary>
    public JsonNode? In(JsonObject state)
    {
        var value = JsonPointer.Get(state, Property.Pointer);
        return Key is null ? value : Element(Property, value, Key);
    }
}
