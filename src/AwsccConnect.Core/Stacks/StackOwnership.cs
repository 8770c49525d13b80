using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks;

/// <summary>
/// The tag with the stack that owns a user. Only users with a stack's own tag are ever removed for it. Tag keys of Amazon
/// Connect have 1-128 characters, values up to 256 (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_TagResource.html"/>).
/// </summary>
internal static class StackOwnership
{
    public const string TagKey = "AwsccConnect:Stack";

    /// <summary>The value of the tag: the stack's name, or <c>name/environment</c>, so that two environments in one instance stay apart.</summary>
    public static string ValueFor(string name, string? environment) =>
        string.IsNullOrEmpty(environment) ? name : $"{name}/{environment}";

    /// <summary>The stack that a user belongs to by its tag; null where it belongs to none.</summary>
    public static string? OwnerOf(JsonObject state) =>
        JsonText.StringOf((state["Tags"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(tag => JsonText.StringOf(tag["Key"]) == TagKey)?["Value"]);

    /// <summary>Whether a tag is not the file's: the ownership tag, or one whose key starts with <c>aws:</c>, which AWS reserves.</summary>
    public static bool IsReserved(string key) =>
        key == TagKey || ReservedTags.IsReserved(key);

    /// <summary>The changes without those of reserved tags; a complete set of tags leaves the live reserved ones as they are.</summary>
    public static UserChanges WithoutReserved(UserChanges changes) => ReservedTags.Without(changes, IsReserved);

    /// <summary>The changes with the ownership tag after them.</summary>
    public static UserChanges WithOwner(UserChanges changes, string owner)
    {
        var tag = new UserChanges();
        tag.Upsert(UserSchema.Get("Tags"), [new JsonObject { ["Key"] = TagKey, ["Value"] = owner }]);
        return changes.Overlay(tag);
    }
}
