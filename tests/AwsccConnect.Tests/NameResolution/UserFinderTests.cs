using Amazon.Connect.Model;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Tests.Operations;

namespace AwsccConnect.Tests.NameResolution;

/// <summary>Users found by Amazon Connect's own list and search, and without them through Cloud Control.</summary>
public sealed class UserFinderTests : IAsyncDisposable
{
    private const string NewUser = "maria.new";

    private readonly List<string> _notes = [];
    private LiveService? _service;
    private ConnectAccess? _access;

    private ConnectSimulator Service => _service!.Simulator;

    /// <summary>ARNs of the users that the simulator started with, in list order.</summary>
    private List<string> Users { get; set; } = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_has_the_names_of_all_users_a_thousand_a_call()
    {
        await StartAsync(1001);

        var users = await AllAsync(Operations().Finder.ListAsync(Service.InstanceArn, Token));

        users.Count.ShouldBe(1001);
        users.ShouldAllBe(user => user.Arn == Service.FindUser(user.Name!));
        Calls().ShouldBe("ListUsers ListUsers");
    }

    [Fact]
    public async Task One_list_serves_all_names_that_a_command_looks_for()
    {
        await StartAsync(40);
        var operations = Operations();
        string[] names = [.. (await AllAsync(operations.Finder.ListAsync(Service.InstanceArn, Token))).Select(user => user.Name!)];
        Service.ClearCalls();

        var found = await Task.WhenAll(names.Select(name => operations.Finder.FindAsync(Service.InstanceArn, name.ToUpperInvariant(), Token)));

        found.ShouldBe(names.Select(name => Service.FindUser(name)));
        (await operations.Finder.FindAsync(Service.InstanceArn, "nobody", Token)).ShouldBeNull();
        Calls().ShouldBe("ListUsers");
    }

    [Theory]
    [InlineData(SimulatorFaultKind.Exception, "AccessDeniedException", "AccessDenied")]
    [InlineData(SimulatorFaultKind.Exception, "UnknownOperationException", "UnsupportedAction")]
    [InlineData(SimulatorFaultKind.WrongContentType, "AnyException", "InvalidResponse")]
    [InlineData(SimulatorFaultKind.Reset, "AnyException", "NetworkFailure")]
    public async Task Where_the_list_is_out_of_reach_users_are_read_instead_and_the_session_keeps_that_in_mind(SimulatorFaultKind kind, string exception, string errorId)
    {
        await StartAsync(12);
        Service.Faults.Add(new SimulatorFault { Operation = "ListUsers", Kind = kind, ExceptionName = exception });
        var operations = Operations();
        var name = (string)Properties(Users[0])["Username"]!;

        (await operations.Finder.FindAsync(Service.InstanceArn, name, Token)).ShouldBe(Service.FindUser(name));
        (await operations.Finder.FindAsync(Service.InstanceArn, "nobody", Token)).ShouldBeNull();

        Service.Calls.Count(call => call.Operation == "GetResource").ShouldBe(12);
        _notes.ShouldHaveSingleItem().ShouldContain("slower");
        Service.ClearCalls();

        (await Operations().Finder.FindAsync(Service.InstanceArn, name, Token)).ShouldBe(Service.FindUser(name));
        Service.Calls.ShouldNotContain(call => call.Operation == "ListUsers");
        _notes.Count.ShouldBe(2, "a command says once why it is slower");
        _notes[1].ShouldEndWith($"cannot be used: {errorId}");
    }

