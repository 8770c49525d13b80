using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>Separates the desired tags of a file from those that a file cannot set: the ownership tag and AWS's own.</summary>
internal static class StackTags
{
    private static readonly UserProperty Tags = UserSchema.Get("Tags");

    /// <summary>Whether a tag is not the file's: the ownership tag, or one whose key starts with <c>aws:</c>, which AWS reserves.</summary>
    public static bool IsReserved(string key) =>
        key == StackOwnership.TagKey || key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The changes without those of reserved tags; a complete set of tags leaves the live reserved ones as they are.</summary>
    public static UserChanges WithoutReserved(UserChanges changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return changes.Steps.Any(step => step.Property == Tags)
            ? UserChanges.Of(changes.Steps.Select(step => step.Property == Tags ? WithoutReserved(step) : step).OfType<UserChange>())
            : changes;
    }

    /// <summary>The changes with the ownership tag after them.</summary>
    public static UserChanges WithOwner(UserChanges changes, string owner)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var tag = new UserChanges();
        tag.Upsert(Tags, [new JsonObject { ["Key"] = StackOwnership.TagKey, ["Value"] = owner }]);
        return changes.Overlay(tag);
    }

    private static UserChange? WithoutReserved(UserChange step)
    {
        if (step.IsWhole)
        {
            var given = step.Value as JsonArray;
            return new UserChange(Tags)
            {
                Value = given is null ? null : new JsonArray([.. given.Where(IsFree).Select(tag => tag?.DeepClone())]),
                Keeps = IsReserved,
            };
        }

        JsonNode[] upserts = [.. (step.Upserts ?? []).Where(IsFree)];
        string[] removals = [.. (step.Removals ?? []).Where(key => !IsReserved(key))];
        return upserts.Length + removals.Length == 0
            ? null
            : new UserChange(Tags) { Upserts = upserts, Removals = removals };
    }

    private static bool IsFree(JsonNode? tag) => !IsReserved(UserSetKeys.Of(Tags, tag));
}
