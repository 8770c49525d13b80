using System.Text.Json;
using System.Text.Json.Serialization;

namespace AwsccConnect.ClientGenerator.Models;

/// <summary>A service: its names, and what it can do. Texts are XML documentation, ready to be written.</summary>
internal sealed record ServiceModel
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>What the SDK's names of namespaces and types are made of.</summary>
    public required string Name { get; init; }

    /// <summary>The service's id in endpoint variables, the shared config file and the User-Agent.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string ApiVersion { get; init; }

    /// <summary>The first part of hosts, and the service's name in signatures.</summary>
    public required string EndpointPrefix { get; init; }

    /// <summary>The first part of FIPS hosts in AWS GovCloud (US), where it is not the usual one.</summary>
    public string? FipsPrefixInGovCloud { get; init; }

    /// <summary>The prefix of <c>X-Amz-Target</c>, where the protocol is AWS JSON 1.0; else it is AWS REST JSON 1.</summary>
    public string? TargetPrefix { get; init; }

    /// <summary>The URL of the API reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The URL of the list of endpoints.</summary>
    public required string Endpoints { get; init; }

    public required string Doc { get; init; }

    public required string Remarks { get; init; }

    public required SortedDictionary<string, string> Errors { get; init; }

    /// <summary>Names for errors that many operations have.</summary>
    public required Dictionary<string, string> ErrorSets { get; init; }

    /// <summary>Types with their documentation, for members that many shapes have.</summary>
    public required Dictionary<string, string> Types { get; init; }

    public required SortedDictionary<string, EnumModel> Enums { get; init; }

    public required SortedDictionary<string, StructureModel> Structures { get; init; }

    public required SortedDictionary<string, OperationModel> Operations { get; init; }

    public string Namespace => "Amazon." + Name;

    public string Client => $"Amazon{Name}Client";

    public string Interface => "IAmazon" + Name;

    public string Config => $"Amazon{Name}Config";

    public string Exception => $"Amazon{Name}Exception";

    public bool HasPages => Operations.Values.Any(o => o.Pages is not null);

    public static ServiceModel Parse(string json) =>
        JsonSerializer.Deserialize<ServiceModel>(json, Options) ?? throw new InvalidDataException("There is no model.");

    /// <summary>The members of a shape in the order of their names.</summary>
    public List<Member> Members(IReadOnlyDictionary<string, string> members) =>
        [.. members.Select(m => Member.Parse(this, m.Key, m.Value)).OrderBy(m => m.Name, StringComparer.Ordinal)];

    /// <summary>The errors of an operation, each with the suffix <c>Exception</c>.</summary>
    public List<string> ErrorsOf(OperationModel operation) =>
        [.. operation.Errors.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(e => e.StartsWith('@') ? ErrorSets[e[1..]].Split(' ') : [e])
            .Select(e => Errors.ContainsKey(e) ? e + "Exception" : throw new InvalidDataException($"There is no error '{e}'."))
            .Order(StringComparer.Ordinal)];

    /// <summary>The structures within the members of the inputs, or of the outputs.</summary>
    public SortedSet<string> Reachable(Func<OperationModel, IReadOnlyDictionary<string, string>> side)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<IReadOnlyDictionary<string, string>>(Operations.Values.Select(side));
        while (open.TryPop(out var members))
        {
            foreach (var member in Members(members).Where(m => m.Kind == MemberKind.Structure && found.Add(m.Type)))
            {
                open.Push(Structures[member.Type].Members);
            }
        }

        return found;
    }
}
