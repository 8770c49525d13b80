using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Patching;

/// <summary>Computes the smallest patch between two states of a user and explains it.</summary>
internal static class UserPatch
{
    /// <summary>
    /// The patch that leads from one state to another: operations on leaves, never on an object that is there; an absent object is added
    /// with the desired leaves; an object whose leaves all go stays, empty; unordered arrays are compared as sets and written whole;
    /// read-only and write-only properties are never mentioned. Properties that AWS cannot update are mentioned where they differ: see
    /// <see cref="PatchDocument.TouchesNotUpdatable"/>.
    /// </summary>
    public static PatchDocument Create(JsonObject live, JsonObject desired)
    {
        var operations = new List<PatchOperation>();
        foreach (var name in JsonText.NamesOf(desired, live))
        {
            var property = UserSchema.At($"/{JsonPointer.Escape(name)}");
            if (property.IsReadOnly || property.IsWriteOnly)
            {
                continue;
            }

            if (property.Kind == UserValueKind.Object && IsObjectOrAbsent(live[name]) && IsObjectOrAbsent(desired[name]))
            {
                AddObject(operations, property, live[name] as JsonObject, desired[name] as JsonObject ?? []);
            }
            else
            {
                AddLeaf(operations, property, live[name], desired[name]);
            }
        }

        return new PatchDocument(operations);
    }

    /// <summary>A new patch with a <c>test</c> before it for every touched value that is there, so that it fails where another client was faster.</summary>
    public static PatchDocument WithTests(PatchDocument patch, JsonObject live)
    {
        var tests = patch
            .Where(operation => operation.Op != "test")
            .SelectMany(operation => operation is { Op: "move", From: { } from } ? [from, operation.Path] : new[] { operation.Path })
            .Distinct()
            .Where(path => JsonPointer.Get(live, path) is not null)
            .Select(path => new PatchOperation("test", path, JsonPointer.Get(live, path)?.DeepClone()));
        return new PatchDocument(tests.Concat(patch));
    }

    /// <summary>
    /// One line for each operation, with the old and the new value, or the elements by which two sets differ; the password as <c>***</c>.
    /// Names of resources that are known by ARN are shown instead of the ARNs.
    /// </summary>
    public static IReadOnlyList<string> Describe(PatchDocument patch, JsonObject live, Func<string, string?>? nameOf = null) =>
        [.. patch.Select(operation => Describe(operation, live, nameOf))];

    private static string Describe(PatchOperation operation, JsonObject live, Func<string, string?>? nameOf)
    {
        var (before, after) = (Named(JsonPointer.Get(live, operation.Path)), Named(operation.Value));
        var old = Show(operation.Path, before);
        var value = Show(operation.Path, after);
        return operation.Op switch
        {
            "add" when JsonText.IsNothing(before) => $"add {operation.Path}: {value}",
            "add" or "replace" when Elements(operation.Path, before, after) is { Length: > 0 } elements => $"{operation.Op} {operation.Path}: {elements}",
            "add" or "replace" => $"{operation.Op} {operation.Path}: {old} -> {value}",
            "remove" => $"remove {operation.Path}: {old}",
            "test" => $"test {operation.Path}: {value}",
            _ => operation.ToString(),
        };

        JsonNode? Named(JsonNode? node) => nameOf is null || operation.Path.Length == 0 ? node : ShownValue.Of(UserSchema.At(operation.Path), node, nameOf);
    }

    /// <summary>Of a set that is replaced by another, the elements that differ: it may be long, and AWS changes its order.</summary>
    private static string Elements(string path, JsonNode? before, JsonNode? after)
    {
        if (before is not JsonArray { Count: > 0 } || after is not JsonArray { Count: > 0 } || UserSchema.At(path) is not { IsSet: true } property)
        {
            return string.Empty;
        }

        var (present, desired) = (RosterSyntax.Format(property, before), RosterSyntax.Format(property, after));
        return SetElements.Describe(SetElements.Added(property, desired, present), SetElements.Added(property, present, desired));
    }

    private static string Show(string path, JsonNode? value)
    {
        if (JsonPointer.Overlaps(path, "/Password") && path.Length > 0)
        {
            return "***";
        }

        if (value is JsonObject model && path.Length == 0 && model.ContainsKey("Password"))
        {
            model = (JsonObject)model.DeepClone();
            model["Password"] = "***";
            value = model;
        }

        if (JsonText.IsNothing(value))
        {
            return "nothing";
        }

        var property = UserSchema.At(path.Length == 0 ? "/" : path);
        return property.IsSet || (property.Kind == UserValueKind.Object && value is JsonObject) ? $"'{RosterSyntax.Format(property, value)}'"
            : value!.GetValueKind() == System.Text.Json.JsonValueKind.String ? $"'{value}'"
            : JsonText.Write(value);
    }

    private static void AddObject(List<PatchOperation> operations, UserProperty parent, JsonObject? live, JsonObject desired)
    {
        if (live is null)
        {
            if (!JsonText.IsNothing(desired))
            {
                operations.Add(new PatchOperation("add", parent.Pointer, JsonText.Compact(desired)));
            }

            return;
        }

        foreach (var name in JsonText.NamesOf(desired, live))
        {
            AddLeaf(operations, UserSchema.At($"{parent.Pointer}/{JsonPointer.Escape(name)}"), live[name], desired[name]);
        }
    }

    private static void AddLeaf(List<PatchOperation> operations, UserProperty property, JsonNode? live, JsonNode? desired)
    {
        if (UserStateComparer.AreEqual(property, live, desired))
        {
            return;
        }

        var operation = JsonText.IsNothing(desired) ? new PatchOperation("remove", property.Pointer)
            : new PatchOperation(live is null ? "add" : "replace", property.Pointer, desired!.DeepClone());
        operations.Add(operation);
    }

    private static bool IsObjectOrAbsent(JsonNode? node) => node is null or JsonObject;
}
