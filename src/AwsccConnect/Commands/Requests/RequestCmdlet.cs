using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Session;

namespace AwsccConnect.Commands.Requests;

/// <summary>A command that does something with given requests.</summary>
public abstract class RequestCmdlet : RequestInputCmdlet
{
    /// <summary>AWS Region, for example <c>eu-west-2</c>. Default: that of the request or row, else the session's.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [RegionArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Requests in work at once at most.</summary>
    private protected virtual int InFlightLimit => ThrottleLimit;

    private protected override void Begin()
    {
        base.Begin();
        StartBulk(InFlightLimit, BulkOrder.AsFinished);
    }

    private protected sealed override void Submit(RequestInput input) => Submit(input, WorkAsync, ReportAsync);

    /// <summary>Does the work on one request; on a worker thread.</summary>
    private protected abstract Task<RequestOutcome> WorkAsync(RequestInput input, CancellationToken cancellationToken);

    /// <summary>The operations in a request's Region.</summary>
    private protected ConnectOperations OperationsFor(RequestInput input) => OperationsFor(RequestInputReader.RegionOf(input, Region));

    private async Task ReportAsync(RequestInput input, RequestOutcome outcome)
    {
        if (outcome.Written is { } written)
        {
            await WriteAsync(input, input.ToOutput(written)).ConfigureAwait(false);
        }

        if (outcome.Error is { } error)
        {
            await FailAsync(input, error, outcome.Target).ConfigureAwait(false);
        }
        else
        {
            Statistics.ItemDone();
        }
    }
}
