using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using AwsccConnect.Core;
using AwsccConnect.Session;

namespace AwsccConnect.Binding.Completers;

/// <summary>
/// Completes a parameter from a set of values: those that start with what was typed, else those that contain it. Never
/// throws: a Tab without a result is no error.
/// </summary>
internal abstract partial class ValueCompleter : IArgumentCompleter
{
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A failing completion must not interrupt typing.")]
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var word = (wordToComplete ?? string.Empty).Trim('\'', '"');
            var candidates = Candidates(new CompletionRequest(commandName, parameterName, fakeBoundParameters ?? new Hashtable(), Session()))
                .Where(candidate => candidate.Text.Length > 0 && TerminalText.IsClean(candidate.Text) && !candidate.Text.Any(char.IsControl))
                .DistinctBy(candidate => candidate.Text, StringComparer.Ordinal)
                .ToList();
            var found = candidates.FindAll(candidate => candidate.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase));
            if (found.Count == 0)
            {
                found = candidates.FindAll(candidate => candidate.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
            }

            return [.. found.OrderBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase).Select(Result)];
        }
        catch (Exception)
        {
            return [];
        }
    }

    /// <summary>The values that there are.</summary>
    protected abstract IEnumerable<Candidate> Candidates(CompletionRequest request);

    private static CompletionResult Result(Candidate candidate) => new(
        candidate.Expression ?? (Plain().IsMatch(candidate.Text) ? candidate.Text : $"'{CodeGeneration.EscapeSingleQuotedStringContent(candidate.Text)}'"),
        candidate.Text,
        CompletionResultType.ParameterValue,
        string.IsNullOrEmpty(candidate.ToolTip) ? candidate.Expression ?? candidate.Text : TerminalText.CleanLine(candidate.ToolTip));

    private static SessionValues Session()
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        var values = shell.AddScript(
            """
            , @($ExecutionContext.SessionState.PSVariable.GetValue('PSDefaultParameterValues'),
                $ExecutionContext.SessionState.PSVariable.GetValue('StoredAWSCredentials'),
                $ExecutionContext.SessionState.PSVariable.GetValue('StoredAWSRegion'))
            """).Invoke();
        return values is [{ BaseObject: object?[] { Length: 3 } found }]
            ? new SessionValues(PSValue.Unwrap(found[0]) as IDictionary, PSValue.Unwrap(found[1]), SessionVariables.RegionOf(found[2]))
            : new SessionValues(null, null, null);
    }

    /// <summary>What the parser takes for one word whatever comes before and after it.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.@/:+\-]*\z")]
    private static partial Regex Plain();
}
