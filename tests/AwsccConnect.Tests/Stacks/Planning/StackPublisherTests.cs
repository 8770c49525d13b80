using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Stacks.Planning;

namespace AwsccConnect.Tests.Stacks.Planning;

/// <summary>What publishing does, in which order, and what it leaves alone.</summary>
public sealed class StackPublisherTests : IAsyncDisposable
{
    private readonly LiveWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Creates_come_before_updates_and_updates_before_removals()
    {
        _world.Add("old", "team");
        _world.Add("changed");
        List<string> order = new();
        _world.BeforeWrite = operation => order.Add(operation);
        var run = await _world.PublishAsync(LiveWorld.Stack(LiveWorld.Whole("changed", ("FirstName", "Bo")), LiveWorld.Whole("new")));
        order.ShouldBe(["CreateResource", "UpdateResource", "DeleteResource"]);
        run.Of("new").ShouldSatisfyAllConditions(
            result => result.Outcome.ShouldBe(StackOutcome.Created),
            result => result.Status.ShouldBe(StackUserStatus.Missing),
            result => result.UserArn.ShouldBe(_world.Find("new")),
            result => result.Source.ShouldBe("team.csv:new"));
        run.Of("changed").Outcome.ShouldBe(StackOutcome.Updated);
        run.Of("old").Outcome.ShouldBe(StackOutcome.Removed);
        StackOwnership.OwnerOf(_world.State(_world.Find("new")!)).ShouldBe("team");
        StackOwnership.OwnerOf(_world.State(_world.Find("changed")!)).ShouldBeNull();
    }

    [Fact]
    public async Task One_failed_user_stops_nobody_and_no_removal()
    {
        _world.Add("old", "team");
        var bad = _world.Add("bad");
        _world.Fault = (operation, identifier) => operation == "UpdateResource" && identifier == bad ? Operations.FakeService.Error("ValidationException") : null;
        var run = await _world.PublishAsync(LiveWorld.Stack(LiveWorld.Whole("bad", ("FirstName", "Bo")), LiveWorld.Whole("new")));
        run.Of("bad").Outcome.ShouldBe(StackOutcome.Failed);
        run.Of("bad").ErrorId.ShouldNotBeNull();
        run.Of("new").Outcome.ShouldBe(StackOutcome.Created);
        run.Of("old").Outcome.ShouldBe(StackOutcome.Removed);
    }

