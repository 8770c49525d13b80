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
    private readonly Dictionary<string, TemplateValue> _globals;
    private readonly Dictionary<string, TemplateValue> _properties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TemplateValue> _variables;

    /// <summary>A scope with nothing of the file.</summary>
    internal TemplateScope(StackReadOptions options, string stackName)
    {
        _options = options;
        _variables = options.Variables.ToDictionary(variable => variable.Key, variable => new TemplateValue(TemplateValues.Plain(variable.Key, variable.Value), IsFromFile: false), StringComparer.Ordinal);
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

    internal TemplateScope ForResource() => new(this);

    internal void AddGlobal(string name, TemplateValue value) => _globals[name] = value;

    internal void AddProperty(string name, TemplateValue value) => _properties[name] = value;

    /// <summary>The value of a name that stands alone.</summary>
    internal bool TryGet(string name, out TemplateValue value) =>
        _properties.TryGetValue(name, out value) || _globals.TryGetValue(name, out value) || _variables.TryGetValue(name, out value);

    /// <summary>The value of a name in a namespace.</summary>
    internal bool TryGet(string space, string name, out TemplateValue value)
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

    /// <summary>The error of a name that stands for nothing.</summary>
    internal ConnectOperationException Unknown(string? space, string name, FileLocation location)
    {
        if (name == StackEnv && space != Vars)
        {
            // It would be the same for every user.
            return StackErrors.At(location, "The template names 'stack_env', and no environment is given.", "Give -Environment.", ErrorIds.MissingEnvironment, endsCommand: true);
        }

        var known = space switch
        {
            Globals => _globals.Keys.Append(StackEnv),
            Vars => _variables.Keys,
            _ => _properties.Keys.Concat(_globals.Keys).Concat(_variables.Keys).Append(StackEnv).Append(Vars).Append(Globals),
        };
        var remedy = space is null && _options.EnvironmentVariable(name) is not null
            ? $"Write vars.{name} for the environment variable of that name."
            : StackErrors.SuggestionFor(name, known.Distinct(StringComparer.Ordinal))
            ?? (space == Globals ? "Define it under globals." : space == Vars ? "Give it with -Variable, or set the environment variable." : "Give it with -Variable, or define it under globals.");
        return StackErrors.At(location, $"The template names '{StackErrors.Shorten(space is null ? name : $"{space}.{name}")}', which is not given.", remedy, ErrorIds.UnknownVariable);
    }
}
