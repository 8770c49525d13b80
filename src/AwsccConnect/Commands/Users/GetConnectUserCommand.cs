using System.Management.Automation;
using AwsccConnect.Binding;
using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Users;
using AwsccConnect.Pipeline;
using AwsccConnect.Session;

namespace AwsccConnect.Commands.Users;

/// <summary>Gets users: by identifier, by name, or all of one instance or Region.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectUser", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(ConnectUser))]
[OutputType(typeof(ConnectUserReference))]
public sealed class GetConnectUserCommand : BulkCmdlet
{
    private UserPage? _page;
    private UserInputReader _inputs = new(allowPlainTextPassword: true);

    /// <summary>ARNs of the users, or their ids in the instance of -InstanceArn.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Identifier")]
    [Alias("UserArn", "Arn")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    public string[] Identifier { get; set; } = [];

    /// <summary>Users, references, requests, ARNs, or rows with UserArn or with Username and InstanceArn: each is read anew.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>Usernames. With wildcards they filter the list; without, the search ends when all are found.</summary>
    [Parameter(ParameterSetName = "List")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UsernameCompleter))]
    public string[] Username { get; set; } = [];

    /// <summary>ARN, id or alias of the instances. Default: all instances of the Region.</summary>
    [Parameter(ParameterSetName = "List")]
    [Parameter(ParameterSetName = "Identifier")]
    [Parameter(ParameterSetName = "InputObject")]
    [Alias("Instance", "InstanceAlias")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceCompleter))]
    public string[] InstanceArn { get; set; } = [];

    /// <summary>Only list: ARN, instance and Region of each user, without reading the users.</summary>
    [Parameter(ParameterSetName = "List")]
    public SwitchParameter IdentifierOnly { get; set; }

    /// <summary>AWS Regions, for example <c>eu-west-2</c>. Default: that of the ARN, else the session's.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [RegionArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] Region { get; set; } = [];

    /// <inheritdoc/>
    private protected override string? Activity => "Reading users";

    private string? OnlyRegion => Region.Length == 1 ? Region[0] : null;

    /// <inheritdoc/>
    private protected override void Begin()
    {
        base.Begin();
        if (ParameterSetName == "List")
        {
            if (IdentifierOnly && Username.Length > 0)
            {
                ThrowTerminatingError(ItemErrors.ToRecord(
                    new UserValueException(
                        nameof(IdentifierOnly), "-IdentifierOnly lists without reading the users, so -Username cannot filter them.", "Leave one of them out."), null));
            }

            return;
        }

        if (PagingParameters.IncludeTotalCount)
        {
            // How many will come down the pipeline is not known before they have.
            WriteObject(ParameterSetName == "Identifier"
                ? PagingParameters.NewTotalCount((ulong)Identifier.Length, 1.0)
                : PagingParameters.NewTotalCount(0, 0.0));
        }

        _page = new UserPage([], PagingParameters.Skip, PagingParameters.First);
        _inputs = new UserInputReader(allowPlainTextPassword: true, InstanceArn.FirstOrDefault());
        StartBulk(ThrottleLimit, BulkOrder.AsSubmitted);
    }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (InputObject is { } input)
        {
            if (Read(input, () => _inputs.ReadExisting(input, out _)) is { } read)
            {
                Submit(read);
            }

            return;
        }

        foreach (var arn in Identifier)
        {
            Submit(UserInput.OfIdentifier(arn, InstanceArn.FirstOrDefault()));
        }
    }

    /// <inheritdoc/>
    private protected override void Finish()
    {
        base.Finish();
        if (ParameterSetName != "List")
        {
            return;
        }

        var listing = new UserListing(this, Output, Statistics)
        {
            Scopes = new UserScopes(Output, OperationsFor) { Regions = Region, Instances = InstanceArn },
            Page = new UserPage(Username, PagingParameters.Skip, PagingParameters.First),
            IdentifierOnly = IdentifierOnly,
            Parallelism = ThrottleLimit,
            IncludeTotalCount = PagingParameters.IncludeTotalCount,
        };
        Await(listing.RunAsync);
    }

    private async Task<ConnectUser> ReadAsync(UserInput input, CancellationToken cancellationToken)
    {
        var region = OnlyRegion ?? input.Region;
        var operations = OperationsFor(input.UserArn is { } given ? ArnRegion.OfUser(given, region)
            : UserNames.IsArn(input.InstanceArn ?? string.Empty) ? ArnRegion.Of(input.InstanceArn!, region)
            : region);
        var arn = await UserTargets.ResolveAsync(input, operations, InstanceArn.FirstOrDefault(), cancellationToken).ConfigureAwait(false);
        if (ConnectArn.TryParse(arn, out var parsed))
        {
            operations.UserNames.Start(parsed.InstanceArn);
        }

        var user = await operations.Users.ReadAsync(arn, cancellationToken).ConfigureAwait(false);
        await operations.UserNames.ReadAsync(user, cancellationToken).ConfigureAwait(false);
        return user;
    }

    /// <summary>Starts reading a user, unless -Skip or -First leaves it out.</summary>
    private void Submit(UserInput? input)
    {
        if (input is not null && _page!.TryTake())
        {
            Submit(input, ReadAsync, ReportAsync);
        }
    }

    private Task ReportAsync(UserInput input, ConnectUser user)
    {
        Statistics.ItemDone();
        return WriteAsync(input, UserOutput.Wrap(user));
    }
}
