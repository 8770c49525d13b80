using System.Globalization;

namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>How conditions compare values.</summary>
internal static class ConditionValues
{
    /// <summary>Whether Python takes the value for true; the texts true and false are what they say.</summary>
    internal static bool IsTrue(object? value) => value switch
    {
        null or "" or false => false,
        bool => true,
        "false" or "False" => false,
        System.Collections.ICollection items => items.Count > 0,
        _ => Number(value) is not 0m,
    };

    /// <summary>A value as Python would read its text.</summary>
    internal static object? FromText(object? value) => value switch
    {
        "True" or "true" => true,
        "False" or "false" => false,
        "None" or "none" or "null" => null,
        string text when Number(text) is { } number => number,
        _ => value,
    };

    /// <summary>Compares two values.</summary>
    /// <exception cref="ConnectOperationException">They have no order.</exception>
    internal static bool Compare(object? left, string comparison, object? right, FileLocation location) => comparison switch
    {
        "==" => AreEqual(left, right),
        "!=" => !AreEqual(left, right),
        "in" => Contains(right, left),
        "not in" => !Contains(right, left),
        "<" => Order(left, right, location) < 0,
        "<=" => Order(left, right, location) <= 0,
        ">" => Order(left, right, location) > 0,
        _ => Order(left, right, location) >= 0,
    };

    /// <summary>Whether the values are equal; a number equals its text, since variables of the environment are texts.</summary>
    private static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => left is null && right is null,
        (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
        (bool a, _) => IsTrue(right) == a && right is bool or "true" or "True" or "false" or "False",
        (_, bool) => AreEqual(right, left),
        _ when Number(left) is { } a && Number(right) is { } b => a == b,
        (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => a.Count == b.Count && a.Zip(b).All(pair => AreEqual(pair.First, pair.Second)),
        _ => false,
    };

    private static int Order(object? left, object? right, FileLocation location) =>
        Number(left) is { } a && Number(right) is { } b ? a.CompareTo(b)
        : left is string x && right is string y ? string.CompareOrdinal(x, y)
        : throw StackErrors.At(location, "The condition compares values that have no order.", "Compare numbers with numbers and texts with texts.");

    /// <summary>Whether a list has the item, a text the part, a dictionary the key.</summary>
    private static bool Contains(object? whole, object? part) => whole switch
    {
        string text => part is string inner && text.Contains(inner, StringComparison.Ordinal),
        IReadOnlyDictionary<string, object?> members => part is string key && members.ContainsKey(key),
        IReadOnlyList<object?> items => items.Any(item => AreEqual(item, part)),
        _ => false,
    };

    private static decimal? Number(object? value) => value switch
    {
        long number => number,
        decimal number => number,
        double number when Math.Abs(number) < 1e27 => (decimal)number,
        string text when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
