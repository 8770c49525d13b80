using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Users;

/// <summary>
/// Converts input (cells, parameter values, hashtables, lists, parts of other users) to the JSON of a property. Strict: what
/// is not clearly a value of the property's kind is refused. What a value may be beyond its kind (ranges, patterns, ARNs) is for
/// <see cref="UserValidator"/> to say, since names may still have to be resolved to ARNs.
/// </summary>
internal static class UserValueConverter
{
    /// <summary>
    /// Unwraps a value of a host language: the module sets it so that a PSObject becomes what is in it and a custom object a dictionary.
    /// By default it returns its argument.
    /// </summary>
    internal static Func<object?, object?> Unwrap { get; set; } = static value => value;

    /// <summary>
    /// Converts a value: a text, boolean, number, dictionary, sequence, JSON node, part of a user, or null. An empty text is no value.
    /// Booleans read true, false, yes, no, 1, 0; numbers the invariant form without exponent or thousands; arrays and objects
    /// the roster syntax, JSON text, dictionaries and sequences; an empty JSON array or object as text is no value.
    /// The JSON has no parent; it is null for no value, and an empty array for an empty sequence.
    /// </summary>
    /// <exception cref="UserValueException">The value does not fit.</exception>
    public static JsonNode? ToJson(UserProperty property, object? value)
    {
        var plain = Plain(value);
        if (plain is null or DBNull || (plain is string text && (property.Kind == UserValueKind.String ? text.Length == 0 : string.IsNullOrWhiteSpace(text))))
        {
            return null;
        }

        var isJson = false;
        if (plain is string json && (property.IsSet || property.Kind == UserValueKind.Object) && JsonCell.IsJson(json))
        {
            isJson = true;
            plain = JsonCell.Read(property, json);
            if (plain is JsonArray { Count: 0 } or JsonObject { Count: 0 })
            {
                return null;
            }
        }

        return property.Kind switch
        {
            UserValueKind.String => UserScalarConverter.Text(property, plain),
            UserValueKind.Boolean => UserScalarConverter.Boolean(property, plain),
            UserValueKind.Integer => UserScalarConverter.Integer(property, plain),
            UserValueKind.Number => UserScalarConverter.Number(property, plain),
            UserValueKind.Object => UserElementConverter.Members(property, plain is string parts ? RosterSyntax.Parse(property, parts) : plain),
            UserValueKind.Unknown => AnyJson(property, value),
            _ => Elements(property, plain, isJson),
        };
    }

    /// <summary>Converts the value of an object or of a single element of an array.</summary>
    /// <exception cref="UserValueException">The value does not fit, or is not exactly one element.</exception>
    internal static JsonObject ToPart(UserProperty property, object value)
    {
        var json = ToJson(property, value);
        return json switch
        {
            null => [],
            JsonObject part => part,
            JsonArray { Count: 1 } array when array[0] is JsonObject only => (JsonObject)only.DeepClone(),
            _ => throw new UserValueException(property.Name, $"{property.Name} needs exactly one element, not {(json as JsonArray)?.Count ?? 0}."),
        };
    }

    /// <summary>Unwraps a value and converts parts of users and JSON values to plain data.</summary>
    internal static object? Plain(object? value)
    {
        var plain = value is null ? null : Unwrap(value);
        return plain switch
        {
            JsonElement element => Plain(JsonSerializer.SerializeToNode(element)),
            JsonValue json => json.GetValueKind() switch
            {
                JsonValueKind.String => json.GetValue<string>(),
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Number => json.ToJsonString(),
                _ => null,
            },
            _ => plain,
        };
    }

    /// <summary>The entries of a dictionary of any kind, or null where the value is none.</summary>
    internal static List<KeyValuePair<string, object?>>? EntriesOf(object? value) => value switch
    {
        ConnectUserPart part => PartEntries(part.Shape, part.ToJson()),
        JsonObject json => [.. json.Select(member => new KeyValuePair<string, object?>(member.Key, member.Value))],
        IDictionary dictionary => [.. dictionary.Cast<object>().Select(Entry)],
        IEnumerable<KeyValuePair<string, object?>> pairs => [.. pairs],
        _ => null,
    };

