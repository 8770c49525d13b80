using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using AwsccConnect.Core;

namespace AwsccConnect.Session;

/// <summary>Prompts the user of a command for the code of a multi-factor device.</summary>
internal sealed class MfaPrompt(PSCmdlet cmdlet, Action<Action> post, CancellationToken stopping)
{
    private const string Field = "MFA code";

    // Role credentials outlive the command that got them; when they expire, the command that needs them prompts.
    private static readonly AsyncLocal<MfaPrompt?> Current = new();
    private readonly int _pipelineThread = Environment.CurrentManagedThreadId;

    /// <summary>Makes this the prompt of the work that the caller goes on with.</summary>
    public void Use() => Current.Value = this;

    /// <summary>Prompts for a code; from any thread.</summary>
    /// <exception cref="ConnectOperationException">The host cannot prompt, or no code was given.</exception>
    public static string Ask(string profile, string device) =>
        (Current.Value ?? throw CannotAsk(profile, device, null)).AskUser(profile, device);

    private string AskUser(string profile, string device)
    {
        if (Environment.CurrentManagedThreadId == _pipelineThread)
        {
            return Prompt(profile, device);
        }

        var code = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        post(() =>
        {
            try
            {
                code.TrySetResult(Prompt(profile, device));
            }
            catch (ConnectOperationException exception)
            {
                code.TrySetException(exception);
            }
            catch
            {
                // A stop belongs to the pipeline thread; the worker only learns that it is over.
                code.TrySetCanceled(CancellationToken.None);
                throw;
            }
        });
        return code.Task.WaitAsync(stopping).GetAwaiter().GetResult();
    }

    private string Prompt(string profile, string device)
    {
        Dictionary<string, PSObject>? answers;
        try
        {
            answers = cmdlet.Host.UI.Prompt(
                "Multi-factor authentication",
                TerminalText.CleanLine($"The AWS profile '{profile}' needs the current code of {device}."),
                new Collection<FieldDescription> { new(Field) });
        }
        catch (Exception exception) when (exception is not (PipelineStoppedException or OperationCanceledException))
        {
            throw CannotAsk(profile, device, exception);
        }

        return answers?.GetValueOrDefault(Field)?.ToString()?.Trim() is { Length: > 0 } code
            ? code
            : throw new ConnectOperationException(
                ErrorIds.InvalidCredentials, $"No MFA code was given for the AWS profile '{profile}'.", "Run the command again and type the code of the device.");
    }

    private static ConnectOperationException CannotAsk(string profile, string device, Exception? exception) => new(
        ErrorIds.InvalidCredentials,
        $"The AWS profile '{profile}' needs the code of {device}, and this session cannot ask for it.",
        "Run the command in an interactive session, or use credentials that need no code.",
        exception);
}
