using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Users;

/// <summary>
/// Puts states and patches into an order that is the same in every process: hashtables are not, and a service that compares
/// texts would take the same wish for another.
/// </summary>
internal static class StableOrder
{
    /// <summary>A resource model with its members by name and its unordered arrays sorted.</summary>
    public static JsonObject Of(JsonObject model) => new(model
        .OrderBy(member => member.Key, StringComparer.Ordinal)
        .Select(member => KeyValuePair.Create(member.Key, Of(UserSchema.At($"/{JsonPointer.Escape(member.Key)}"), member.Value))));

    /// <summary>A patch with its operations by path and the unordered arrays of their values sorted. No operation may depend on another.</summary>
    public static PatchDocument Of(PatchDocument patch) => new(patch
        .OrderBy(operation => operation.Path, StringComparer.Ordinal)
        .Select(operation => operation with { Value = Of(UserSchema.At(operation.Path), operation.Value) }));

    /// <summary>The value of a property in stable order.</summary>
    public static JsonNode? Of(UserProperty property, JsonNode? value) => value is JsonArray array && property.IsSet
        ? new JsonArray([.. array.Select(Members).OrderBy(JsonText.Write, StringComparer.Ordinal)])
        : Members(value);

    private static JsonNode? Members(JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Members(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Members)]),
        _ => value?.DeepClone(),
    };
}
