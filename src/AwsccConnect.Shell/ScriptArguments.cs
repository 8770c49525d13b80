using System.Management.Automation.Runspaces;

namespace AwsccConnect.Shell;

/// <summary>Turns the arguments after -File into what the engine binds as if they stood in a script.</summary>
internal static class ScriptArguments
{
    /// <summary>
    /// <c>-Name value</c>, <c>-Name:value</c>, <c>-Switch</c>, <c>-Switch:$false</c> and positional values; any other
    /// value stays the literal text, never evaluated (about_Pwsh, -File).
    /// </summary>
    public static IEnumerable<CommandParameter> Parse(IReadOnlyList<string> arguments)
    {
        string? pending = null;
        foreach (string argument in arguments)
        {
            int colon = argument.IndexOf(':', StringComparison.Ordinal);
            if (pending is not null)
            {
                yield return new CommandParameter(pending, argument);
                pending = null;
            }
            else if (!IsName(argument))
            {
                yield return new CommandParameter(null, argument);
            }
            else if (colon < 0)
            {
                yield return new CommandParameter(argument);
            }
            else if (colon == argument.Length - 1)
            {
                pending = argument[..colon];
            }
            else
            {
                yield return new CommandParameter(argument[..colon], Value(argument[(colon + 1)..]));
            }
        }

        if (pending is not null)
        {
            yield return new CommandParameter(pending);
        }
    }

    // "-5" is a number, not a parameter.
    private static bool IsName(string argument) =>
        argument.Length > 1 && argument[0] == '-' && !char.IsDigit(argument[1]) && argument[1] != '.';

    private static object Value(string text) =>
        text.Equals("$true", StringComparison.OrdinalIgnoreCase) ? true
        : text.Equals("$false", StringComparison.OrdinalIgnoreCase) ? false
        : text;
}
