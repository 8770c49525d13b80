using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace AwsccConnect.Shell;

/// <summary>Text, streams and questions on the console, as pwsh shows them.</summary>
/// <param name="reader">Reads answers.</param>
/// <param name="nonInteractive">Whether questions are errors and progress is not shown.</param>
internal sealed class ShellUserInterface(LineReader reader, bool nonInteractive) : PSHostUserInterface
{
    private readonly ProgressLine _progress = new();
    private readonly Questions _questions = new(reader);
    private readonly Lock _gate = new();
    private bool _outputIsError;

    public override PSHostRawUserInterface RawUI { get; } = new ShellRawUserInterface();

    public override bool SupportsVirtualTerminal => Terminal.OutputColors;

    public override void Write(string value) => WriteOutput(value);

    // The engine puts colours into the text itself; this overload is for old scripts that name console colours.
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        WriteOutput(PSStyle.MapForegroundColorToEscapeSequence(foregroundColor) + value + PSStyle.Instance.Reset);

    public override void WriteLine(string value) => WriteOutput(value + Environment.NewLine);

    public override void WriteErrorLine(string value)
    {
        lock (_gate)
        {
            _progress.Clear();
            Console.Error.WriteLine(GetOutputString(
                Terminal.ErrorColors && !value.Contains('\e', StringComparison.Ordinal)
                    ? PSStyle.Instance.Formatting.Error + value + PSStyle.Instance.Reset
                    : value,
                Terminal.ErrorColors));
        }
    }

    public override void WriteDebugLine(string message) =>
        WriteStyledLine(PSStyle.Instance.Formatting.Debug, "DEBUG: " + message);

    public override void WriteVerboseLine(string message) =>
        WriteStyledLine(PSStyle.Instance.Formatting.Verbose, "VERBOSE: " + message);

    public override void WriteWarningLine(string message) =>
        WriteStyledLine(PSStyle.Instance.Formatting.Warning, "WARNING: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        if (nonInteractive || !Terminal.CanShowProgress)
        {
            return;
        }

        lock (_gate)
        {
            _progress.Show(record);
        }
    }

    /// <summary>Removes what progress is still shown, once a pipeline has ended.</summary>
    public void EndProgress()
    {
        lock (_gate)
        {
            _progress.Clear();
        }
    }

    /// <summary>Sends all output to standard error until the result is disposed.</summary>
    public IDisposable SendOutputToError() => new ErrorOutput(this);

    public override string ReadLine() => Ask(() => reader.ReadAnswer(string.Empty));

    public override SecureString ReadLineAsSecureString() => Ask(() => reader.ReadSecret(string.Empty));

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) =>
        Ask(() => _questions.AskFields(this, caption, message, descriptions));

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        Ask(() => _questions.AskChoice(this, caption, message, choices, defaultChoice));

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        Ask(() => _questions.AskCredential(this, caption, message, userName));

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => PromptForCredential(caption, message, userName, targetName);

    private T Ask<T>(Func<T> question)
    {
        reader.EnsureInteractive();
        EndProgress();
        return question();
    }

    private void WriteStyledLine(string style, string text) =>
        WriteOutput(style + text + PSStyle.Instance.Reset + Environment.NewLine);

    private void WriteOutput(string value)
    {
        lock (_gate)
        {
            _progress.Clear();
            if (_outputIsError)
            {
                Console.Error.Write(GetOutputString(value, Terminal.ErrorColors));
            }
            else
            {
                Console.Out.Write(GetOutputString(value, Terminal.OutputColors));
            }
        }
    }

    private sealed class ErrorOutput : IDisposable
    {
        private readonly ShellUserInterface _ui;

        public ErrorOutput(ShellUserInterface ui)
        {
            _ui = ui;
            _ui._outputIsError = true;
        }

        public void Dispose() => _ui._outputIsError = false;
    }
}
