using System.Globalization;

namespace AwsccConnect.Core.Stacks.Parsing.CloudFormation;

/// <summary>
/// The users of a CloudFormation template, JSON or YAML
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html). Nothing in it is evaluated: values are literal.
/// </summary>
internal sealed class CloudFormationTemplate
{
    internal const string VersionKey = "AWSTemplateFormatVersion";

    internal const string ResourcesKey = "Resources";

    private const string UserType = "AWS::Connect::User";
    private const int NamedResources = 10;

    private static readonly string[] Attributes =
        ["Type", "Properties", "Condition", "CreationPolicy", "DeletionPolicy", "DependsOn", "Metadata", "UpdatePolicy", "UpdateReplacePolicy"];

    private readonly List<TemplateUser> _users = [];
    private readonly List<string> _others = [];

    private CloudFormationTemplate(DocumentMap root) => Description = (root.Exactly("Description") as DocumentScalar)?.Text;

    /// <summary>The users, in the order of the file.</summary>
    internal IReadOnlyList<TemplateUser> Users => _users;

    internal string? Description { get; }

    /// <summary>Whether a document is a template: it says so, or has a resource that is a user.</summary>
    internal static bool IsMatch(DocumentNode? root) => root is DocumentMap map
        && (map.Exactly(VersionKey) is not null || (map.Exactly(ResourcesKey) is DocumentMap resources && resources.Entries.Any(entry => TypeOf(entry.Value) == UserType)));

    /// <summary>Reads a template.</summary>
    /// <exception cref="ConnectOperationException">It has no user, or resources that are no mapping (<c>InvalidStackFile</c>).</exception>
    internal static CloudFormationTemplate Read(DocumentNode root)
    {
        var map = (DocumentMap)root;
        var template = new CloudFormationTemplate(map);
        if (map.Exactly(ResourcesKey) is not DocumentMap resources)
        {
            throw StackErrors.At(root.Location, "The template has no mapping of Resources.", $"Write Resources with a resource of the type {UserType} for each user.");
        }

        foreach (var entry in resources.Entries)
        {
            template.Add(entry);
        }

        return template._users.Count > 0 ? template : throw StackErrors.At(
            resources.Location, $"The template has no resource of the type {UserType}.", "Add the users, or read another file.");
    }

    /// <summary>What was left out, in one line; null for nothing.</summary>
    internal string? LeftOut(string file) => _others.Count == 0 ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{file}: {_others.Count} resources that are not of the type {UserType} are left out: {string.Join(", ", _others.Take(NamedResources))}{(_others.Count > NamedResources ? ", ..." : ".")}");

    private void Add(DocumentEntry entry)
    {
        if (TemplateFunctions.IsFunction(entry.Key, count: 0))
        {
            throw StackErrors.At(entry.Location, $"The function {StackErrors.Shorten(entry.Key)} makes resources, and only CloudFormation evaluates it.", "Write each user as a resource of its own.");
        }

        var type = TypeOf(entry.Value);
        if (type != UserType)
        {
            _others.Add($"{StackErrors.Shorten(entry.Key)} ({StackErrors.Shorten(type ?? "no type")})");
            return;
        }

        var problems = new List<ConnectOperationException>();
        var isProtected = false;
        DocumentMap? properties = null;
        foreach (var attribute in ((DocumentMap)entry.Value).Entries)
        {
            switch (attribute.Key)
            {
                case "Properties" when attribute.Value is DocumentMap values && !values.Entries.Any(value => TemplateFunctions.IsFunction(value.Key, values.Entries.Count)):
                    properties = values;
                    break;
                case "Properties":
                    problems.Add(Problem(attribute.Value.Location, entry, "has Properties that are no mapping of literal values", "Write the properties of the user with their values."));
                    break;
                case "Condition":
                    problems.Add(Problem(attribute.Location, entry, "has a Condition, which only CloudFormation evaluates", "Remove the Condition, or the resource."));
                    break;
                case "DeletionPolicy":
                    isProtected = attribute.Value is DocumentScalar { Text: "Retain" or "RetainExceptOnCreate" };
                    break;
                case var name when !Attributes.Contains(name):
                    problems.Add(Problem(
                        attribute.Location, entry, $"has an attribute '{StackErrors.Shorten(name)}', which is not known", StackErrors.SuggestionFor(name, Attributes) ?? $"Known are {string.Join(", ", Attributes)}."));
                    break;
            }
        }

        if (properties is null && problems.Count == 0)
        {
            problems.Add(Problem(entry.Location, entry, "has no Properties", "Write the properties of the user."));
        }

        _users.Add(new TemplateUser(entry.Key, entry.Location, Literals(entry.Key, properties, problems), isProtected, problems));
    }

    private static List<DocumentEntry> Literals(string logicalId, DocumentMap? properties, List<ConnectOperationException> problems)
    {
        var literals = new List<DocumentEntry>();
        foreach (var property in properties?.Entries ?? [])
        {
            var before = problems.Count;
            TemplateFunctions.Find(property.Value, logicalId, StackErrors.Shorten(property.Key), problems);
            if (problems.Count == before)
            {
                literals.Add(property);
            }
        }

        return literals;
    }

    private static ConnectOperationException Problem(FileLocation location, DocumentEntry resource, string what, string remedy) =>
        StackErrors.At(location, $"The resource '{StackErrors.Shorten(resource.Key)}' {what}.", remedy, ErrorIds.InvalidValue);

    private static string? TypeOf(DocumentNode resource) => ((resource as DocumentMap)?.Exactly("Type") as DocumentScalar)?.Text;
}
