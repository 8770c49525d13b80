using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using AwsccConnect.Core.Permissions;

namespace AwsccConnect.Commands.Users;

/// <summary>Completes the names of the commands that a policy can be made for.</summary>
public sealed class PolicyCommandCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CommandCalls.Commands
            .Where(command => command.StartsWith((wordToComplete ?? string.Empty).Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(command => new CompletionResult(command));
}