    [Fact]
    public async Task A_user_that_exists_by_the_time_it_is_created_becomes_an_update()
    {
        for (var i = 0; i < 20; i++)
        {
            _world.Add($"live{i}");
        }

        _world.BeforeWrite = operation =>
        {
            // A request of an earlier run ends between the plan and the create.
            if (operation == "CreateResource" && _world.Find("late") is null)
            {
                _world.Add("late", "team", LiveWorld.FirstName("Old"));
                _world.Add("done", "team", LiveWorld.FirstName("New"));
            }
        };
        var run = await _world.PublishAsync(LiveWorld.Stack(
            LiveWorld.Whole("late", ("FirstName", "New")), LiveWorld.Whole("done", ("FirstName", "New")), LiveWorld.Whole("third")));
        run.Of("late").Outcome.ShouldBe(StackOutcome.Updated);
        run.Of("done").Outcome.ShouldBe(StackOutcome.None);
        run.Of("done").Message!.ShouldContain("earlier request");
        run.Of("third").Outcome.ShouldBe(StackOutcome.Created);
        _world.Simulator.UserCount.ShouldBe(23);
        _world.State(_world.Find("late")!)["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("New");
        _world.Calls("GetResource").ShouldBeLessThanOrEqualTo(20 + 2 + 1 + 1 + 1, "only the new users are read again, one of them before its update, one after its creation; and the instance");
    }

    [Fact]
    public async Task A_user_that_has_gone_over_to_another_stack_is_left_alone()
    {
        var extra = _world.Add("extra", "team");
        var updated = _world.Add("updated", "team");
        var both = new[] { extra, updated };
        var changed = false;
        _world.Fault = (operation, identifier) =>
        {
            // The first read is the plan's, the second that before the write.
            if (operation == "GetResource" && _world.Calls("GetResource") > 2 && !changed)
            {
                changed = true;
                foreach (var arn in both)
                {
                    _world.Edit(arn, "\"team\"", "\"another\"");
                }
            }

            return null;
        };
        var run = await _world.PublishAsync(LiveWorld.Stack(LiveWorld.Whole("updated", ("FirstName", "Bo"))));
        run.Of("updated").ErrorId.ShouldBe(ErrorIds.OwnedByOtherStack);
        run.Of("extra").Outcome.ShouldBe(StackOutcome.Skipped);
        run.Of("extra").Message!.ShouldContain("another");
        _world.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task A_user_that_is_gone_before_its_removal_is_no_failure()
    {
        var extra = _world.Add("extra", "team");
        var reads = 0;
        _world.Fault = (operation, identifier) =>
        {
            if (identifier == extra && ++reads == 2)
            {
                _world.Simulator.Remove(extra);
            }

            return null;
        };
        var run = await _world.PublishAsync(LiveWorld.Stack(LiveWorld.Whole("new")));
        run.Of("extra").Outcome.ShouldBe(StackOutcome.None);
        run.Of("extra").ErrorId.ShouldBeNull();
    }

    [Fact]
    public async Task If_unchanged_refuses_what_somebody_else_has_changed_since_the_plan()
    {
        var arn = _world.Add("ana", "team", new JsonObject { ["IdentityInfo"] = new JsonObject { ["FirstName"] = "Old", ["LastName"] = "Li" } });
        _world.Add("new-first");
        var reads = 0;
        _world.Fault = (operation, identifier) =>
        {
            if (identifier == arn && ++reads == 2)
            {
                _world.Edit(arn, "Old", "Theirs");
            }

            return null;
        };
        var stack = LiveWorld.Stack(LiveWorld.Whole("ana", ("FirstName", "New"), ("LastName", "Li")));
        var run = await _world.PublishAsync(stack, new StackPlanOptions { IfUnchanged = true });
        run.Of("ana").ErrorId.ShouldBe(ErrorIds.ConcurrentChange);
        _world.State(arn)["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Theirs");
        (await _world.PublishAsync(stack)).Of("ana").Outcome.ShouldBe(StackOutcome.Updated);
    }

    [Fact]
    public async Task A_rehearsal_tells_every_step_in_order_and_writes_nothing()
    {
        _world.Add("old", "team");
        _world.Add("changed", null, LiveWorld.FirstName("Ana"));
        var run = await _world.PublishAsync(
            LiveWorld.Stack(LiveWorld.Whole("second"), LiveWorld.Whole("changed", ("FirstName", "Bo")), LiveWorld.Whole("first")),
            new StackPlanOptions { FindsExtras = true, KeepsOperations = true },
            isWhatIf: true);
        run.Steps.Select(step => $"{step.Item.Status} {step.Item.Username}").ShouldBe(["Missing second", "Missing first", "Different changed", "Extra old"]);
        run.Steps[2].Operations.ShouldBe(["replace /IdentityInfo/FirstName: 'Ana' -> 'Bo'"]);
        _world.Writes.ShouldBe(0);
        _world.Calls("GetResource").ShouldBe(2 + 1, "the users and the instance");
    }

    [Fact]
    public async Task Too_many_removals_mean_none_while_the_rest_goes_on()
    {
        for (var i = 0; i < 8; i++)
        {
            _world.Add($"old{i}", "team");
        }

        var stack = LiveWorld.Stack(LiveWorld.Whole("new"));
        var run = await _world.PublishAsync(stack);
        run.Of("new").Outcome.ShouldBe(StackOutcome.Created);
        run.Refusals.ShouldHaveSingleItem().ShouldBeOfType<ConnectOperationException>().ErrorId.ShouldBe(ErrorIds.TooManyRemovals);
        run.Results.Count(result => result is { Outcome: StackOutcome.Skipped, ErrorId: ErrorIds.TooManyRemovals }).ShouldBe(8);
        _world.Calls("DeleteResource").ShouldBe(0);
        (await _world.PublishAsync(stack, maximumRemovals: 8)).Refusals.ShouldBeEmpty();
        _world.Simulator.UserCount.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_removed_where_something_could_not_be_read()
    {
        var extra = _world.Add("extra", "team");
        var unreadable = _world.Add("x", "team");
        _world.Fault = (_, identifier) => identifier == unreadable ? Operations.FakeService.Error("AccessDeniedException") : null;
        var run = await _world.PublishAsync(LiveWorld.Stack(LiveWorld.Whole("new")));
        run.Refusals.ShouldHaveSingleItem().ShouldBeOfType<ConnectOperationException>().ErrorId.ShouldBe(ErrorIds.IncompleteStack);
        run.Of("new").ErrorId.ShouldBe(ErrorIds.IncompleteStack, "it may be the user that could not be read");
        _world.Find("extra").ShouldBe(extra);
        _world.Writes.ShouldBe(0);
    }
}
