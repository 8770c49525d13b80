using System.Collections;
using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

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

    internal static bool HasSecret(object? value) => value switch
    {
        SecureString => true,
        IReadOnlyDictionary<string, object?> members => members.Values.Any(HasSecret),
        IReadOnlyList<object?> items => items.Any(HasSecret),
        _ => false,
    };

    /// <summary>The value of a number; one without fraction is whole.</summary>
    internal static object Number(decimal number) => number == decimal.Truncate(number) && Math.Abs(number) < 1e18m ? (object)(long)number : number;

    /// <summary>The member of a dictionary, or the item of a list; negative indices count from its end.</summary>
    internal static bool TryMember(object? value, object? key, out object? member)
    {
        member = null;
        if (value is IReadOnlyDictionary<string, object?> members)
        {
            return key is string name && members.TryGetValue(name, out member);
        }

        if (value is not IReadOnlyList<object?> items || key switch { long index => index < 0 ? index + items.Count : index, "first" => 0, "last" => items.Count - 1, _ => -1 } is var position && (position < 0 || position >= items.Count))
        {
            return false;
        }

        member = items[(int)position];
        return true;
    }

    /// <summary>The error of a member that is not there.</summary>
    internal static ConnectOperationException NoMember(object? value, object? key, string path, FileLocation location) => StackErrors.At(location, $"The template names '{path}', which is not given.", value switch
    {
        IReadOnlyDictionary<string, object?> members => StackErrors.SuggestionFor($"{key}", members.Keys) ?? $"It has {StackErrors.Shorten(string.Join(", ", members.Keys))}.",
        IReadOnlyList<object?> items => $"It is a list of {items.Count}; the first is [0].",
        _ => "It has no members.",
    }, ErrorIds.UnknownVariable);

    /// <summary>The parts as one text.</summary>
    /// <exception cref="ConnectOperationException">A part is a secret or has no value, or the text is too long.</exception>
    internal static string Join(IReadOnlyList<TemplateValue> parts, FileLocation location)
    {
        StringBuilder text = new();
        foreach (var part in parts)
        {
            var value = part.Value ?? throw StackErrors.At(part.Location, $"The expression '{part.Source}' has no value and stands within a text.", "Give the variable a value, or add | default('').");
            text.Append(!HasSecret(value) ? ToText(value) : throw StackErrors.At(
                part.Location, $"The expression '{part.Source}' puts a secret into a text.", "Use a secret as it is, and for password only.", ErrorIds.SecretMisplaced));
            if (text.Length > DocumentLimits.ValueLength)
            {
                throw StackErrors.At(location, $"The template gives more than {DocumentLimits.ValueLength} characters.", "Give a shorter variable.");
            }
        }

        return text.ToString();
    }

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
