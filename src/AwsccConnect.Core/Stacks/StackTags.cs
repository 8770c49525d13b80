using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks;

/// <summary>Separates the desired tags of a file from those that a file cannot set: the ownership tag and AWS's own.</summary>
internal static class StackTags
{
    private static readonly UserProperty Tags = UserSchema.Get("Tags");

    /// <summary>Whether a tag is not the file's: the ownership tag, or one whose key starts with <c>aws:</c>, which AWS reserves.</summary>
    public static bool IsReserved(string key) =>
        key == StackOwnership.TagKey || ReservedTags.IsReserved(key);

    /// <summary>The changes without those of reserved tags; a complete set of tags leaves the live reserved ones as they are.</summary>
    public static UserChanges WithoutReserved(UserChanges changes) => ReservedTags.Without(changes, IsReserved);

    /// <summary>The changes with the ownership tag after them.</summary>
    public static UserChanges WithOwner(UserChanges changes, string owner)
    {
        var tag = new UserChanges();
        tag.Upsert(Tags, [new JsonObject { ["Key"] = StackOwnership.TagKey, ["Value"] = owner }]);
        return changes.Overlay(tag);
    }
}
