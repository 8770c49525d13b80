using System.Management.Automation;
using AwsccConnect.Binding;
using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;
using AwsccConnect.Pipeline;
using AwsccConnect.Session;

namespace AwsccConnect.Commands.Users;

/// <summary>Gets users: by identifier, by name, or all of one instance or Region.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectUser", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(ConnectUser))]
[OutputType(typeof(ConnectUserReference))]
public sealed class GetConnectUserCommand : ConnectCmdlet
{
    private readonly InstanceResolver _instances = new();
    private BulkRunner<UserInput, ConnectUser>? _runner;
    private Task _delivery = Task.CompletedTask;
    private UserTargets? _targets;
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

        _targets = new UserTargets(ThrottleLimit);
        _page = new UserPage([], PagingParameters.Skip, PagingParameters.First);
        _inputs = new UserInputReader(allowPlainTextPassword: true, InstanceArn.FirstOrDefault());
        var runner = new BulkRunner<UserInput, ConnectUser>(ThrottleLimit, BulkOrder.AsSubmitted, ReadAsync);
        _runner = runner;
        _delivery = Start(token => DeliverAsync(runner, token));
    }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (InputObject is { } input)
        {
            try
            {
                if (_inputs.ReadExisting(input, out _) is { } read)
                {
                    Submit(read);
                }
            }
            catch (Exception exception) when (exception is UserRowException or UserValueException or ConnectOperationException)
            {
                WriteError(ItemErrors.ToRecord(exception, UserInputReader.Copy(input)));
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
        if (_runner is { } runner)
        {
            runner.Complete();
            Statistics.AllTaken();
            Await(_ => _delivery);
            return;
        }

        var listing = new UserListing(this, Output, Statistics)
        {
            Scopes = new UserScopes(_instances, Output, ContextFor) { Regions = Region, Instances = InstanceArn },
            Page = new UserPage(Username, PagingParameters.Skip, PagingParameters.First),
            IdentifierOnly = IdentifierOnly,
            Parallelism = ThrottleLimit,
            IncludeTotalCount = PagingParameters.IncludeTotalCount,
        };
        Await(listing.RunAsync);
    }

    /// <inheritdoc/>
    private protected override Task JoinAsync() => _runner?.JoinAsync() ?? Task.CompletedTask;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _runner?.Dispose();
    }

    private async Task<ConnectUser> ReadAsync(UserInput input, CancellationToken cancellationToken)
    {
        var region = OnlyRegion ?? input.Region;
        var context = ContextFor(input.UserArn is { } given ? ArnRegion.OfUser(given, region)
            : UserNames.IsArn(input.InstanceArn ?? string.Empty) ? ArnRegion.Of(input.InstanceArn!, region)
            : region);
        var arn = await _targets!.ResolveAsync(input, context, InstanceArn.FirstOrDefault(), cancellationToken).ConfigureAwait(false);
        return await new UserReader(context).ReadAsync(arn, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts reading a user, unless -Skip or -First leaves it out.</summary>
    private void Submit(UserInput input)
    {
        if (_page!.TryTake())
        {
            Statistics.ItemTaken();
            Await(token => _runner!.SubmitAsync(input, token));
        }
    }

    private async Task DeliverAsync(BulkRunner<UserInput, ConnectUser> runner, CancellationToken cancellationToken)
    {
        await foreach (var outcome in runner.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (outcome.Error is null)
            {
                Statistics.ItemDone();
                await Output.WriteAsync(UserOutput.Wrap(outcome.Result!)).ConfigureAwait(false);
            }
            else if (outcome.Error is not OperationCanceledException)
            {
                Statistics.ItemFailed();
                await Output.FailAsync(ItemErrors.At(outcome.Error, outcome.Item), outcome.Item.Target).ConfigureAwait(false);
            }
        }
    }
}
