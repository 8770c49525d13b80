using System.Collections;
using System.Management.Automation.Language;

namespace AwsccConnect.Binding.Completers;

/// <summary>Completes the names that a look-up finds: those of the kind that the command is named after.</summary>
internal sealed class LookupNameCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Of(commandName)?.CompleteArgument(commandName, parameterName, wordToComplete, commandAst, fakeBoundParameters) ?? [];

    private static ValueCompleter? Of(string? commandName) => commandName?[(commandName.LastIndexOf("-Connect", StringComparison.OrdinalIgnoreCase) + 1)..].ToUpperInvariant() switch
    {
        "CONNECTINSTANCE" => new InstanceCompleter(),
        "CONNECTROUTINGPROFILE" => new RoutingProfileCompleter(),
        "CONNECTSECURITYPROFILE" => new SecurityProfileCompleter(),
        "CONNECTHIERARCHYGROUP" => new HierarchyGroupCompleter(),
        _ => null,
    };
}
