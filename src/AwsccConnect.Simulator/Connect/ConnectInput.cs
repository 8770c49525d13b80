using System.Globalization;
using System.Text.Json;
using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Connect;

/// <summary>Input members, of the query or of a JSON body, held against the types and limits of the service model when they are read.</summary>
internal sealed class ConnectInput(JsonObject members)
{
    public static ConnectInput OfQuery(string query)
    {
        JsonObject members = [];
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)))
        {
            // The members of the model begin with a capital, those of the query with a small letter.
            var name = Uri.UnescapeDataString(pair[0]);
            members[name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..]] = pair.Length == 2 ? Uri.UnescapeDataString(pair[1]) : string.Empty;
        }

        return new ConnectInput(members);
    }

    public static ConnectInput OfBody(byte[] body) =>
        new(JsonObject.Create(AwsJson.ParseInput(body)) ?? throw ConnectErrors.InvalidRequest("The body is not a JSON object."));

    public string? Text(string name) => members[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw ConnectErrors.InvalidRequest($"{name} has to be a string."),
    };

    public string Required(string name) => Text(name) ?? throw ConnectErrors.InvalidParameter($"{name} is required.");

    public int Integer(string name, int minimum, int maximum, int standard)
    {
        if (members[name] is not { } value)
        {
            return standard;
        }

        return int.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number
            : throw ConnectErrors.InvalidParameter($"{name} has to be between {minimum} and {maximum}.");
    }

    public ConnectInput? Object(string name) => members[name] switch
    {
        null => null,
        JsonObject inner => new ConnectInput(inner),
        _ => throw ConnectErrors.InvalidRequest($"{name} has to be an object."),
    };

    /// <summary>The objects of a list; null where the list is absent.</summary>
    public IReadOnlyList<ConnectInput>? Objects(string name) => members[name] is { } list ? Objects(name, list) : null;

    /// <summary>The lists of objects of a list; null where it is absent.</summary>
    public IReadOnlyList<IReadOnlyList<ConnectInput>>? Lists(string name) => members[name] switch
    {
        null => null,
        JsonArray outer => [.. outer.Select(inner => Objects(name, inner))],
        _ => throw ConnectErrors.InvalidRequest($"{name} has to be a list of lists."),
    };

    /// <summary>The members as text, the same for the same input.</summary>
    public override string ToString() => JsonTexts.Text(members);

    private static IReadOnlyList<ConnectInput> Objects(string name, JsonNode? list) => list is JsonArray items && items.All(item => item is JsonObject)
        ? [.. items.Select(item => new ConnectInput((JsonObject)item!))]
        : throw ConnectErrors.InvalidRequest($"{name} has to be a list of objects.");
}
