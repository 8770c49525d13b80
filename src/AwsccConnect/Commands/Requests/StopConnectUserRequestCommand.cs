using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Commands.Requests;

/// <summary>Cancels requests that AWS has not carried out yet.</summary>
[Cmdlet(VerbsLifecycle.Stop, "ConnectUserRequest", DefaultParameterSetName = "InputObject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ConnectUserRequest))]
public sealed class StopConnectUserRequestCommand : RequestCmdlet
{
    private bool _prompts;

    /// <summary>Write the requests that are cancelled.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string? Activity => "Cancelling requests";

    /// <summary>Prompts come one at a time, in order.</summary>
    private protected override int InFlightLimit => _prompts ? 1 : ThrottleLimit;

    private protected override void Begin()
    {
        _prompts = HasSwitch("Confirm", null) || HasSwitch("WhatIf", null);
        base.Begin();
    }

    private protected override async Task<RequestOutcome> WorkAsync(RequestInput input, CancellationToken cancellationToken)
    {
        var operations = OperationsFor(input);
        var subject = $"{(input.Known.Operation is { } operation ? $"{operation} request" : "request")} {input.Token}{(input.Label is { } user ? $" for '{user}'" : string.Empty)}";
        if (!await Output.ShouldProcessAsync(
            $"Cancel the {subject}", $"Cancel the {subject}? Changes that AWS has already made may stay.", "Cancel request").ConfigureAwait(false))
        {
            return new(null);
        }

        var progress = await operations.Canceller.CancelAsync(input.Token, input.Label, cancellationToken).ConfigureAwait(false);
        var request = ConnectUserRequest.From(progress, input.Known.User, operations.Region);
        if (!RequestStatus.IsTerminal(progress))
        {
            Output.Verbose($"AWS is cancelling the {subject}; to wait for its end: Wait-ConnectUserRequest {input.Token}, or Stop-ConnectUserRequest -PassThru | Wait-ConnectUserRequest.");
        }

        return new(PassThru ? request : null);
    }
}
