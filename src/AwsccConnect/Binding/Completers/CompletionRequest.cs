using System.Collections;

namespace AwsccConnect.Binding.Completers;

/// <summary>The command line so far.</summary>
internal sealed class CompletionRequest(string commandName, string parameterName, IDictionary bound, SessionValues session)
{
    /// <summary>What the session has.</summary>
    public SessionValues Session { get; } = session;

    /// <summary>Name of the parameter that is completed.</summary>
    public string ParameterName { get; } = parameterName;

    /// <summary>The value of a parameter: given, or the session's default for the command.</summary>
    public object? ValueOf(params string[] names)
    {
        foreach (var name in names)
        {
            if (bound[name] is { } value && PSValue.Unwrap(value) is { } plain)
            {
                return plain;
            }
        }

        return names.Select(DefaultOf).FirstOrDefault(value => value is not null);
    }

    /// <summary>The texts of a parameter, which may be an array.</summary>
    public IReadOnlyList<string> TextsOf(params string[] names) => ValueOf(names) switch
    {
        null => [],
        string text => Texts(new[] { text }),
        IEnumerable items => Texts(items),
        var other => Texts(new[] { other }),
    };

    private static string[] Texts(IEnumerable items) =>
        [.. items.Cast<object?>().Select(item => PSValue.Unwrap(item) switch
        {
            ConnectUser user => user.UserArn,
            ConnectUserReference reference => reference.UserArn,
            var other => other?.ToString(),
        }).OfType<string>().Where(text => text.Length > 0)];

    private object? DefaultOf(string name)
    {
        if (Session.Defaults is not { } defaults || defaults["Disabled"] is true)
        {
            return null;
        }

        foreach (DictionaryEntry entry in defaults)
        {
            if (entry.Key is string key && key.Split(':', 2) is [var command, var parameter]
                && parameter.Trim().Equals(name, StringComparison.OrdinalIgnoreCase)
                && WildcardPattern.Get(command.Trim(), WildcardOptions.IgnoreCase).IsMatch(commandName)
                && PSValue.Unwrap(entry.Value) is not (null or ScriptBlock))
            {
                return PSValue.Unwrap(entry.Value);
            }
        }

        return null;
    }
}
