using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Stacks.Planning;

namespace AwsccConnect.Tests.Stacks.Planning;

/// <summary>The state of users against a stack, and the calls that it takes.</summary>
public sealed class StackPlannerTests : IAsyncDisposable
{
    private static readonly StackPlanOptions WithoutExtras = new();
    private readonly LiveWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Each_user_has_its_status_and_its_differences_property_by_property()
    {
        var same = _world.Add("same", "team");
        _world.Add("other", "team", new JsonObject
        {
            ["IdentityInfo"] = new JsonObject { ["FirstName"] = "Ana" },
            ["PhoneConfig"] = new JsonObject { ["AutoAccept"] = false, ["AfterContactWorkTimeLimit"] = 30 },
        });
        var extra = _world.Add("extra", "team");
        _world.Add("foreign", "another");
        _world.Add("free");

        var plan = await _world.PlanAsync(LiveWorld.Stack(
            LiveWorld.Whole("same"),
            LiveWorld.Whole("OTHER", ("FirstName", "Bo"), ("AutoAccept", true), ("AfterContactWorkTimeLimit", null), ("Tags", new JsonArray(LiveWorld.Tag("Team", "Sales")))),
            LiveWorld.Whole("new", ("LastName", "Li"))));

        plan.Count.ShouldBe(4);
        plan.Single(item => item.UserArn == same).Status.ShouldBe(StackUserStatus.InSync);
        var different = plan.Single(item => item.Username == "other");
        different.Status.ShouldBe(StackUserStatus.Different);
        different.Differences.Select(difference => difference.ToString()).ShouldBe(
        [
            "IdentityInfo.FirstName: Ana -> Bo",
            "PhoneConfig.AutoAccept: false -> true",
            "PhoneConfig.AfterContactWorkTimeLimit: 30 -> (none)",
            "Tags: + Team=Sales",
        ], ignoreOrder: true);
        var missing = plan.Single(item => item.Username == "new");
        missing.Status.ShouldBe(StackUserStatus.Missing);
        missing.Differences.ShouldContain(new StackDifference("IdentityInfo.LastName", "Li", null));
        missing.Differences.ShouldContain(new StackDifference("Tags", "AwsccConnect:Stack=team", null));
        plan.Single(item => item.Status == StackUserStatus.Extra).UserArn.ShouldBe(extra);
        _world.Writes.ShouldBe(0);
        _world.Calls("GetResource").ShouldBe(5);
        _world.Calls("ListResources").ShouldBe(1);
    }

    [Fact]
    public async Task Users_with_ARNs_are_read_alone_where_nobody_else_is_looked_for()
    {
        var arn = _world.Add("ana");
        _world.Add("ben");
        var plan = await _world.PlanAsync(LiveWorld.Stack(new StackUser(LiveWorld.Row(null, arn, ("FirstName", "Bo")))), WithoutExtras);
        plan.ShouldHaveSingleItem().Status.ShouldBe(StackUserStatus.Different);
        plan[0].Username.ShouldBe("ana");
        _world.Calls("ListResources").ShouldBe(0);
        _world.Calls("GetResource").ShouldBe(1);
    }

    [Fact]
    public async Task Reading_ends_with_the_last_desired_user_where_nobody_else_is_looked_for()
    {
        for (var i = 0; i < 5000; i++)
        {
            _world.Add($"user{i}");
        }

        var first = _world.State(await _world.Operations.Directory.ListUserArnsAsync(LiveWorld.Instance, CancellationToken.None).FirstAsync())["Username"]!.ToString();
        (await _world.PlanAsync(LiveWorld.Stack(LiveWorld.Whole(first)), WithoutExtras)).ShouldHaveSingleItem().Status.ShouldBe(StackUserStatus.InSync);
        _world.Calls("GetResource").ShouldBeLessThan(2500, "the rest is not read once the last desired user is found");
    }

    [Fact]
    public async Task A_row_with_an_ARN_that_no_user_has_is_blocked_and_its_name_is_nobody_to_remove()
    {
        var live = _world.Add("ana", "team");
        var plan = await _world.PlanAsync(LiveWorld.Stack(new StackUser(LiveWorld.Row("ana", $"{LiveWorld.Instance}/agent/gone"))));
        var item = plan.ShouldHaveSingleItem();
        item.Failure!.ErrorId.ShouldBe(ErrorIds.NotFound);
        item.Status.ShouldBe(StackUserStatus.Blocked);
        item.IsFault.ShouldBeFalse();
        item.UserArn.ShouldNotBe(live);
    }

    [Fact]
    public async Task What_AWS_cannot_change_is_blocked_with_the_difference()
    {
        var arn = _world.Add("ana", "team", new JsonObject { ["DirectoryUserId"] = "d-1" });
        var plan = await _world.PlanAsync(LiveWorld.Stack(new StackUser(LiveWorld.Row("anna", arn)), LiveWorld.Whole("new")));
        var renamed = plan.Single(item => item.UserArn == arn);
        renamed.Failure!.ErrorId.ShouldBe("PropertyNotUpdatable");
        renamed.Differences.ShouldBe([new StackDifference("Username", "anna", "ana")]);

        var directory = (await _world.PlanAsync(LiveWorld.Stack(LiveWorld.Whole("ana", ("DirectoryUserId", "d-2"))))).ShouldHaveSingleItem();
        directory.Status.ShouldBe(StackUserStatus.Blocked);
        directory.Differences.ShouldBe([new StackDifference("DirectoryUserId", "d-2", "d-1")]);
        new StackStepResult(directory, StackOutcome.None).ToResult(LiveWorld.Stack()).Message!.ShouldContain("create it again");
    }

