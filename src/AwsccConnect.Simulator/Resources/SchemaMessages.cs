using System.Globalization;
using NJsonSchema.Validation;

namespace AwsccConnect.Simulator.Resources;

/// <summary>The service's sentences for breaches of a schema: location, colon, what is wrong. Values appear only where the service shows them too.</summary>
internal static class SchemaMessages
{
    public static void Collect(ValidationError error, JsonObject model, List<string> messages)
    {
        if (error is ChildSchemaValidationError { Errors.Count: > 0 } children)
        {
            foreach (var child in children.Errors.SelectMany(pair => pair.Value))
            {
                Collect(child, model, messages);
            }

            return;
        }

        messages.Add(Describe(error, model));
    }

    private static string Describe(ValidationError error, JsonObject model)
    {
        var path = Pointer(error.Path);
        var value = Value(path, model);
        var parent = path[..Math.Max(1, path.LastIndexOf('/'))];
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => $"{parent}: required key [{error.Property}] not found",
            ValidationErrorKind.NoAdditionalPropertiesAllowed => $"{parent}: extraneous key [{error.Property}] is not permitted",
            ValidationErrorKind.NotInEnumeration => $"{path}: {Short(value)} is not a valid enum value",
            ValidationErrorKind.StringTooLong => Text($"{path}: expected maxLength: {error.Schema.MaxLength}, actual: {Length(value)}"),
            ValidationErrorKind.StringTooShort => Text($"{path}: expected minLength: {error.Schema.MinLength}, actual: {Length(value)}"),
            ValidationErrorKind.PatternMismatch => $"{path}: failed validation constraint for keyword [pattern]",
            ValidationErrorKind.NumberTooBig => Text($"{path}: {Short(value)} is not less or equal to {error.Schema.Maximum}"),
            ValidationErrorKind.NumberTooSmall => Text($"{path}: {Short(value)} is not greater or equal to {error.Schema.Minimum}"),
            ValidationErrorKind.TooManyItems => Text($"{path}: expected maximum item count: {error.Schema.MaxItems}, found: {(value as JsonArray)?.Count}"),
            ValidationErrorKind.TooFewItems => Text($"{path}: expected minimum item count: {error.Schema.MinItems}, found: {(value as JsonArray)?.Count}"),
            ValidationErrorKind.ItemsNotUnique => $"{path}: array items are not unique",
            ValidationErrorKind.StringExpected => Expected(path, "String", value),
            ValidationErrorKind.BooleanExpected => Expected(path, "Boolean", value),
            ValidationErrorKind.IntegerExpected => Expected(path, "Integer", value),
            ValidationErrorKind.NumberExpected => Expected(path, "Number", value),
            ValidationErrorKind.ArrayExpected => Expected(path, "JSONArray", value),
            ValidationErrorKind.ObjectExpected => Expected(path, "JSONObject", value),
            _ => $"{path}: failed validation constraint ({error.Kind})",
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Expected(string path, string type, JsonNode? value) => $"{path}: expected type: {type}, found: {TypeName(value)}";

    private static string TypeName(JsonNode? value) => value?.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.String => "String",
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "Boolean",
        System.Text.Json.JsonValueKind.Number => value.ToJsonString().AsSpan().ContainsAny(".eE") ? "BigDecimal" : "Integer",
        System.Text.Json.JsonValueKind.Array => "JSONArray",
        System.Text.Json.JsonValueKind.Object => "JSONObject",
        _ => "Null",
    };

    private static string Short(JsonNode? value)
    {
        var text = value?.ToString() ?? "null";
        return text[..Math.Min(text.Length, 100)];
    }

    /// <summary>Code points: what JSON Schema counts.</summary>
    private static int Length(JsonNode? value) => value is null ? 0 : value.ToString().EnumerateRunes().Count();

    /// <summary>"#/Tags[0].Key" as the library writes it becomes "#/Tags/0/Key".</summary>
    private static string Pointer(string? path)
    {
        var text = (path ?? "#/").Replace("].", "/", StringComparison.Ordinal).Replace("]", string.Empty, StringComparison.Ordinal);
        text = text.Replace('[', '/').Replace('.', '/');
        return text.Length > 2 ? text.Replace("//", "/", StringComparison.Ordinal) : "#";
    }

    private static JsonNode? Value(string pointer, JsonObject model)
    {
        try
        {
            return JsonPointer.Parse(pointer[1..]).Resolve(model);
        }
        catch (JsonPatchException)
        {
            return null;
        }
    }
}
