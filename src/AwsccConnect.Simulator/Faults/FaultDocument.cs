using System.Text.Json;
using System.Text.Json.Serialization;

namespace AwsccConnect.Simulator.Faults;

/// <summary>Fault rules as JSON: <c>[{"operation":"Create*","user":"j*","kind":"Throttle","count":3}]</c>, or that array as member "faults".</summary>
internal static class FaultDocument
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    public static IReadOnlyList<SimulatorFault> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object)
            {
                JsonProperty[] members = [.. root.EnumerateObject()];
                if (members is not [var only] || !only.Name.Equals("faults", StringComparison.OrdinalIgnoreCase))
                {
                    throw new ArgumentException("A fault document is an array of rules, or an object whose only member \"faults\" is one.", nameof(json));
                }

                root = only.Value;
            }

            return root.Deserialize<List<SimulatorFault>>(Options) ?? [];
        }
        catch (JsonException e)
        {
            var reason = e.Path?.EndsWith(".kind", StringComparison.OrdinalIgnoreCase) == true
                ? $"{e.Path} has to be one of {string.Join(", ", Enum.GetNames<SimulatorFaultKind>())}."
                : e.Message;
            throw new ArgumentException($"The fault document is malformed: {reason}", nameof(json), e);
        }
    }
}
