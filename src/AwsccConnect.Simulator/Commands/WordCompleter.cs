using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace AwsccConnect.Simulator.Commands;

/// <summary>Completes a parameter from a fixed list: values that start with what was typed, else those that contain it.</summary>
internal abstract class WordCompleter : IArgumentCompleter
{
    /// <summary>What is compared with the typed word, and what is written.</summary>
    protected abstract IReadOnlyList<(string Word, string Text)> Values { get; }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        List<(string Word, string Text)> found = [.. Values.Where(value => value.Word.StartsWith(word, StringComparison.OrdinalIgnoreCase))];
        if (found.Count == 0)
        {
            found = [.. Values.Where(value => value.Word.Contains(word, StringComparison.OrdinalIgnoreCase))];
        }

        return found.Select(value => new CompletionResult(value.Text, value.Word, CompletionResultType.ParameterValue, value.Text));
    }
}
