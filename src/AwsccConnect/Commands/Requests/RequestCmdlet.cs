using System.Management.Automation;
using AwsccConnect.Binding;
using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Pipeline;
using AwsccConnect.Session;

namespace AwsccConnect.Commands.Requests;

/// <summary>A command that does something with given requests.</summary>
public abstract class RequestCmdlet : BulkCmdlet
{

    /// <summary>Request tokens.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "RequestToken")]
    [Alias("Token")]
    [ValidateNotNullOrEmpty]
    public string[] RequestToken { get; set; } = [];

    /// <summary>Requests, request tokens, or rows with RequestToken and Region.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

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

    private protected override void Process()
    {
        if (InputObject is { } input)
        {
            Submit(RequestInputReader.TargetOf(input), () => RequestInputReader.Read(input));
            return;
        }

        foreach (var token in RequestToken)
        {
            Submit(token, () => RequestInputReader.FromToken(token));
        }
    }

    /// <summary>Does the work on one request; on a worker thread.</summary>
    private protected abstract Task<RequestOutcome> WorkAsync(RequestInput input, CancellationToken cancellationToken);

    /// <summary>The operations in a request's Region.</summary>
    private protected ConnectOperations OperationsFor(RequestInput input) => OperationsFor(RequestInputReader.RegionOf(input, Region));

    private void Submit(object target, Func<RequestInput> read)
    {
        if (Read(target, read) is { } input)
        {
            Submit(input, WorkAsync, ReportAsync);
        }
    }

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
