using System.Collections.Concurrent;
using System.Security;
using Fluid;
using Fluid.Ast;
using Fluid.Parser;
using Fluid.Values;

namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>
/// An expression between braces. The library parses it; names are looked up here, in given data alone, so that nothing else of the
/// process is within reach, and a value is never evaluated again.
/// </summary>
internal sealed class TemplateExpression
{
    private const int CacheSize = 4096;
    private static readonly FluidParser Parser = new(new FluidParserOptions { AllowFunctions = false, AllowParentheses = false });
    private static readonly ConcurrentDictionary<string, Expression> Cache = new(StringComparer.Ordinal);

    private readonly Expression _expression;
    private readonly FileLocation _location;

    private TemplateExpression(Expression expression, FileLocation location)
    {
        _expression = expression;
        _location = location;
    }

    /// <summary>Parses an expression.</summary>
    /// <exception cref="ConnectOperationException">It cannot be read (<c>InvalidStackFile</c>).</exception>
    internal static TemplateExpression Parse(string text, FileLocation location)
    {
        if (Cache.TryGetValue(text, out var known))
        {
            return new TemplateExpression(known, location);
        }

        var liquid = JinjaSyntax.ToLiquid(text, location);
        if (string.IsNullOrWhiteSpace(liquid))
        {
            throw StackErrors.At(location, "The template expression is empty.", "Name a variable, such as {{ username }}.");
        }

        if (!Parser.TryParse($"{{{{ {liquid} }}}}", out var template, out _) || template is not FluidTemplate { Statements: [OutputStatement output] })
        {
            throw StackErrors.At(location, $"The template expression '{StackErrors.Shorten(text.Trim())}' cannot be read.", "Use variables, members (a.b, a[0]) and filters (a | default('b')).");
        }

        Check(output.Expression, location);
        if (Cache.Count < CacheSize)
        {
            Cache.TryAdd(text, output.Expression);
        }

        return new TemplateExpression(output.Expression, location);
    }

    /// <summary>Evaluates the expression. A secret is a value only where the expression does nothing but name it.</summary>
    /// <exception cref="ConnectOperationException">An unknown variable, or a filter that cannot do its work.</exception>
    internal TemplateVariable Evaluate(TemplateScope scope)
    {
        if (_expression is MemberExpression member)
        {
            return Resolve(member, scope, isOptional: false, out var found) ? found : default;
        }

        return new TemplateVariable(Evaluate(_expression, scope, isOptional: false), IsFromFile: true);
    }

    /// <summary>
    /// Evaluates the expression of a password: one variable, with another or nothing as its default.
    /// </summary>
    /// <exception cref="ConnectOperationException">More than variables, an unknown one, or one whose text stands in the file.</exception>
    internal object? EvaluatePassword(TemplateScope scope) => EvaluatePassword(_expression, scope, isOptional: false);

    private object? EvaluatePassword(Expression expression, TemplateScope scope, bool isOptional)
    {
        switch (expression)
        {
            case MemberExpression member:
                Resolve(member, scope, isOptional, out var found);
                return !found.IsFromFile || found.Value is null or SecureString ? found.Value : throw StackErrors.At(
                    _location, "The password's variable has its text in the file.", "Give the variable as a SecureString; or use -Password or -GeneratePassword.", ErrorIds.PlainTextPassword);
            case LiteralExpression { Value: var literal } when literal.IsNil():
                return null;
            case FilterExpression { Parameters: [var other] } filter when TemplateFilters.IsDefault(filter.Name):
                return EvaluatePassword(filter.Input, scope, isOptional: true) ?? EvaluatePassword(other.Expression, scope, isOptional);
            default:
                throw StackErrors.At(_location, "The template of a password does more than name a variable.", "Write '{{ name }}', or '{{ name | default(none) }}', and give the variable as a SecureString.", ErrorIds.PlainTextPassword);
        }
    }

    private object? Evaluate(Expression expression, TemplateScope scope, bool isOptional)
    {
        switch (expression)
        {
            case LiteralExpression literal:
                return TemplateValues.FromLiteral(literal.Value);
            case MemberExpression member:
                Resolve(member, scope, isOptional, out var found);
                return !TemplateValues.HasSecret(found.Value) ? found.Value : throw StackErrors.At(
                    _location, $"The template works on the secret '{PathOf(member)}'.", "Use a secret as it is, and for password only.", ErrorIds.SecretMisplaced);
            case FilterExpression filter:
                var input = Evaluate(filter.Input, scope, isOptional || TemplateFilters.IsDefault(filter.Name));
                return Apply(filter.Name, input, [.. filter.Parameters.Select(parameter => Evaluate(parameter.Expression, scope, isOptional))]);
            default:
                throw new InvalidOperationException(expression.GetType().Name);
        }
    }

    private object? Apply(string name, object? input, IReadOnlyList<object?> arguments)
    {
        try
        {
            return TemplateFilters.Apply(name, input, arguments);
        }
        catch (FormatException e)
        {
            throw StackErrors.At(_location, $"The filter '{name}' cannot be applied: its input or arguments do not fit, or the result is too long.", "Correct the expression or the variable.", cause: e);
        }
    }

