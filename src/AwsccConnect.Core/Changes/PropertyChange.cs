using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Changes;

/// <summary>
/// The old and the new value of one property: a leaf, or an array as a whole. The path is a JSON Pointer (RFC 6901); a value is null for none.
/// </summary>
internal sealed record PropertyChange(string Path, JsonNode? Old, JsonNode? New)
{
    /// <summary>The differences of two states. What AWS sets itself, and the password, is in none of them.</summary>
    public static IReadOnlyList<PropertyChange> Between(JsonObject before, JsonObject after) =>
    [
        .. UserPatch.Create(before, after).Leaves.Select(path => new PropertyChange(path, JsonPointer.Get(before, path)?.DeepClone(), JsonPointer.Get(after, path)?.DeepClone())),
    ];

    /// <summary>What can be undone by itself: the property, or each element by which a set differs.</summary>
    public IEnumerable<ChangePart> Parts()
    {
        var property = UserSchema.At(Path);
        return !property.IsSet
            ? [new ChangePart(Path, property, null, Old, New)]
            : ChangePart.Elements(property, Old).Union(ChangePart.Elements(property, New), StringComparer.Ordinal)
                .Select(key => new ChangePart(
                    $"{Path}/{JsonPointer.Escape(key)}", property, key, ChangePart.Element(property, Old, key), ChangePart.Element(property, New, key)))
                .Where(part => !JsonNode.DeepEquals(part.Old, part.New));
    }

    /// <summary>The known names of the profiles and groups in changes, by ARN; null for none.</summary>
    public static IReadOnlyDictionary<string, string>? NamesIn(IReadOnlyList<PropertyChange> changes, Func<string, string?> nameOf)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            var property = UserSchema.At(change.Path);
            ShownValue.Of(property, change.Old, Note);
            ShownValue.Of(property, change.New, Note);
        }

        return names.Count > 0 ? names : null;

        string? Note(string arn) => nameOf(arn) is { } name ? names[arn] = name : null;
    }
}
