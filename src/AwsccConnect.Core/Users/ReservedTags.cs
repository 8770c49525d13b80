using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Users;

/// <summary>
/// Tags whose keys start with <c>aws:</c>: AWS sets them, returns them on a read and refuses every write of them
/// (<see href="https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html"/>). They are never sent, removed or compared.
/// </summary>
internal static class ReservedTags
{
    private static readonly UserProperty Tags = UserSchema.Get("Tags");

    /// <summary>Whether AWS reserves the key of a tag.</summary>
    public static bool IsReserved(string key) => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);

    public static void RemoveFrom(JsonObject model)
    {
        if (model[Tags.Name] is JsonArray tags && tags.Any(IsReserved))
        {
            Put(model, tags.Where(tag => !IsReserved(tag)));
        }
    }

    /// <summary>Gives a resource model the reserved tags of another one instead of its own.</summary>
    public static void Copy(JsonObject source, JsonObject target)
    {
        RemoveFrom(target);
        var reserved = (source[Tags.Name] as JsonArray ?? []).Where(IsReserved).ToList();
        if (reserved.Count > 0)
        {
            Put(target, (target[Tags.Name] as JsonArray ?? []).Concat(reserved));
        }
    }

    /// <summary>The changes without those of reserved tags.</summary>
    public static UserChanges Without(UserChanges changes, Func<string, bool> isReserved) =>
        changes.Steps.Any(step => step.Property == Tags)
            ? UserChanges.Of(changes.Steps.Select(step => step.Property == Tags ? Without(step, isReserved) : step).OfType<UserChange>())
            : changes;

    private static UserChange? Without(UserChange step, Func<string, bool> isReserved)
    {
        bool IsFree(JsonNode? tag) => !isReserved(UserSetKeys.Of(Tags, tag));
        if (step.IsWhole)
        {
            return new UserChange(Tags)
            {
                Value = step.Value is JsonArray given ? new JsonArray([.. given.Where(IsFree).Select(tag => tag?.DeepClone())]) : null,
                Keeps = isReserved,
            };
        }

        JsonNode[] upserts = [.. (step.Upserts ?? []).Where(IsFree)];
        string[] removals = [.. (step.Removals ?? []).Where(key => !isReserved(key))];
        return upserts.Length + removals.Length == 0
            ? null
            : new UserChange(Tags) { Upserts = upserts, Removals = removals };
    }

    private static bool IsReserved(JsonNode? tag) => IsReserved(UserSetKeys.Of(Tags, tag));

    private static void Put(JsonObject model, IEnumerable<JsonNode?> tags)
    {
        JsonNode?[] copies = [.. tags.Select(tag => tag?.DeepClone())];
        model.Remove(Tags.Name);
        if (copies.Length > 0)
        {
            model[Tags.Name] = new JsonArray(copies);
        }
    }
}
