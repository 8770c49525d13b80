using System.Collections.ObjectModel;
using System.Management.Automation.Host;
using AwsccConnect.Core;

namespace AwsccConnect.Session;

/// <summary>Prompts the user of a command for the code of a multi-factor device.</summary>
internal sealed class MfaPrompt : IDisposable
{
    private const string Field = "MFA code";

    private readonly PSCmdlet _cmdlet;
    private readonly Action<Action> _post;
    private readonly int _pipelineThread = Environment.CurrentManagedThreadId;
    private readonly CancellationTokenSource _over;

    /// <summary>Makes the prompt of a command; on its pipeline thread.</summary>
    public MfaPrompt(PSCmdlet cmdlet, Action<Action> post, CancellationToken stopping)
    {
        _cmdlet = cmdlet;
        _post = post;
        _over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Over = _over.Token;
    }

    /// <summary>Is cancelled when the command is stopped or has ended: it prompts no more.</summary>
    public CancellationToken Over { get; }

    /// <summary>Whether the caller is on the thread that may prompt.</summary>
    public bool IsOnPipelineThread => Environment.CurrentManagedThreadId == _pipelineThread;

    /// <summary>The command has ended.</summary>
    public void Dispose()
    {
        if (!Over.IsCancellationRequested)
        {
            _over.Cancel();
        }

        _over.Dispose();
    }

    /// <summary>Does something on the thread that may prompt, as soon as that is free.</summary>
    public void Post(Action action) => _post(action);

    /// <summary>Prompts for a code; on the thread that may prompt. Throws where the host cannot prompt, or no code is given.</summary>
    public string Prompt(string profile, string device)
    {
        Dictionary<string, PSObject>? responses;
        try
        {
            responses = _cmdlet.Host.UI.Prompt(
                "Multi-factor authentication",
                TerminalText.CleanLine($"The AWS profile '{profile}' needs the current code of {device}."),
                new Collection<FieldDescription> { new(Field) });
        }
        catch (Exception exception) when (exception is not (PipelineStoppedException or OperationCanceledException))
        {
            throw CannotAsk(profile, device, exception);
        }

        return responses?.GetValueOrDefault(Field)?.ToString()?.Trim() is { Length: > 0 } code
            ? code
            : throw new ConnectOperationException(
                ErrorIds.InvalidCredentials, $"No MFA code was given for the AWS profile '{profile}'.", "Run the command again and type the code of the device.");
    }

    /// <summary>The error for a code where no prompt is possible.</summary>
    public static ConnectOperationException CannotAsk(string profile, string device, Exception? exception) => new(
        ErrorIds.InvalidCredentials,
        $"The AWS profile '{profile}' needs the code of {device}, and this session cannot prompt for it.",
        "Run the command in an interactive session, or use credentials that need no code.",
        exception);
}
