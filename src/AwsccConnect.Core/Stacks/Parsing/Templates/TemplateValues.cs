using System.Collections;
using System.Globalization;
using System.Security;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;
using Fluid.Values;

namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>
/// Converts the values of variables to plain data: texts, booleans, numbers, lists, dictionaries, null, and SecureString. Nothing of a
/// value but this data is reachable from a template.
/// </summary>
internal static class TemplateValues
{
    private const int Depth = 16;

    /// <summary>A variable's value as plain data.</summary>
    /// <exception cref="ConnectOperationException">Nested too deep (<c>InvalidStackFile</c>).</exception>
    internal static object? Plain(string name, object? value, int depth = 0)
    {
        if (depth > Depth)
        {
            throw new ConnectOperationException(ErrorIds.InvalidStackFile, $"The variable '{StackErrors.Shorten(name)}' is nested deeper than {Depth} levels.", "Give a simpler value.");
        }

        var plain = value is SecureString ? value : UserValueConverter.Plain(value);
        return plain switch
        {
            null or DBNull => null,
            string or bool or SecureString or decimal or double => plain,
            int or long or short or byte or uint or ushort or sbyte => Convert.ToInt64(plain, CultureInfo.InvariantCulture),
            float number => (double)number,
            JsonArray array => array.Select(item => Plain(name, item, depth + 1)).ToList(),
            _ when UserValueConverter.EntriesOf(plain) is { } entries => entries.ToDictionary(entry => entry.Key, entry => Plain(name, entry.Value, depth + 1), StringComparer.Ordinal),
            IEnumerable sequence => sequence.Cast<object?>().Select(item => Plain(name, item, depth + 1)).ToList(),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => plain.ToString(),
        };
    }

    /// <summary>Whether a secret is in the value.</summary>
    internal static bool HasSecret(object? value) => value switch
    {
        SecureString => true,
        IReadOnlyDictionary<string, object?> members => members.Values.Any(HasSecret),
        IReadOnlyList<object?> items => items.Any(HasSecret),
        _ => false,
    };

    /// <summary>The value of a literal; numbers without fraction are whole.</summary>
    internal static object? FromLiteral(FluidValue literal) => literal.Type switch
    {
        FluidValues.Nil => null,
        FluidValues.Boolean => literal.ToBooleanValue(),
        FluidValues.Number when literal.ToNumberValue() is var number && number == decimal.Truncate(number) && Math.Abs(number) < 1e18m => (long)number,
        FluidValues.Number => literal.ToNumberValue(),
        _ => literal.ToStringValue(),
    };

    /// <summary>The value as JSON.</summary>
    internal static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        long number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        double number => double.IsFinite(number) ? JsonValue.Create(number) : null,
        IReadOnlyDictionary<string, object?> members => new JsonObject(members.Select(member => new KeyValuePair<string, JsonNode?>(member.Key, ToJson(member.Value)))),
        IReadOnlyList<object?> items => new JsonArray([.. items.Select(ToJson)]),
        _ => throw new InvalidOperationException(value.GetType().Name),
    };

    /// <summary>The value within a text: numbers without culture, lists and dictionaries as JSON.</summary>
    internal static string ToText(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => JsonText.Write(ToJson(value)),
    };
}
