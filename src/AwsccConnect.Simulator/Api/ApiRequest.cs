using System.Text.Json;
using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Api;

/// <summary>One decoded call: operation and input members, held against the limits of the service model when they are read.</summary>
internal sealed class ApiRequest(string operation, JsonElement body)
{
    public string Operation { get; } = operation;

    /// <summary>The members that the log and the fault rules use; absent or malformed ones are null.</summary>
    public string? TypeName => Peek("TypeName");

    public string? Identifier => Peek("Identifier");

    public string? ClientToken => Peek("ClientToken");

    public string? RequestToken => Peek("RequestToken");

    /// <summary>The desired state of a create as an object, or null if it is absent or no JSON object.</summary>
    public JsonObject? DesiredState => Peek("DesiredState") is { } text && JsonTexts.TryParse(text, out var node) ? node as JsonObject : null;

    public string Required(string member) => Optional(member) ?? throw InputConstraints.Missing(member);

    public string? Optional(string member)
    {
        if (Member(member) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            throw new ServiceErrorException("SerializationException", $"{member} has to be a string.");
        }

        var text = value.GetString()!;
        InputConstraints.Check(Operation, member, text);
        return text;
    }

    public int? OptionalInteger(string member, int minimum, int maximum)
    {
        if (Member(member) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
        {
            throw new ServiceErrorException("SerializationException", $"{member} has to be an integer.");
        }

        return number >= minimum && number <= maximum ? number : throw InputConstraints.OutOfRange(member, number, minimum, maximum);
    }

    public IReadOnlyList<string> OptionalList(string parent, string member, IReadOnlyList<string> allowed)
    {
        if (!body.TryGetProperty(parent, out var outer) || outer.ValueKind != JsonValueKind.Object
            || !outer.TryGetProperty(member, out var list) || list.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            throw new ServiceErrorException("SerializationException", $"{member} has to be a list of strings.");
        }

        List<string> values = [.. list.EnumerateArray().Select(item => item.GetString()!)];
        return values.TrueForAll(allowed.Contains) ? values : throw InputConstraints.NotInSet(member, allowed);
    }

    private JsonElement? Member(string name) => body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string? Peek(string member) => Member(member) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
