using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace AwsccConnect.Tests.Hosting;

/// <summary>Records every line by its kind. Safe to read while a pipeline runs.</summary>
public sealed class RecordingHostUserInterface : PSHostUserInterface
{
    private readonly RecordingRawUserInterface _rawUI = Substitute.ForPartsOf<RecordingRawUserInterface>();
    private readonly ConcurrentQueue<string> _text = new();

    /// <summary>Lines given to WriteWarningLine.</summary>
    public ConcurrentQueue<string> WarningLines { get; } = new();

    /// <summary>Lines given to WriteVerboseLine, WriteDebugLine and WriteErrorLine.</summary>
    public ConcurrentQueue<string> OtherLines { get; } = new();

    /// <summary>Records given to WriteProgress.</summary>
    public ConcurrentQueue<ProgressRecord> Progress { get; } = new();

    /// <summary>The texts of prompts, in order.</summary>
    public ConcurrentQueue<string> Prompts { get; } = new();

    /// <summary>
    /// The responses to choices by index, in order (ShouldProcess: 0 yes, 1 yes to all, 2 no, 3 no to all).
    /// A prompt without a response left is an error, so that no test depends on a default by accident.
    /// </summary>
    public ConcurrentQueue<int> ChoiceAnswers { get; } = new();

    /// <summary>Runs while a prompt for choice waits for its response.</summary>
    public Action? BeforeChoice { get; set; }

    /// <summary>The responses to prompts with one field, in order.</summary>
    public ConcurrentQueue<string> LineAnswers { get; } = new();

    /// <summary>The screen's width in columns, which decides how tables are laid out.</summary>
    public int Width { get => _rawUI.Width; set => _rawUI.Width = value; }

    public override PSHostRawUserInterface RawUI => _rawUI;

    public override bool SupportsVirtualTerminal => false;

    /// <summary>All text given to Write and WriteLine as it came, escape sequences and all.</summary>
    public string RawText => string.Concat(_text);

    /// <summary>All text given to Write and WriteLine, without escape sequences; -WhatIf's lines come here.</summary>
    public string Text => GetOutputString(RawText, supportsVirtualTerminal: false);

    /// <summary>Clears <see cref="Text"/> and returns what it was.</summary>
    public string TakeText()
    {
        var text = Text;
        _text.Clear();
        return text;
    }

    /// <summary>Clears all that was shown and returns it.</summary>
    public string TakeAll()
    {
        var text = string.Join('\n', [.. WarningLines, .. OtherLines, TakeText()]);
        WarningLines.Clear();
        OtherLines.Clear();
        return text;
    }

    public override void Write(string value) => _text.Enqueue(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Write(value + "\n");

    public override void WriteErrorLine(string value) => OtherLines.Enqueue(value);

    public override void WriteDebugLine(string message) => OtherLines.Enqueue(message);

    public override void WriteVerboseLine(string message) => OtherLines.Enqueue(message);

    public override void WriteWarningLine(string message) => WarningLines.Enqueue(message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => Progress.Enqueue(record);

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        Prompts.Enqueue(message);
        return descriptions.ToDictionary(field => field.Name, field => (PSObject)Next(LineAnswers, message));
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Prompts.Enqueue(message);
        BeforeChoice?.Invoke();
        return Next(ChoiceAnswers, message);
    }

    public override string ReadLine() => throw new NotSupportedException();

    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw new NotSupportedException();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        throw new NotSupportedException();

    private static T Next<T>(ConcurrentQueue<T> answers, string question) => answers.TryDequeue(out var answer)
        ? answer
        : throw new InvalidOperationException($"No answer scripted for the question: {question}");
}
