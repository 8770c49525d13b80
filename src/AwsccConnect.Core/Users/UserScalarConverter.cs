using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AwsccConnect.Core.Users;

/// <summary>Reads texts, booleans and numbers strictly.</summary>
internal static partial class UserScalarConverter
{
    internal static JsonValue Text(UserProperty property, object value)
    {
        var text = value switch
        {
            string given => given,
            char given => given.ToString(),
            Guid given => given.ToString(),
            Uri given => given.OriginalString,
            Enum given => given.ToString(),
            int or long or short or byte or uint or ulong or ushort or sbyte or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            double or float => ((IFormattable)value).ToString("R", CultureInfo.InvariantCulture),
            _ => throw new UserValueException(property.Name, $"{property.Name} is a text, not a {value.GetType().Name}.", "Give a text."),
        };
        if (property.IsPhoneNumber && SpreadsheetNumber().IsMatch(text))
        {
            throw new UserValueException(
                property.Name,
                $"{property.Name} '{text}' is not a phone number: a spreadsheet has turned it into a number in scientific notation, and its last digits are lost.",
                "Format the column as text in the spreadsheet before typing the numbers, restore them, such as +447700900123, and save again.");
        }

        RequireUnicode(property, text);
        if (property.EnumValues.Count == 0)
        {
            return JsonValue.Create(text);
        }

        var known = property.EnumValues.FirstOrDefault(item => ColumnName.AreEqual(item, text) || ColumnName.AreEqual(item, text + property.EnumSuffix));
        return known is not null ? JsonValue.Create(known) : throw new UserValueException(
            property.Name,
            $"{property.Name} cannot be '{text}'; it is one of {string.Join(", ", property.EnumValues)}.",
            ClosestMatch.Match(text.Trim(), property.EnumValues) is { } near ? $"Did you mean {near}?" : $"Use one of {string.Join(", ", property.EnumValues)}.");
    }

    /// <summary>Refuses halves of surrogate pairs: JSON writers replace them with U+FFFD, so AWS would store another text than was given.</summary>
    internal static void RequireUnicode(UserProperty property, ReadOnlySpan<char> text)
    {
        if (!IsUnicode(text))
        {
            throw new UserValueException(
                property.Name, $"{property.Name} holds half of a character (a lone UTF-16 surrogate), which is not valid Unicode.", "Type the text again.");
        }
    }

    /// <summary>Whether all surrogates stand in pairs.</summary>
    internal static bool IsUnicode(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var length) != OperationStatus.Done)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }

    internal static JsonValue Boolean(UserProperty property, object value)
    {
        bool? flag = value switch
        {
            bool given => given,
            string given => given.Trim().ToUpperInvariant() switch
            {
                "TRUE" or "YES" or "1" => true,
                "FALSE" or "NO" or "0" => false,
                _ => null,
            },
            _ => WholeNumber(value) switch { 1 => true, 0 => false, _ => null },
        };
        return flag is { } known ? JsonValue.Create(known) : throw new UserValueException(
            property.Name, $"{property.Name} cannot be '{Shown(value)}'.", "Use true or false (yes, no, 1 and 0 are read too).");
    }

    internal static JsonValue Integer(UserProperty property, object value)
    {
        var number = value is string text && Whole().IsMatch(text.Trim()) && long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : WholeNumber(value);
        return number is { } known ? JsonValue.Create(known) : throw new UserValueException(
            property.Name, $"{property.Name} cannot be '{Shown(value)}'; it is a whole number.", "Use digits only, such as 30: no unit, no decimals, no separators.");
    }

    internal static JsonValue Number(UserProperty property, object value)
    {
        decimal? number = value switch
        {
            string text when Fraction().IsMatch(text.Trim()) && decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parsed) => parsed,
            double given when double.IsFinite(given) && Math.Abs(given) < 1e15 => (decimal)given,
            float given when float.IsFinite(given) && Math.Abs(given) < 1e15 => (decimal)given,
            decimal given => given,
            _ => WholeNumber(value),
        };
        return number is { } known ? JsonValue.Create(known) : throw new UserValueException(
            property.Name, $"{property.Name} cannot be '{Shown(value)}'; it is a number.", "Use digits with a point for decimals, such as 4.5.");
    }

    private static long? WholeNumber(object value) => value switch
    {
        int or long or short or byte or uint or ushort or sbyte => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        double given when given == Math.Truncate(given) && Math.Abs(given) < 1e15 => (long)given,
        decimal given when given == decimal.Truncate(given) && Math.Abs(given) < 1e15m => (long)given,
        _ => null,
    };

    private static string Shown(object value) => value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value is string text ? text : value.GetType().Name;

    [GeneratedRegex(@"^\s*[+-]?\d+([.,]\d+)?[eE][+-]?\d+\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SpreadsheetNumber();

    [GeneratedRegex(@"^[+-]?[0-9]{1,18}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[+-]?[0-9]{1,18}(\.[0-9]{1,9})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Fraction();
}
