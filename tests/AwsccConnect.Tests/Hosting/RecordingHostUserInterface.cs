using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Net;
using System.Security;
using System.Text;

namespace AwsccConnect.Tests.Hosting;

/// <summary>Records every line by its kind. Safe to read while a pipeline runs.</summary>
public sealed class RecordingHostUserInterface : PSHostUserInterface
{
    private readonly RecordingRawUserInterface _rawUI = new();
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _raw = new();
    private readonly Lock _gate = new();

    /// <summary>Lines given to WriteWarningLine.</summary>
    public ConcurrentQueue<string> WarningLines { get; } = new();

    /// <summary>Lines given to WriteVerboseLine.</summary>
    public ConcurrentQueue<string> VerboseLines { get; } = new();

    /// <summary>Lines given to WriteDebugLine.</summary>
    public ConcurrentQueue<string> DebugLines { get; } = new();

    /// <summary>Lines given to WriteErrorLine.</summary>
    public ConcurrentQueue<string> ErrorLines { get; } = new();

    /// <summary>Records given to WriteProgress.</summary>
    public ConcurrentQueue<ProgressRecord> Progress { get; } = new();

    /// <summary>Records given to WriteInformation.</summary>
    public ConcurrentQueue<InformationRecord> Information { get; } = new();

    /// <summary>Prompts, in order.</summary>
    public ConcurrentQueue<RecordedPrompt> Prompts { get; } = new();

    /// <summary>
    /// The responses to choices by index, in order (ShouldProcess: 0 yes, 1 yes to all, 2 no, 3 no to all).
    /// A prompt without a response left is an error, so that no test depends on a default by accident.
    /// </summary>
    public ConcurrentQueue<int> ChoiceAnswers { get; } = new();

    /// <summary>Runs while a prompt for choice waits for its response.</summary>
    public Action? BeforeChoice { get; set; }

    /// <summary>The responses to ReadLine and single-field prompts, in order.</summary>
    public ConcurrentQueue<string> LineAnswers { get; } = new();

    /// <summary>The buffer's width in columns, which decides how tables are laid out; 120 at first.</summary>
    public int Width
    {
        get => _rawUI.Width;
        set => _rawUI.Width = value;
    }

    public override PSHostRawUserInterface RawUI => _rawUI;

    public override bool SupportsVirtualTerminal => false;

    /// <summary>All text given to Write and WriteLine, without escape sequences; -WhatIf's lines come here.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>All text given to Write and WriteLine as it came, escape sequences and all.</summary>
    public string RawText
    {
        get
        {
            lock (_gate)
            {
                return _raw.ToString();
            }
        }
    }

    /// <summary>Clears <see cref="Text"/> and returns what it was.</summary>
    public string TakeText()
    {
        lock (_gate)
        {
            var text = _text.ToString();
            _text.Clear();
            return text;
        }
    }

    public override void Write(string value)
    {
        lock (_gate)
        {
            _raw.Append(value);
            _text.Append(GetOutputString(value, supportsVirtualTerminal: false));
        }
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Write(value + "\n");

    public override void WriteErrorLine(string value) => ErrorLines.Enqueue(value);

    public override void WriteDebugLine(string message) => DebugLines.Enqueue(message);

    public override void WriteVerboseLine(string message) => VerboseLines.Enqueue(message);

    public override void WriteWarningLine(string message) => WarningLines.Enqueue(message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => Progress.Enqueue(record);

    public override void WriteInformation(InformationRecord record) => Information.Enqueue(record);

    public override string ReadLine() => NextLine("ReadLine");

    public override SecureString ReadLineAsSecureString() => Secure(NextLine("ReadLineAsSecureString"));

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions)
    {
        Prompts.Enqueue(new RecordedPrompt(caption, message, [.. descriptions.Select(field => field.Name)], -1));
        return descriptions.ToDictionary(field => field.Name, field => (PSObject)NextLine(field.Name));
    }

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Prompts.Enqueue(new RecordedPrompt(caption, message, [.. choices.Select(choice => choice.Label)], defaultChoice));
        BeforeChoice?.Invoke();
        return ChoiceAnswers.TryDequeue(out var answer)
            ? answer
            : throw new InvalidOperationException($"No answer scripted for the question: {caption} {message}");
    }

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName) =>
        new(userName, Secure(NextLine(caption)));

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => PromptForCredential(caption, message, userName, targetName);

    private static SecureString Secure(string text) => new NetworkCredential("", text).SecurePassword;

    private string NextLine(string question) => LineAnswers.TryDequeue(out var line)
        ? line
        : throw new InvalidOperationException($"No answer scripted for the question: {question}");
}
