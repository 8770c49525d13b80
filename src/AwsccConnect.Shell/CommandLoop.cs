using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text;

namespace AwsccConnect.Shell;

/// <summary>Reads commands, from the prompt or from redirected input, and runs each when it is complete.</summary>
/// <param name="session">Where they run.</param>
/// <param name="host">Says when to leave.</param>
/// <param name="reader">Reads lines.</param>
internal sealed class CommandLoop(ShellSession session, ShellHost host, LineReader reader)
{
    private const string Prompt = "PS AwsccConnect> ";
    private const string NestedPrompt = "PS AwsccConnect>> ";
    private const string ContinuationPrompt = ">> ";

    private CommandCompletion? _completion;

    /// <summary>Runs until the input ends or <c>exit</c>.</summary>
    /// <returns>How the last command ended.</returns>
    public Outcome Run()
    {
        reader.Complete = Complete;
        return Run(Prompt, () => host.RequestedExitCode is not null);
    }

    /// <summary>Runs within a running command until the input ends or <c>exit</c>.</summary>
    public void RunNested()
    {
        host.ExitNestedRequested = false;
        Run(NestedPrompt, () => host.ExitNestedRequested || host.RequestedExitCode is not null);
        host.ExitNestedRequested = false;
    }

    private Outcome Run(string prompt, Func<bool> leave)
    {
        Outcome last = Outcome.Succeeded;
        while (!leave() && ReadCommand(prompt) is { } command)
        {
            if (!string.IsNullOrWhiteSpace(command))
            {
                last = session.Run(shell => shell.AddScript(command), addToHistory: true);
            }
        }

        return last;
    }

    /// <summary>Lines until they make a whole command, or an empty line ends it as it is.</summary>
    private string? ReadCommand(string prompt)
    {
        StringBuilder command = new();
        while (true)
        {
            string? line = reader.ReadCommand(command.Length == 0 ? prompt : ContinuationPrompt, out bool cancelled);
            if (cancelled)
            {
                return string.Empty;
            }

            if (line is null)
            {
                return command.Length == 0 ? null : command.ToString();
            }

            bool first = command.Length == 0;
            command.Append(line).Append('\n');
            if (IsComplete(command.ToString()) || (!first && Terminal.IsInteractive && line.Length == 0))
            {
                return command.ToString();
            }
        }
    }

    private static bool IsComplete(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        return !Array.Exists(errors, error => error.IncompleteInput);
    }

    private (string Text, int Cursor)? Complete(string text, int cursor, int tabs)
    {
        if (tabs == 0)
        {
            if (session.IsRunning)
            {
                return null;
            }

            using PowerShell shell = PowerShell.Create(session.Runspace);
            _completion = CommandCompletion.CompleteInput(text, cursor, options: null, shell);
        }

        if (_completion is not { CompletionMatches.Count: > 0 } completion)
        {
            return null;
        }

        string match = completion.CompletionMatches[tabs % completion.CompletionMatches.Count].CompletionText;
        string completed = string.Concat(
            text.AsSpan(0, completion.ReplacementIndex),
            match,
            text.AsSpan(completion.ReplacementIndex + completion.ReplacementLength));
        return (completed, completion.ReplacementIndex + match.Length);
    }
}