    [Fact]
    public async Task A_flat_setting_changes_the_settings_per_channel()
    {
        _world.Add("ana", null, new JsonObject { ["AutoAcceptConfigs"] = new JsonArray(new JsonObject { ["Channel"] = "VOICE", ["AutoAccept"] = false }) });
        (await _world.PlanAsync(LiveWorld.Stack(LiveWorld.Whole("ana", ("AutoAccept", true))))).ShouldHaveSingleItem()
            .Differences.ShouldBe([new StackDifference("AutoAcceptConfigs", "VOICE:AutoAccept=true", "VOICE:AutoAccept=false")]);
        (await _world.PlanAsync(LiveWorld.Stack(LiveWorld.Whole("ana", ("AutoAccept", false))))).ShouldHaveSingleItem().Status.ShouldBe(StackUserStatus.InSync);
    }

    [Fact]
    public async Task A_user_of_another_stack_is_blocked_unless_it_is_taken_over()
    {
        _world.Add("ana", "another");
        var stack = LiveWorld.Stack(LiveWorld.Whole("ana", ("FirstName", "Bo")));
        var blocked = (await _world.PlanAsync(stack)).ShouldHaveSingleItem();
        blocked.Failure!.ErrorId.ShouldBe(ErrorIds.OwnedByOtherStack);
        blocked.Differences.Count.ShouldBe(1);
        (await _world.PlanAsync(stack, new StackPlanOptions { FindsExtras = true, Adopts = true })).ShouldHaveSingleItem()
            .Differences.ShouldContain(new StackDifference("Tags", "AwsccConnect:Stack=team", "AwsccConnect:Stack=another"));
    }

    [Fact]
    public async Task A_user_that_is_in_the_file_by_ARN_and_by_name_is_desired_once()
    {
        var arn = _world.Add("ana");
        var plan = await _world.PlanAsync(LiveWorld.Stack(LiveWorld.Whole("ana"), new StackUser(LiveWorld.Row(null, arn))));
        plan.Single(item => item.Index == 1).Status.ShouldBe(StackUserStatus.InSync);
        plan.Single(item => item.Index == 0).Failure!.ErrorId.ShouldBe(ErrorIds.DuplicateUser);
    }

    [Fact]
    public async Task A_new_user_without_what_AWS_asks_for_is_blocked()
    {
        var item = (await _world.PlanAsync(LiveWorld.Stack(LiveWorld.Desired("ana", ("FirstName", "Ana"))))).ShouldHaveSingleItem();
        item.Status.ShouldBe(StackUserStatus.Blocked);
        item.Failure!.ErrorId.ShouldBe("MissingProperty");
    }

    [Fact]
    public async Task A_user_that_cannot_be_read_makes_nobody_missing()
    {
        var unreadable = _world.Add("ana", "team");
        _world.Add("ben", "team");
        _world.Fault = (operation, identifier) => identifier == unreadable ? FakeError() : null;
        var planner = _world.Planner(LiveWorld.Stack(LiveWorld.Whole("ana"), LiveWorld.Whole("ben")), new StackPlanOptions { FindsExtras = true });
        var plan = await planner.PlanAsync(CancellationToken.None).ToListAsync();

        plan.Single(item => item.Username == "ben").Status.ShouldBe(StackUserStatus.InSync);
        plan.Single(item => item.Username == "ana").Failure!.ErrorId.ShouldBe(ErrorIds.IncompleteStack);
        plan.Single(item => item.UserArn == unreadable).IsFault.ShouldBeTrue();
        planner.Uncertain.ShouldBe(2, "the one that cannot be read, and the one that it may be");
    }

    [Fact]
    public async Task A_user_removed_while_the_list_is_read_is_missing()
    {
        _world.Add("ana", "team");
        _world.Fault = (operation, identifier) =>
        {
            _world.Simulator.Remove(identifier ?? "");
            return null;
        };
        (await _world.PlanAsync(LiveWorld.Stack(LiveWorld.Whole("ana")))).ShouldHaveSingleItem().Status.ShouldBe(StackUserStatus.Missing);
        _world.Find("ana").ShouldBeNull();
    }

    [Fact]
    public async Task The_plan_ends_when_it_is_left()
    {
        for (var i = 0; i < 500; i++)
        {
            _world.Add($"user{i}", "team");
        }

        await foreach (var _ in _world.Planner(LiveWorld.Stack(LiveWorld.Whole("x")), new StackPlanOptions { FindsExtras = true, Parallelism = 4 }).PlanAsync(CancellationToken.None))
        {
            break;
        }

        var reads = _world.Calls("GetResource");
        reads.ShouldBeLessThan(200);
        await Task.Delay(50);
        _world.Calls("GetResource").ShouldBe(reads, "no call starts afterwards");
    }

    private static Amazon.Runtime.AmazonServiceException FakeError() => Operations.FakeService.Error("AccessDeniedException");
}
