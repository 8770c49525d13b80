using AwsccConnect.Core.Stacks.Parsing.Templates;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>A resource of a manifest: a user.</summary>
internal sealed class StackResource(FileLocation location, string resourceName, StackReadOptions options)
{
    private const string NotAUser = "This module manages Amazon Connect users only.";
    private static readonly string[] Keys = ["name", "description", "type", "resource", "file", "if", "protected", "props"];
    private static readonly string[] PropertyKeys = ["name", "description", "value", "values"];
    private static readonly string[] UserTypes = ["awscc.connect.users", "aws.connect.users", "AWS::Connect::User"];

    private static readonly Dictionary<string, string> RefusedKeys = new(StringComparer.Ordinal)
    {
        ["exports"] = "Exports are not supported: pipe what Publish-ConnectUserStack writes to where it is needed.",
        ["sql"] = $"Queries are not run. {NotAUser}",
        ["run"] = $"Scripts are not run. {NotAUser}",
        ["auth"] = "Credentials come from -ProfileName and the other connection parameters, never from the file.",
        ["skip_validation"] = "Users are always compared property by property.",
        ["skipvalidation"] = "Users are always compared property by property.",
        ["merge"] = "Merge is not supported: write the whole value, or use YAML anchors.",
    };

    /// <summary>The keys of stack-deploy that properties and globals have and that are not read.</summary>
    internal static readonly Dictionary<string, string> RefusedValueKeys = new(StringComparer.Ordinal)
    {
        ["merge"] = "Merge is not supported: write the whole value, or use YAML anchors.",
    };

    private readonly UserCells _cells = new(location, options.AllowPlainTextPassword);
    private readonly List<(string Name, FileLocation Location, DocumentNode Value)> _identity = [];

    internal string Name => resourceName;

    /// <summary>Whether its condition is false.</summary>
    internal bool IsSkipped { get; private set; }

    private bool IsProtected { get; set; }

    /// <summary>Reads a resource.</summary>
    /// <exception cref="ConnectOperationException">The resource is not a user, or no resource at all.</exception>
    internal static StackResource Read(DocumentNode item, TemplateScope outer, StackReadOptions options)
    {
        var members = DocumentMembers.Read(item, "A resource", Keys, RefusedKeys);
        var name = members.Text("name") ?? throw StackErrors.At(item.Location, "A resource has no name.", "Give it a name that no other resource has.");
        CheckIsUser(members);
        var resource = new StackResource(item.Location, name, options);
        var scope = outer.ForResource();
        resource.ReadProperties(members.Items("props"), scope);
        if (members.TryGet("if", out var condition))
        {
            resource.IsSkipped = !TemplateRenderer.IsMet(condition.Value, scope);
        }

        if (members.TryGet("protected", out var guard))
        {
            resource.ReadProtected(TemplateRenderer.Render(guard.Value, scope));
        }

        return resource;
    }

    /// <summary>The user.</summary>
    /// <exception cref="ConnectOperationException">The properties cannot be read; the message has everything that is wrong.</exception>
    internal StackUser ToUser() => new(_cells.Read(), Name, IsProtected);

    /// <summary>The user that the resource is about, without its other properties; null where that is not known.</summary>
    internal StackUser? Identity()
    {
        var cells = new UserCells(location, options.AllowPlainTextPassword);
        foreach (var (property, propertyLocation, value) in _identity)
        {
            cells.Add(property, propertyLocation, value);
        }

        try
        {
            return new StackUser(cells.Read(), Name, IsProtected);
        }
        catch (ConnectOperationException)
        {
            return null;
        }
    }

    private static void CheckIsUser(DocumentMembers members)
    {
        if (members.Text("type") is { } type && type != "resource")
        {
            throw StackErrors.At(members.Find("type")!.Value.Location, $"Resources of the type '{StackErrors.Shorten(type)}' are not supported. {NotAUser}", "Keep them in a manifest of their own, for stack-deploy.");
        }

        if (members.Text("resource") is { } resource && !UserTypes.Contains(resource, StringComparer.OrdinalIgnoreCase))
        {
            throw StackErrors.At(members.Find("resource")!.Value.Location, $"The resource '{StackErrors.Shorten(resource)}' is not supported. {NotAUser}", "Keep it in a manifest of its own, for stack-deploy.");
        }

        if (members.Text("file") is { } file && Path.GetFileNameWithoutExtension(file) is not ("user" or "users"))
        {
            // user.iql is how stack-deploy shares one query among several users; the query itself has no meaning here.
            throw StackErrors.At(members.Find("file")!.Value.Location, $"The query file '{StackErrors.Shorten(file)}' is not one of users. {NotAUser}", "Remove the key, or keep the resource in a manifest of its own, for stack-deploy.");
        }
    }

    private void ReadProperties(IReadOnlyList<DocumentNode> items, TemplateScope scope)
    {
        var seen = new Dictionary<string, FileLocation>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            try
            {
                ReadProperty(DocumentMembers.Read(item, "A property", PropertyKeys, RefusedValueKeys), scope, seen);
            }
            catch (ConnectOperationException e) when (!e.EndsCommand)
            {
                _cells.Report(e);
            }
        }
    }

    private void ReadProperty(DocumentMembers members, TemplateScope scope, Dictionary<string, FileLocation> seen)
    {
        var name = members.Text("name") ?? throw StackErrors.At(members.Location, "A property has no name.", "Give it a name and a value.");
        var nameLocation = members.Find("name")!.Value.Location;
        StackErrors.CheckTwice(seen, "The property", name, nameLocation);
        var value = EnvironmentValues.Choose(members, $"The property '{StackErrors.Shorten(name)}'", options.Environment);
        var isKnown = UserSchema.TryFind(name, out var property);
        if (isKnown && property!.IsWriteOnly)
        {
            var password = TemplateRenderer.RenderPassword(value, scope);
            scope.AddProperty(name, TemplateRenderer.ToVariable(password));
            _cells.Add(name, nameLocation, password);
            return;
        }

        var rendered = TemplateRenderer.Render(value, scope);
        scope.AddProperty(name, TemplateRenderer.ToVariable(rendered));
        _cells.Add(name, nameLocation, rendered);
        if ((isKnown && property!.Name is "Username" or "InstanceArn" or "UserArn") || name.Equals("region", StringComparison.OrdinalIgnoreCase))
        {
            _identity.Add((name, nameLocation, rendered));
        }
    }

    /// <summary>
    /// <c>protected: true</c> keeps the user from being removed. The list of stack-deploy names what its logs mask; of a user that is the
    /// password, which is masked anyway, and other properties cannot be.
    /// </summary>
    private void ReadProtected(DocumentNode node)
    {
        var flag = node is DocumentValue { Value: bool given } ? given : (node as DocumentScalar)?.Boolean ?? (node as DocumentValue)?.Value switch { "true" or "True" => true, "false" or "False" => false, _ => (bool?)null };
        if (flag is { } known)
        {
            IsProtected = known;
            return;
        }

        if (node is not DocumentList list)
        {
            throw StackErrors.At(node.Location, $"'protected' has to be true, false or a list, not {node.Kind}.", "Write true for a user that the stack never removes.");
        }

        foreach (var item in list.Items)
        {
            if (item is not DocumentScalar scalar || !UserSchema.TryFind(scalar.Text, out var property) || !property.IsWriteOnly)
            {
                throw StackErrors.At(item.Location, "'protected' names what is no secret: only the password of a user is masked.", "Remove the name; write protected: true for a user that the stack never removes.");
            }
        }
    }
}