    [Fact]
    public async Task Without_a_client_nothing_is_sent_to_Amazon_Connect()
    {
        await StartAsync(3);
        _access = ConnectAccess.None("a switch says so.");

        (await AllAsync(Operations().Finder.ListAsync(Service.InstanceArn, Token))).Select(user => user.Arn).ShouldBe(Users);

        Calls().ShouldBe("ListResources");
        _notes.ShouldHaveSingleItem().ShouldEndWith("a switch says so.");
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_completed_without_names()
    {
        await StartAsync(1001);
        Service.Faults.Add(new SimulatorFault { Operation = "ListUsers", Kind = SimulatorFaultKind.Exception, ExceptionName = "InternalServiceException", Skip = 1 });

        var users = await AllAsync(Operations().Finder.ListAsync(Service.InstanceArn, Token));

        users.Select(user => user.Arn).ShouldBe(Users);
        users.Count(user => user.Name is null).ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_has_come_since_the_list_is_found_at_once(bool isDenied)
    {
        await StartAsync(5);
        if (isDenied)
        {
            Deny("ListUsers");
        }

        var finder = Operations().Finder;
        (await finder.FindNowAsync(Service.InstanceArn, NewUser, Token)).ShouldBeNull();
        Service.Calls.Count(call => call.Operation == "ListResources").ShouldBe(isDenied ? 1 : 0);
        var arn = AddUser(NewUser);
        Service.ClearCalls();

        (await finder.FindAsync(Service.InstanceArn, NewUser, Token)).ShouldBeNull("the list of the command is older");
        (await finder.FindNowAsync(Service.InstanceArn, NewUser, Token)).ShouldBe(arn);
        Calls().ShouldBe(isDenied ? "ListResources GetResource" : "ListUsers");
    }

    [Fact]
    public async Task A_search_with_the_list_never_leaves_out_what_its_index_may_not_have_yet()
    {
        await StartAsync(60, searchDelaySeconds: 3600);
        string[] sales = [.. Users.Where(arn => HasTag(arn, "Team", "Sales"))];
        var arn = AddUser(NewUser);

        (await AllAsync(Operations().Finder.SearchListedAsync(Service.InstanceArn, null, Tagged("Team", "Sales"), _ => true, Token)))
            .Select(user => user.Arn).ShouldBe([.. sales, arn]);

        sales.Length.ShouldBeInRange(1, 59);
        Calls().ShouldBe("SearchUsers ListUsers");
        Deny("SearchUsers");
        (await AllAsync(Operations().Finder.SearchListedAsync(Service.InstanceArn, null, Tagged("Team", "Sales"), _ => true, Token)))
            .Select(user => user.Arn).ShouldBe([.. Users, arn]);
    }

    [Fact]
    public async Task A_search_alone_never_leaves_out_what_the_session_has_changed()
    {
        await StartAsync(60, searchDelaySeconds: 3600);
        string[] sales = [.. Users.Where(arn => HasTag(arn, "Team", "Sales"))];
        var other = Users.Except(sales).First();
        var arn = AddUser(NewUser);
        var operations = Operations();
        string[] changed = [arn, sales[0], other];
        changed.ToList().ForEach(arn => operations.Connection.Recent.Add(arn));

        (await AllAsync(operations.Finder.SearchAsync(Service.InstanceArn, null, Tagged("Team", "Sales"), _ => true, Token)))
            .Select(user => user.Arn).ShouldBe([.. sales, arn, other]);
        Calls().ShouldBe("SearchUsers");

        Enumerable.Range(0, RecentUsers.Limit).ToList().ForEach(number => operations.Connection.Recent.Add($"{Service.InstanceArn}/agent/{number}"));
        (await AllAsync(operations.Finder.SearchAsync(Service.InstanceArn, null, Tagged("Team", "Sales"), _ => true, Token)))
            .Select(user => user.Arn).ShouldBe([.. sales, arn], "the list has what are too many to keep");

        Deny("SearchUsers");
        (await AllAsync(Operations().Finder.SearchAsync(Service.InstanceArn, null, Tagged("Team", "Sales"), _ => true, Token)))
            .Select(user => user.Arn).ShouldBe([.. Users, arn]);
    }

    [Fact]
    public async Task Throttled_lists_are_read_again()
    {
        await StartAsync(3);
        Service.Faults.Add(new SimulatorFault { Operation = "ListUsers", Kind = SimulatorFaultKind.Throttle, Count = 2 });

        (await AllAsync(Operations().Finder.ListAsync(Service.InstanceArn, Token))).ShouldAllBe(user => user.Name != null);
        Calls().ShouldBe("ListUsers ListUsers ListUsers");
        _notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Instances_and_profiles_are_listed_with_their_names_and_instances_with_their_identity_management()
    {
        await StartAsync(0);
        var operations = Operations();

        (await operations.Directory.ListInstanceArnsAsync(Token).ToListAsync(Token)).ShouldBe([Service.InstanceArn]);
        operations.Connection.Names.IdentityManagementOf(Service.InstanceArn).ShouldBe("CONNECT_MANAGED");
        foreach (var kind in new[]
        {
            Core.Users.ConnectResourceKind.RoutingProfile, Core.Users.ConnectResourceKind.SecurityProfile, Core.Users.ConnectResourceKind.HierarchyGroup,
        })
        {
            (await operations.Lists.TryListAsync(kind, Service.InstanceArn, Token)).ShouldNotBeNull().ShouldAllBe(resource => resource.Name != null);
        }

        Calls().ShouldBe("ListInstances ListRoutingProfiles ListSecurityProfiles ListUserHierarchyGroups");
    }

    public ValueTask DisposeAsync() => _service?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task StartAsync(int users, double searchDelaySeconds = 0)
    {
        _service = new LiveService(new SimulatorOptions { UserCount = users, SearchDelaySeconds = searchDelaySeconds }, speed: 1, isPaced: true);
        _access = _service.Connect;
        Users = await Operations().Directory.ListUserArnsAsync(Service.InstanceArn, Token).ToListAsync(Token);
        Service.ClearCalls();
    }

    /// <summary>The operations of one more command of the session.</summary>
    private ConnectOperations Operations()
    {
        var observer = Substitute.For<ICallObserver>();
        observer.When(seen => seen.Note(Arg.Any<string>())).Do(call => _notes.Add(call.Arg<string>()));
        return _service!.OperationsOf(observer: observer, connect: _access);
    }

    private void Deny(string operation) => Service.Faults.Add(new SimulatorFault
    {
        Operation = operation, Kind = SimulatorFaultKind.Exception, ExceptionName = "AccessDeniedException",
    });

    private string AddUser(string username)
    {
        var user = Properties(Users[0]);
        user["Tags"] = new JsonArray();
        return _service!.Add(username, user);
    }

    private bool HasTag(string arn, string key, string value) => (Properties(arn)["Tags"] as JsonArray ?? [])
        .Any(tag => (string)tag!["Key"]! == key && (string)tag["Value"]! == value);

    private static UserSearchFilter Tagged(string key, string value) =>
        new() { TagFilter = new ControlPlaneTagFilter { TagCondition = new TagCondition { TagKey = key, TagValue = value } } };

    private JsonObject Properties(string arn) => _service!.State(arn);

    private string Calls() => string.Join(' ', Service.Calls.Select(call => call.Operation));

    private static async Task<List<NamedResource>> AllAsync(IAsyncEnumerable<NamedResource> users) => await users.ToListAsync(Token);
}
