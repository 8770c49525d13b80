using System.Diagnostics.CodeAnalysis;

namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>
/// What templates can name, in stack-deploy's order: the properties of the resource so far, the globals, <c>stack_name</c> and
/// <c>stack_env</c>, the variables; and as namespaces <c>globals</c>, and <c>vars</c> with the variables and, where there is none,
/// the environment variables.
/// </summary>
internal sealed class TemplateScope
{
    /// <summary>The namespace of variables and environment variables.</summary>
    internal const string Vars = "vars";

    /// <summary>The namespace of globals.</summary>
    internal const string Globals = "globals";

    /// <summary>The name of the environment; not given where there is none.</summary>
    internal const string StackEnv = "stack_env";

    private readonly StackReadOptions _options;
    private readonly Dictionary<string, TemplateVariable> _globals;
    private readonly Dictionary<string, TemplateVariable> _properties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TemplateVariable> _variables;

    /// <summary>A scope with nothing of the file.</summary>
    internal TemplateScope(StackReadOptions options, string stackName)
    {
        _options = options;
        _variables = options.Variables.ToDictionary(variable => variable.Key, variable => new TemplateVariable(TemplateValues.Plain(variable.Key, variable.Value), IsFromFile: false), StringComparer.Ordinal);
        _globals = new(StringComparer.Ordinal) { ["stack_name"] = new(stackName, IsFromFile: true) };
        if (!string.IsNullOrEmpty(options.Environment))
        {
            _globals[StackEnv] = new(options.Environment, IsFromFile: true);
        }
    }

    private TemplateScope(TemplateScope outer)
    {
        _options = outer._options;
        _globals = outer._globals;
        _variables = outer._variables;
    }

    /// <summary>The scope of a resource.</summary>
    internal TemplateScope ForResource() => new(this);

    /// <summary>Adds a global.</summary>
    internal void AddGlobal(string name, TemplateVariable value) => _globals[name] = value;

    /// <summary>Adds a property of the resource.</summary>
    internal void AddProperty(string name, TemplateVariable value) => _properties[name] = value;

    /// <summary>The value of a name that stands alone.</summary>
    internal bool TryGet(string name, out TemplateVariable value) =>
        _properties.TryGetValue(name, out value) || _globals.TryGetValue(name, out value) || _variables.TryGetValue(name, out value);

    /// <summary>The value of a name in a namespace.</summary>
    internal bool TryGet(string space, string name, out TemplateVariable value)
    {
        if (space == Globals)
        {
            return _globals.TryGetValue(name, out value);
        }

        if (_variables.TryGetValue(name, out value))
        {
            return true;
        }

        value = new(_options.EnvironmentVariable(name), IsFromFile: false);
        return value.Value is not null;
    }

    /// <summary>Whether an environment variable has the name, and only <c>vars.NAME</c> would find it.</summary>
    internal bool IsEnvironmentVariable([NotNullWhen(true)] string? name) => !string.IsNullOrEmpty(name) && _options.EnvironmentVariable(name) is not null;

    /// <summary>The names of a namespace; of everything that stands alone where it is null.</summary>
    internal IEnumerable<string> Names(string? space) => space switch
    {
        Globals => _globals.Keys.Append(StackEnv),
        Vars => _variables.Keys,
        _ => _properties.Keys.Concat(_globals.Keys).Concat(_variables.Keys).Append(StackEnv).Append(Vars).Append(Globals),
    };
}
