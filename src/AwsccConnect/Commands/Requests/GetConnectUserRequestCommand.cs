using AwsccConnect.Binding.Completers;
using AwsccConnect.Commands.Users;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Requests;
using AwsccConnect.Session;

namespace AwsccConnect.Commands.Requests;

/// <summary>Gets the status of requests: given ones, those of the last 7 days, or those that stopped commands left behind.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectUserRequest", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(ConnectUserRequest))]
public sealed class GetConnectUserRequestCommand : RequestInputCmdlet
{
    private UserPage? _page;

    /// <summary>What stopped commands of this session left running, or carried out and did not report.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Interrupted")]
    public SwitchParameter Interrupted { get; set; }

    /// <summary>Only requests of these operations.</summary>
    [Parameter(ParameterSetName = "List")]
    [ValidateSet("CREATE", "UPDATE", "DELETE")]
    public string[] Operation { get; set; } = [];

    /// <summary>Only requests in these statuses.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("OperationStatus")]
    [ValidateSet("PENDING", "IN_PROGRESS", "SUCCESS", "FAILED", "CANCEL_IN_PROGRESS", "CANCEL_COMPLETE")]
    public string[] Status { get; set; } = [];

    /// <summary>Only requests for users of these names, with wildcards. Every request is read for it.</summary>
    [Parameter(ParameterSetName = "List")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UsernameCompleter))]
    public string[] Username { get; set; } = [];

    /// <summary>Only requests for users of these ARNs.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("UserArn", "Arn")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    public string[] Identifier { get; set; } = [];

    /// <summary>Requests for resources of all types, not of users alone.</summary>
    [Parameter(ParameterSetName = "List")]
    public SwitchParameter All { get; set; }

    /// <summary>AWS Regions, for example <c>eu-west-2</c>. Default: that of the request, else the session's; with -Interrupted all.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [RegionArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] Region { get; set; } = [];

    private protected override string? Activity => "Reading requests";

    private protected override void Begin()
    {
        base.Begin();
        _page = new UserPage(Username, PagingParameters.Skip, PagingParameters.First);
        if (ParameterSetName is "RequestToken" or "InputObject")
        {
            StartBulk(ThrottleLimit, BulkOrder.AsSubmitted);
        }
    }

    private protected override void Finish()
    {
        base.Finish();
        if (Interrupted)
        {
            var left = new InterruptedListing(Output, OperationsFor, _page!) { Regions = Region };
            Await(token => left.RunAsync(Endpoint, ThrottleLimit, token));
        }
        else if (ParameterSetName == "List")
        {
            Await(Listing().RunAsync);
        }
    }

    private RequestListing Listing() => new(this, Output, OperationsFor)
    {
        // An ARN has its Region as -Region does.
        Regions = Region.Length < 2 && Identifier.Length > 0
            ? [.. Identifier.Select(arn => ArnRegion.OfUser(arn, Region.FirstOrDefault())).Distinct(StringComparer.OrdinalIgnoreCase)]
            : Region,
        Filter = new RequestFilter
        {
            Operations = [.. Operation.Select(operation => operation.ToUpperInvariant()).Distinct(StringComparer.Ordinal)],
            Statuses = [.. Status.Select(status => status.ToUpperInvariant()).Distinct(StringComparer.Ordinal)],
            Identifiers = Identifier,
            AllTypes = All,
        },
        Page = _page!,
        IncludeTotalCount = PagingParameters.IncludeTotalCount,
    };

    private protected override void Submit(RequestInput input)
    {
        if (_page!.TryTake())
        {
            Submit(input, ReadAsync, ReportAsync);
        }
    }

    /// <summary>Reads a request; where several Regions were given, in the first of them that knows it.</summary>
    private async Task<ConnectUserRequest> ReadAsync(RequestInput input, CancellationToken cancellationToken)
    {
        if (Region.Length < 2)
        {
            return await ReadAsync(input, RequestInputReader.RegionOf(input, Region.FirstOrDefault()), cancellationToken).ConfigureAwait(false);
        }

        foreach (var region in Region.Where(region => input.Known.Region is null || string.Equals(region, input.Known.Region, StringComparison.OrdinalIgnoreCase)))
        {
            try
            {
                return await ReadAsync(input, region, cancellationToken).ConfigureAwait(false);
            }
            catch (ConnectOperationException exception) when (exception.ErrorId == ErrorIds.RequestTokenNotFound)
            {
                // It may be known in the next.
            }
        }

        throw RequestFailures.TokenNotFound(input.Token, input.Label, Region);
    }

    private async Task<ConnectUserRequest> ReadAsync(RequestInput input, string? region, CancellationToken cancellationToken)
    {
        var operations = OperationsFor(region);
        var progress = await operations.Requests.GetAsync(input.Token, input.Label, cancellationToken).ConfigureAwait(false);
        return ConnectUserRequest.From(progress, null, operations.Region).Of(input.Known.User);
    }

    private Task ReportAsync(RequestInput input, ConnectUserRequest request)
    {
        Statistics.ItemDone();
        return WriteAsync(input, input.ToOutput(request));
    }
}
