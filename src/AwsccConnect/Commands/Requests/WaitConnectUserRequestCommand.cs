using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Commands.Requests;

/// <summary>Waits until AWS has carried requests out.</summary>
[Cmdlet(VerbsLifecycle.Wait, "ConnectUserRequest", DefaultParameterSetName = "InputObject")]
[OutputType(typeof(ConnectUserRequest))]
public sealed class WaitConnectUserRequestCommand : RequestCmdlet
{
    /// <summary>A request that is only waited for costs nothing, so thousands are, whatever the limit on calls.</summary>
    private const int LargestNumber = 10_000;

    /// <summary>Write requests that failed or were cancelled, too.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string? Activity => "Waiting for requests";

    private protected override int InFlightLimit => LargestNumber;

    private protected override async Task<RequestOutcome> WorkAsync(RequestInput input, CancellationToken cancellationToken)
    {
        var operations = OperationsFor(input);
        var known = input.Known;
        if (!RequestStatus.IsTerminal(known.OperationStatus))
        {
            // Only the pipeline may have the tokens of these requests.
            var write = new InFlightRequest(
                known.Operation ?? "request", input.Label ?? input.Token, operations.Region, input.Token, input.Token, operations.Connection.Time.GetUtcNow())
            {
                Identifier = known.Identifier,
            };
            InFlight.Add(write, input);
        }

        var last = await operations.Waiter.WaitAsync(known, cancellationToken).ConfigureAwait(false);
        InFlight.Ended(input.Token, last);
        var request = ConnectUserRequest.From(last, known.User, operations.Region);
        var label = request.User ?? input.Token;
        if (last.OperationStatus?.Value == "FAILED")
        {
            return new(PassThru ? request : null, RequestFailures.Failed(last, label), request);
        }

        // A cancelled request is expected to end so.
        return last.OperationStatus?.Value == "CANCEL_COMPLETE" && known.OperationStatus is not ("CANCEL_IN_PROGRESS" or "CANCEL_COMPLETE")
            ? new(PassThru ? request : null, RequestFailures.Cancelled(last, label), request)
            : new(request);
    }
}
