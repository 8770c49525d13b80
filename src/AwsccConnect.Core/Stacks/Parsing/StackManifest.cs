using AwsccConnect.Core.Stacks.Parsing.Templates;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>
/// Reads a manifest in the form of stack-deploy (https://stackql-deploy.io/docs/manifest-file): <c>globals</c>, and <c>resources</c>
/// each of which is a user with its <c>props</c>.
/// </summary>
internal sealed class StackManifest(DocumentMap root, StackReadOptions options)
{
    /// <summary>The key that makes a document a manifest.</summary>
    internal const string ResourcesKey = "resources";

    private static readonly string[] Keys = ["version", "name", "description", "providers", "globals", ResourcesKey];
    private static readonly string[] GlobalKeys = ["name", "description", "value", "values"];

    private static readonly Dictionary<string, string> RefusedKeys = new(StringComparer.Ordinal)
    {
        ["exports"] = "Exports are not supported: pipe what Publish-ConnectUserStack writes to where it is needed.",
    };

    private readonly StackUsers _users = new(options);
    private readonly DocumentMembers _members = DocumentMembers.Read(root, "The manifest", Keys, RefusedKeys);

    /// <summary>Reads the manifest.</summary>
    /// <exception cref="ConnectOperationException">The manifest as a whole cannot be read.</exception>
    internal static StackDefinition Read(DocumentMap root, string path, StackReadOptions options, CancellationToken cancellationToken) =>
        new StackManifest(root, options).Read(path, cancellationToken);

    private StackDefinition Read(string path, CancellationToken cancellationToken)
    {
        _members.CheckVersion();
        CheckProviders();
        var nameInFile = _members.Text("name");
        var scope = new TemplateScope(options, options.Name ?? nameInFile ?? Path.GetFileNameWithoutExtension(path));
        var region = ReadGlobals(scope);
        var seen = new Dictionary<string, FileLocation>(StringComparer.Ordinal);
        foreach (var item in _members.Items(ResourcesKey))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var resource = StackResource.Read(item, scope, options);
                StackErrors.CheckTwice(seen, "The resource", resource.Name, item.Location, "Give each resource a name of its own.");
                if (!resource.IsSkipped)
                {
                    _users.Add(resource.ToUser);
                }
                else if (resource.Identity() is { } skipped)
                {
                    _users.Skip(skipped);
                }
            }
            catch (ConnectOperationException e) when (!e.EndsCommand)
            {
                _users.Fail(e);
            }
        }

        return _users.ToDefinition(path, nameInFile, _members.Text("description"), region);
    }

    private void CheckProviders()
    {
        foreach (var item in _members.Items("providers"))
        {
            // A provider may carry its version: awscc::v24.07.00246.
            var name = (item as DocumentScalar)?.Text.Split("::")[0];
            if (name is not "aws" and not "awscc")
            {
                throw StackErrors.At(item.Location, $"The provider '{StackErrors.Shorten(name ?? item.Kind)}' is not supported: this module manages Amazon Connect users only.", "Keep resources of other providers in a manifest of their own, for stack-deploy.");
            }
        }
    }

    private string? ReadGlobals(TemplateScope scope)
    {
        string? region = null;
        var seen = new Dictionary<string, FileLocation>(StringComparer.Ordinal);
        foreach (var item in _members.Items("globals"))
        {
            var global = DocumentMembers.Read(item, "A global", GlobalKeys, StackResource.RefusedValueKeys);
            var name = global.Text("name") ?? throw StackErrors.At(item.Location, "A global has no name.", "Give it a name and a value.");
            if (name is TemplateScope.Vars or TemplateScope.Globals or TemplateScope.StackEnv or "stack_name")
            {
                throw StackErrors.At(global.Find("name")!.Value.Location, $"The global '{name}' would hide what the name stands for.", "Use another name.");
            }

            StackErrors.CheckTwice(seen, "The global", name, item.Location);
            var value = EnvironmentValues.Choose(global, $"The global '{StackErrors.Shorten(name)}'", options.Environment);
            var rendered = TemplateRenderer.Render(value, scope);
            var variable = TemplateRenderer.ToVariable(rendered);
            scope.AddGlobal(name, variable);
            if (name == "region")
            {
                region = StackUsers.CheckRegion(variable.Value as string ?? "", value.Location);
            }
        }

        return region;
    }
}
