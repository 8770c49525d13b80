using System.Collections;
using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Users.Filters;
using AwsccConnect.Session;

namespace AwsccConnect.Commands.Users;

/// <summary>Gets users: by identifier, by filters, or all of one instance or Region.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectUser", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(ConnectUser))]
[OutputType(typeof(ConnectUserReference))]
public sealed class GetConnectUserCommand : BulkCmdlet
{
    private UserPage? _page;
    private UserFilter _filter = new();
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

    /// <summary>Usernames. With wildcards they filter; without, the search ends when all are found.</summary>
    [Parameter(ParameterSetName = "List")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UsernameCompleter))]
    public string[] Username { get; set; } = [];

    /// <summary>Only users with one of these routing profiles: ARNs, ids or names.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("RoutingProfileArn")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoutingProfileCompleter))]
    public string[] RoutingProfile { get; set; } = [];

    /// <summary>Only users with at least one of these security profiles: ARNs, ids or names.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("SecurityProfileArn", "SecurityProfileArns")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecurityProfileCompleter))]
    public string[] SecurityProfile { get; set; } = [];

    /// <summary>Only users of one of these hierarchy groups: ARNs, ids, names or paths.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("HierarchyGroupArn")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(HierarchyGroupCompleter))]
    public string[] HierarchyGroup { get; set; } = [];

    /// <summary>With -HierarchyGroup: also users of the groups below.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("Recurse")]
    public SwitchParameter IncludeDescendant { get; set; }

    /// <summary>Only users with all of these tags: a hashtable of keys and values; wildcards, arrays of values, $null for users without the tag.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("Tags")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public IDictionary? Tag { get; set; }

    /// <summary>Only users with this type of phone: SOFT_PHONE or DESK_PHONE.</summary>
    [Parameter(ParameterSetName = "List")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter))]
    public string? PhoneType { get; set; }

    /// <summary>Only users with one of these first names, with wildcards.</summary>
    [Parameter(ParameterSetName = "List")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] FirstName { get; set; } = [];

    /// <summary>Only users with one of these last names, with wildcards.</summary>
    [Parameter(ParameterSetName = "List")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] LastName { get; set; } = [];

    /// <summary>Only users that were changed at this time or later; local time unless it says otherwise.</summary>
    [Parameter(ParameterSetName = "List")]
    [TimeArgument]
    [ValidateNotNull]
    public DateTime? ModifiedAfter { get; set; }

    /// <summary>ARN, id or alias of the instances. Default: all instances of the Region.</summary>
    [Parameter(ParameterSetName = "List")]
    [Parameter(ParameterSetName = "Identifier")]
    [Parameter(ParameterSetName = "InputObject")]
    [Alias("Instance", "InstanceAlias")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceCompleter))]
    public string[] InstanceArn { get; set; } = [];

    /// <summary>Write references: ARN, instance, Region, and what the list has of each user. Users are read only where a filter needs it.</summary>
    [Parameter(ParameterSetName = "List")]
    public SwitchParameter IdentifierOnly { get; set; }

    /// <summary>AWS Regions, for example <c>eu-west-2</c>. Default: that of the ARN, else the session's.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [RegionArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] Region { get; set; } = [];

    private protected override string? Activity => "Reading users";

    private string? OnlyInstance => InstanceArn.FirstOrDefault();

    private protected override void Begin()
    {
        base.Begin();
        if (ParameterSetName == "List")
        {
            _filter = ReadFilter();
            _page = new UserPage(Username, PagingParameters.Skip, PagingParameters.First);
            return;
        }

        if (InstanceArn.Length > 1 || Region.Length > 1)
        {
            var several = InstanceArn.Length > 1 ? nameof(InstanceArn) : nameof(Region);
            throw new UserValueException(several, $"Several values of -{several} are for lists of users; ARNs and input are looked up in one.", $"Give one -{several}.");
        }

        if (PagingParameters.IncludeTotalCount)
        {
            // How many will come down the pipeline is not known before they have.
            WriteObject(ParameterSetName == "Identifier"
                ? PagingParameters.NewTotalCount((ulong)Identifier.Length, 1.0)
                : PagingParameters.NewTotalCount(0, 0.0));
        }

        _page = new UserPage([], PagingParameters.Skip, PagingParameters.First);
        _inputs = new UserInputReader(allowPlainTextPassword: true, OnlyInstance);
        StartBulk(ThrottleLimit, BulkOrder.AsSubmitted);
    }

    private protected override void Process()
    {
        if (InputObject is { } input)
        {
            Submit(Read(input, () => _inputs.ReadExisting(input, out _)));
            return;
        }

        foreach (var arn in Identifier)
        {
            Submit(UserInput.OfIdentifier(arn, OnlyInstance));
        }
    }

    private protected override void Finish()
    {
        base.Finish();
        if (ParameterSetName != "List")
        {
            return;
        }

        var listing = new UserListing(this, Output, Statistics)
        {
            Scopes = new InstanceScopes(Output, OperationsFor) { Regions = Region, Instances = InstanceArn },
            Page = _page!,
            Filter = _filter,
            IdentifierOnly = IdentifierOnly,
            Parallelism = ThrottleLimit,
            IncludeTotalCount = PagingParameters.IncludeTotalCount,
        };
        Await(listing.RunAsync);
    }

    private UserFilter ReadFilter() => IncludeDescendant && HierarchyGroup.Length == 0
        ? throw new UserValueException(nameof(IncludeDescendant), "-IncludeDescendant is for -HierarchyGroup, which is missing.", "Give -HierarchyGroup, or leave -IncludeDescendant out.")
        : new()
        {
            FirstNames = UserFilterParameters.Names(nameof(FirstName), FirstName),
            LastNames = UserFilterParameters.Names(nameof(LastName), LastName),
            RoutingProfiles = UserFilterParameters.Resources("RoutingProfileArn", RoutingProfile),
            SecurityProfiles = UserFilterParameters.Resources("SecurityProfileArns", SecurityProfile),
            HierarchyGroups = UserFilterParameters.Resources("HierarchyGroupArn", HierarchyGroup),
            IncludesDescendants = IncludeDescendant,
            Tags = UserFilterParameters.Tags(Tag),
            PhoneType = UserValueConverter.ToJson(UserSchema.Get(nameof(PhoneType)), PhoneType)?.GetValue<string>(),
            ModifiedAfter = ModifiedAfter?.ToUniversalTime(),
        };

    private async Task<ConnectUser> ReadAsync(UserInput input, CancellationToken cancellationToken)
    {
        var operations = OperationsFor(input.RegionOf(OnlyInstance, Region.FirstOrDefault()));
        var arn = await UserTargets.ResolveAsync(input, operations, OnlyInstance, cancellationToken).ConfigureAwait(false);
        var user = await operations.Resources.GetUserAsync(arn, cancellationToken).ConfigureAwait(false);
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