    private bool Resolve(MemberExpression member, TemplateScope scope, bool isOptional, out TemplateVariable found)
    {
        found = default;
        var root = ((IdentifierSegment)member.Segments[0]).Identifier;
        var isSpace = root is TemplateScope.Vars or TemplateScope.Globals;
        var next = isSpace ? 2 : 1;
        var name = isSpace && member.Segments.Count > 1 ? NameOf(member.Segments[1], scope) as string : root;
        if (name is null || (isSpace && member.Segments.Count < 2))
        {
            throw StackErrors.At(_location, $"'{root}' is not a value.", $"Name a member of it, such as {root}.NAME.");
        }

        if (!(isSpace ? scope.TryGet(root, name, out found) : scope.TryGet(name, out found)))
        {
            return isOptional ? false : throw Unknown(scope, isSpace ? root : null, name);
        }

        for (; next < member.Segments.Count; next++)
        {
            var key = NameOf(member.Segments[next], scope);
            if (!TryStep(found.Value, key, out var value))
            {
                found = default;
                return isOptional ? false : throw MissingMember(member, next, key, scope);
            }

            found = found with { Value = value };
        }

        return true;
    }

    private object? NameOf(MemberSegment segment, TemplateScope scope) => segment switch
    {
        IdentifierSegment identifier => identifier.Identifier,
        IndexerSegment { Expression: LiteralExpression literal } => TemplateValues.FromLiteral(literal.Value),
        IndexerSegment { Expression: MemberExpression inner } => Resolve(inner, scope, isOptional: false, out var found) && found.Value is string or long
            ? found.Value
            : throw StackErrors.At(_location, $"'{PathOf(inner)}' is neither a text nor a number, so it cannot be an index.", "Use a text or a whole number."),
        _ => throw new InvalidOperationException(segment.GetType().Name),
    };

    private static bool TryStep(object? value, object? key, out object? member)
    {
        member = null;
        switch (value, key)
        {
            case (IReadOnlyDictionary<string, object?> members, string name):
                return members.TryGetValue(name, out member);
            case (IReadOnlyList<object?> items, long index):
                var position = index < 0 ? index + items.Count : index;
                if (position < 0 || position >= items.Count)
                {
                    return false;
                }

                member = items[(int)position];
                return true;
            case (IReadOnlyList<object?> { Count: > 0 } items, "first"):
                member = items[0];
                return true;
            case (IReadOnlyList<object?> { Count: > 0 } items, "last"):
                member = items[^1];
                return true;
            default:
                return false;
        }
    }

    private ConnectOperationException Unknown(TemplateScope scope, string? space, string name)
    {
        if (name == TemplateScope.StackEnv && space != TemplateScope.Vars)
        {
            // It would be the same for every user.
            var error = StackErrors.At(_location, "The template names 'stack_env', and no environment is given.", "Give -Environment.", ErrorIds.MissingEnvironment);
            return new ConnectOperationException(error.ErrorId, error.Message, error.Remedy) { EndsCommand = true };
        }

        var full = space is null ? name : $"{space}.{name}";
        var known = scope.Names(space).Distinct(StringComparer.Ordinal).ToList();
        var remedy = space is null && scope.IsEnvironmentVariable(name)
            ? $"Write vars.{name} for the environment variable of that name."
            : StackErrors.SuggestionFor(name, known)
            ?? (space == TemplateScope.Globals ? "Define it under globals." : space == TemplateScope.Vars ? "Give it with -Variable, or set the environment variable." : "Give it with -Variable, or define it under globals.");
        return StackErrors.At(_location, $"The template names '{StackErrors.Shorten(full)}', which is not given.", remedy, ErrorIds.UnknownVariable);
    }

    private ConnectOperationException MissingMember(MemberExpression member, int index, object? key, TemplateScope scope)
    {
        Resolve(new MemberExpression([.. member.Segments.Take(index)]), scope, isOptional: true, out var parent);
        var remedy = (parent.Value, key) switch
        {
            (IReadOnlyDictionary<string, object?> members, string name) => StackErrors.SuggestionFor(name, members.Keys) ?? $"It has {StackErrors.Shorten(string.Join(", ", members.Keys))}.",
            (IReadOnlyList<object?> items, _) => $"It is a list of {items.Count}; the first is [0].",
            _ => "It has no members.",
        };
        return StackErrors.At(_location, $"The template names '{PathOf(member)}', which is not given.", remedy, ErrorIds.UnknownVariable);
    }

    private static string PathOf(MemberExpression member) => StackErrors.Shorten(string.Concat(member.Segments.Select((segment, index) => segment switch
    {
        IdentifierSegment identifier => index == 0 ? identifier.Identifier : $".{identifier.Identifier}",
        IndexerSegment { Expression: LiteralExpression literal } => $"[{literal.Value.ToStringValue()}]",
        _ => "[...]",
    })));

    private static void Check(Expression expression, FileLocation location)
    {
        switch (expression)
        {
            case LiteralExpression { Value.Type: FluidValues.Nil or FluidValues.Boolean or FluidValues.Number or FluidValues.String }:
                break;
            case MemberExpression member when member.Segments[0] is IdentifierSegment:
                foreach (var segment in member.Segments.Skip(1))
                {
                    if (segment is not IdentifierSegment && segment is not IndexerSegment { Expression: LiteralExpression or MemberExpression })
                    {
                        throw LimitExceeded(location);
                    }

                    if (segment is IndexerSegment { Expression: MemberExpression inner })
                    {
                        Check(inner, location);
                    }
                }

                break;
            case FilterExpression filter:
                if (!TemplateFilters.Exists(filter.Name))
                {
                    throw StackErrors.Unknown(location, "The filter", filter.Name, TemplateFilters.Names);
                }

                Check(filter.Input, location);
                foreach (var parameter in filter.Parameters)
                {
                    Check(parameter.Expression, location);
                }

                break;
            default:
                throw LimitExceeded(location);
        }
    }

    private static ConnectOperationException LimitExceeded(FileLocation location) =>
        StackErrors.At(location, "The template expression does more than name variables and apply filters.", "Compute the value outside and give it as a variable.");
}
