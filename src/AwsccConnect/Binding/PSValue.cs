using System.Collections;

namespace AwsccConnect.Binding;

/// <summary>Takes PowerShell's wrapping off values, all the way down, so that the rest of the module sees plain .NET.</summary>
internal static class PSValue
{
    private const int MaximumDepth = 16;

    /// <summary>The object without PowerShell's wrapping around it; what is inside it stays as it is.</summary>
    public static object? BaseOf(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    /// <summary>The plain value: objects without a .NET type of their own become dictionaries, collections become arrays.</summary>
    public static object? Unwrap(object? value) => Unwrap(value, 0);

    /// <summary>The names and plain values of an object's properties, in order; a dictionary gives its entries.</summary>
    public static IReadOnlyList<KeyValuePair<string, object?>> Cells(PSObject value)
    {
        if (value.BaseObject is IDictionary dictionary)
        {
            return [.. Entries(dictionary, 0)];
        }

        var cells = new List<KeyValuePair<string, object?>>();
        foreach (var property in value.Properties)
        {
            if (property.MemberType is PSMemberTypes.NoteProperty or PSMemberTypes.Property && property.IsGettable)
            {
                cells.Add(new(property.Name, Unwrap(property.Value, 0)));
            }
        }

        return cells;
    }

    private static object? Unwrap(object? value, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new UserValueException(string.Empty, $"A value is nested more than {MaximumDepth} levels deep.", "Give it without so many levels; it may hold itself.");
        }

        return value switch
        {
            PSObject { BaseObject: PSCustomObject } custom => Properties(custom, depth),
            PSObject wrapped when IsDeserialized(wrapped) => Properties(wrapped, depth),
            PSObject wrapped => Unwrap(wrapped.BaseObject, depth),
            string or JsonNode => value,
            IDictionary dictionary => Entries(dictionary, depth).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.OrdinalIgnoreCase),
            // Members that the module has taken apart already; their values are unwrapped when each is read.
            IEnumerable<KeyValuePair<string, object?>> => value,
            // The module's own lists hold plain values already and know how they are written.
            IEnumerable items when value.GetType().Assembly != typeof(ConnectUser).Assembly => Items(items, depth),
            _ => value,
        };
    }

    private static bool IsDeserialized(PSObject value) =>
        value.TypeNames.Count > 0 && value.TypeNames[0].StartsWith("Deserialized.", StringComparison.Ordinal) && value.BaseObject is not IEnumerable;

    private static Dictionary<string, object?> Properties(PSObject value, int depth)
    {
        var result = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in value.Properties.Where(property => property.IsGettable && property.MemberType != PSMemberTypes.AliasProperty))
        {
            result[property.Name] = Unwrap(property.Value, depth + 1);
        }

        return result;
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary dictionary, int depth)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return new(entry.Key.ToString() ?? string.Empty, Unwrap(entry.Value, depth + 1));
        }
    }

    private static object?[] Items(IEnumerable items, int depth) =>
        [.. items.Cast<object?>().Select(item => Unwrap(item, depth + 1))];
}