    /// <summary>The members of a part of a user; a $ marks those that this version does not know, as in the roster syntax.</summary>
    private static List<KeyValuePair<string, object?>> PartEntries(UserProperty shape, JsonObject json) => [.. json.Select(member =>
        shape.FindMember(member.Key) is { } known
            ? new KeyValuePair<string, object?>(member.Key, member.Value is JsonObject inner && known.Kind == UserValueKind.Object ? PartEntries(known, inner) : member.Value)
            : new KeyValuePair<string, object?>("$" + member.Key, member.Value))];

    private static KeyValuePair<string, object?> Entry(object entry) => entry switch
    {
        DictionaryEntry pair => new(Convert.ToString(Unwrap(pair.Key), CultureInfo.InvariantCulture) ?? "", pair.Value),
        KeyValuePair<string, object?> pair => pair,
        _ => throw new UserValueException("", "A dictionary's keys have to be texts."),
    };

    private static JsonArray Elements(UserProperty property, object value, bool isJson)
    {
        var elements = new List<JsonNode>();
        Collect(property, value, elements, isJson);
        var byKey = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            var key = UserSetKeys.Of(property, element);
            if (byKey.TryGetValue(key, out var earlier) && !UserStateComparer.AreEqual(UserProperty.Unknown("/element"), earlier, element))
            {
                throw new UserValueException(property.Name, $"{property.Name} names '{key}' twice, with different values.", "Leave one of them.");
            }

            byKey[key] = element;
        }

        return new JsonArray([.. byKey.Values]);
    }

    private static void Collect(UserProperty property, object? value, List<JsonNode> elements, bool isListed)
    {
        var plain = Plain(value);
        switch (plain)
        {
            case null:
                break;
            case string text when property.Kind == UserValueKind.ArnSet:
                // An element of a sequence is one ARN or name; only a cell has several.
                elements.AddRange(((List<string>)RosterSyntax.Parse(property, text)).Select(item => (JsonNode)JsonValue.Create(item)));
                break;
            case string text when JsonCell.IsJson(text):
                Collect(property, JsonCell.Read(property, text), elements, isListed: true);
                break;
            case string text:
                foreach (var element in (IEnumerable)RosterSyntax.Parse(property, text))
                {
                    elements.Add(UserElementConverter.Element(property, EntriesOf(element)!));
                }

                break;
            default:
                if (EntriesOf(plain) is { } entries)
                {
                    elements.AddRange(UserElementConverter.FromEntries(property, entries, isListed));
                }
                else if (plain is IEnumerable sequence)
                {
                    foreach (var item in sequence)
                    {
                        if (property.Kind == UserValueKind.ArnSet && Plain(item) is null or "")
                        {
                            // The list is the complete set: a variable that has no value would remove an element.
                            throw new UserValueException(property.Name, $"{property.Name} has an empty element.");
                        }

                        Collect(property, item, elements, isListed: true);
                    }
                }
                else
                {
                    throw new UserValueException(property.Name, $"{property.Name} cannot hold a {plain.GetType().Name}.", UserElementConverter.FormOf(property));
                }

                break;
        }
    }

    private static JsonNode? AnyJson(UserProperty property, object? value)
    {
        var given = value is null ? null : Unwrap(value);
        var plain = given switch
        {
            JsonNode node => node.DeepClone(),
            JsonElement element => JsonSerializer.SerializeToNode(element),
            _ => given,
        };
        return plain switch
        {
            null => null,
            JsonNode json => json,
            string text => JsonValue.Create(Unicode(property, text)),
            bool flag => JsonValue.Create(flag),
            int or long or short or byte or uint or ushort or sbyte => JsonValue.Create(Convert.ToInt64(plain, CultureInfo.InvariantCulture)),
            decimal number => JsonValue.Create(number),
            double or float => Convert.ToDouble(plain, CultureInfo.InvariantCulture) is var number && double.IsFinite(number)
                ? JsonValue.Create(number)
                : throw new UserValueException(property.Name, $"{property.Name} holds a number that JSON cannot write.", "Give a smaller number."),
            _ when EntriesOf(plain) is { } entries => new JsonObject(
                entries.Select(entry => new KeyValuePair<string, JsonNode?>(Unicode(property, entry.Key), AnyJson(property, entry.Value)))),
            IEnumerable sequence => new JsonArray([.. sequence.Cast<object?>().Select(item => AnyJson(property, item))]),
            _ => JsonValue.Create(Convert.ToString(plain, CultureInfo.InvariantCulture)),
        };
    }

    private static string Unicode(UserProperty property, string text)
    {
        UserScalarConverter.RequireUnicode(property, text);
        return text;
    }
}
