using System.Management.Automation;
using System.Security;

namespace AwsccConnect.Shell;

/// <summary>Reads what the user answers: edited on a terminal, plain lines from redirected input.</summary>
/// <param name="nonInteractive">Whether reading is an error.</param>
internal sealed class LineReader(bool nonInteractive)
{
    private readonly LineEditor _editor = new();

    /// <inheritdoc cref="LineEditor.Complete"/>
    public Func<string, int, int, (string Text, int Cursor)?>? Complete
    {
        get => _editor.Complete;
        set => _editor.Complete = value;
    }

    /// <summary>Reads a line of the prompt's loop; Ctrl+C gives an empty one.</summary>
    /// <returns>The line, or null at the end of input.</returns>
    public string? ReadCommand(string prompt, out bool cancelled)
    {
        cancelled = false;
        if (!Terminal.IsInteractive)
        {
            return Console.In.ReadLine();
        }

        if (!Terminal.CanEdit)
        {
            Console.Out.Write(prompt);
            return Console.In.ReadLine();
        }

        try
        {
            return _editor.Read(prompt, keep: true);
        }
        catch (OperationCanceledException)
        {
            cancelled = true;
            return string.Empty;
        }
    }

    /// <summary>Reads the answer to a question of a running command.</summary>
    /// <exception cref="PSInvalidOperationException">The shell is non-interactive, or the input has ended.</exception>
    /// <exception cref="PipelineStoppedException">Ctrl+C.</exception>
    public string ReadAnswer(string prompt) => Read(prompt, mask: false);

    /// <summary>Reads a secret; a terminal shows asterisks.</summary>
    /// <exception cref="PSInvalidOperationException">The shell is non-interactive, or the input has ended.</exception>
    /// <exception cref="PipelineStoppedException">Ctrl+C.</exception>
    public SecureString ReadSecret(string prompt)
    {
        SecureString secret = new();
        foreach (char character in Read(prompt, mask: true))
        {
            secret.AppendChar(character);
        }

        secret.MakeReadOnly();
        return secret;
    }

    /// <summary>Fails if the shell may not ask.</summary>
    /// <exception cref="PSInvalidOperationException">The shell is non-interactive.</exception>
    public void EnsureInteractive()
    {
        if (nonInteractive)
        {
            throw new PSInvalidOperationException(
                "The shell is in NonInteractive mode. Read and Prompt functionality is not available.");
        }
    }

    private string Read(string prompt, bool mask)
    {
        EnsureInteractive();
        if (Terminal.CanEdit)
        {
            try
            {
                return _editor.Read(prompt, mask) ?? throw EndOfInput();
            }
            catch (OperationCanceledException)
            {
                throw new PipelineStoppedException();
            }
        }

        Console.Out.Write(prompt);
        string line = Console.In.ReadLine() ?? throw EndOfInput();
        if (Console.IsInputRedirected)
        {
            // Nobody has pressed Enter on the screen.
            Console.Out.WriteLine();
        }

        return line;
    }

    private static PSInvalidOperationException EndOfInput() =>
        new("The input ended before the question was answered.");
}
