using System.Text.Json;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Users;

/// <summary>One requested change of a user: a value (null clears), or elements to add and replace, or keys to remove.</summary>
internal sealed class UserChange(UserProperty property)
{
    internal UserProperty Property { get; } = property;

    internal JsonNode? Value { get; init; }

    internal IReadOnlyList<JsonNode>? Upserts { get; init; }

    internal IReadOnlyList<string>? Removals { get; init; }

    /// <summary>Whether a setting of the whole array leaves the element with this key as it is; by default those of AWS's own tags.</summary>
    internal Func<string, bool>? Keeps { get; init; }

    /// <summary>True for a setting or clearing of the whole property.</summary>
    internal bool IsWhole => Upserts is null && Removals is null;

    internal void ApplyTo(JsonObject state)
    {
        if (IsWhole)
        {
            if ((Keeps ?? (Property.Kind == UserValueKind.TagSet ? ReservedTags.IsReserved : null)) is { } keeps)
            {
                PutWithKept(state, keeps);
                return;
            }

            Put(state, JsonText.IsNothing(Value) && Property.Kind != UserValueKind.Unknown ? null : Value?.DeepClone());
            return;
        }

        var present = JsonPointer.Get(state, Property.Pointer) as JsonArray ?? [];
        var elements = present.Select(element => (Key: UserSetKeys.Of(Property, element), Element: element?.DeepClone())).ToList();
        foreach (var key in Removals ?? [])
        {
            if (elements.RemoveAll(element => element.Key == key) == 0)
            {
                elements.RemoveAll(element => UnicodeForm.AreEqual(element.Key, key));
            }
        }

        foreach (var upsert in Upserts ?? [])
        {
            var key = UserSetKeys.Of(Property, upsert);
            var index = elements.FindIndex(element => element.Key == key);
            index = index < 0 ? elements.FindIndex(element => UnicodeForm.AreEqual(element.Key, key)) : index;
            if (index < 0)
            {
                elements.Add((key, Merge(null, upsert)));
            }
            else
            {
                var (presentKey, element) = elements[index];
                elements[index] = (presentKey, InFormOf(element, Merge(Property.Kind == UserValueKind.ChannelSet ? element?.DeepClone() : null, upsert)));
            }
        }

        Put(state, elements.Count == 0 ? null : new JsonArray([.. elements.Select(element => element.Element)]));
    }

    private static JsonNode? Merge(JsonNode? existing, JsonNode? given)
    {
        if (given is not JsonObject members)
        {
            return given?.DeepClone();
        }

        var merged = existing as JsonObject ?? [];
        foreach (var (name, value) in members)
        {
            if (value is null)
            {
                merged.Remove(name);
            }
            else
            {
                merged[name] = value is JsonObject ? Merge(merged[name]?.DeepClone(), value) : value.DeepClone();
            }
        }

        return merged;
    }

    /// <summary>An element whose texts stay as they are where they differ in their Unicode form alone: with another key it would be another element.</summary>
    private static JsonNode? InFormOf(JsonNode? present, JsonNode? element)
    {
        foreach (var (name, value) in present as JsonObject ?? [])
        {
            if (element is JsonObject members && value?.GetValueKind() == JsonValueKind.String && members[name]?.GetValueKind() == JsonValueKind.String
                && UnicodeForm.AreEqual(value.GetValue<string>(), members[name]!.GetValue<string>()))
            {
                members[name] = value.DeepClone();
            }
        }

        return element;
    }

    private void PutWithKept(JsonObject state, Func<string, bool> keeps)
    {
        var given = Value as JsonArray ?? [];
        var keys = given.Select(element => UserSetKeys.Of(Property, element)).ToHashSet(StringComparer.Ordinal);
        var kept = (JsonPointer.Get(state, Property.Pointer) as JsonArray ?? [])
            .Where(element => UserSetKeys.Of(Property, element) is var key && keeps(key) && !keys.Contains(key));
        JsonNode?[] elements = [.. kept.Concat(given).Select(element => element?.DeepClone())];
        Put(state, elements.Length == 0 ? null : new JsonArray(elements));
    }

    private void Put(JsonObject state, JsonNode? value)
    {
        var tokens = JsonPointer.Tokens(Property.Pointer);
        var parent = state;
        foreach (var token in tokens[..^1])
        {
            if (parent[token] is not JsonObject child)
            {
                if (value is null)
                {
                    return;
                }

                parent[token] = child = [];
            }

            parent = child;
        }

        parent.Remove(tokens[^1]);
        if (value is not null)
        {
            parent[tokens[^1]] = value;
        }
    }
}
