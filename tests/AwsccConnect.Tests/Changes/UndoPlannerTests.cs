using AwsccConnect.Core.Changes;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;
using AwsccConnect.Tests.Users;
using FsCheck.Xunit;

namespace AwsccConnect.Tests.Changes;

[Properties(Arbitrary = [typeof(UserGenerators)], MaxTest = 300)]
public class UndoPlannerTests
{
    private const string Others = "somebody else's";

    [Property]
    public void Any_sequence_of_changes_is_taken_back(JsonObject?[] states)
    {
        var records = Records(states);

        var plan = UndoPlanner.Plan(UndoOf(records), states[^1]);

        plan.Conflicts.ShouldBeEmpty();
        ShouldBe(plan.Desired, states[0]);
        if (plan.Operation == "UPDATE")
        {
            var changes = UserEdits.Between(plan.Live, plan.Desired!);
            UserStateComparer.AreEqual(changes.ApplyTo(plan.Live!), plan.Desired!).ShouldBeTrue("what is sent leads there too");
        }
    }

    [Property]
    public void An_undo_is_taken_back_as_any_change(JsonObject?[] states)
    {
        var records = Records(states);
        var plan = UndoPlanner.Plan(UndoOf(records), states[^1]);
        if (plan.Operation is null)
        {
            return;
        }

        var undo = Record(plan.Live, plan.Desired, records.Count) with { UndoOf = plan.UndoOf, UndoParts = plan.UndoParts };
        records.Add(undo);
        ChangeHistory.Select(records, _ => true).SelectMany(user => user.Records.Select(record => record.Id))
            .ShouldBeSubsetOf(records.Select(record => record.Id).Except(plan.UndoOf).Except([undo.Id]), "a second time there is nothing to do");
        var selected = ChangeHistory.Select(records, record => record == undo).ShouldHaveSingleItem();
        if (plan.Desired is { } desired)
        {
            desired["UserArn"] = undo.UserArn;
        }

        var redo = UndoPlanner.Plan(selected, plan.Desired);
        redo.Conflicts.ShouldBeEmpty();
        ShouldBe(redo.Desired, states[^1]);
        records.Add(Record(redo.Live, redo.Desired, records.Count) with { UndoOf = redo.UndoOf, UndoParts = redo.UndoParts });
        UndoneParts undone = new(records);
        records.Where(undone.IsUndone).ShouldBe([undo]);
    }

    [Property]
    public void What_others_have_changed_since_stays_and_is_named(JsonObject before, JsonObject after)
    {
        Array.ForEach([before, after], state => (state["IdentityInfo"] as JsonObject)?.Remove("SecondaryEmail"));
        List<ChangeRecord> records = [Record(before, after, 0)];

        var plan = UndoPlanner.Plan(UndoOf(records), Edited(after));

        ShouldBe(plan.Desired, Edited(before));
        string?[] team = [.. new[] { before, after }.Select(state => (state["Tags"] as JsonArray ?? []).FirstOrDefault(tag => tag!["Key"]!.ToString() == "Team")?["Value"]?.ToString())];
        string[] expected =
        [
            .. UserStateComparer.AreEqual("/IdentityInfo/FirstName", JsonPointer.Get(before, "/IdentityInfo/FirstName"), JsonPointer.Get(after, "/IdentityInfo/FirstName")) ? [] : new[] { "IdentityInfo.FirstName " },
            .. team[0] == team[1] ? [] : new[] { "Tags (Team) " },
        ];
        plan.Conflicts.Count.ShouldBe(expected.Length);
        expected.ShouldAllBe(name => plan.Conflicts.Any(conflict => conflict.StartsWith(name, StringComparison.Ordinal)));

        records.Add(Record(plan.Live, plan.Desired, 1) with { UndoOf = plan.UndoOf, UndoParts = plan.UndoParts });
        UndoneParts undone = new(records);
        records[0].Changes.Where(change => !undone.IsUndone(records[0], change)).Select(change => $"{change.Path}".Split('/')[^1]).Order()
            .ShouldBe(expected.Select(name => name.Split('.', ' ') is ["Tags", ..] ? "Tags" : "FirstName").Order());
        if (expected.Length > 0)
        {
            // A second undo tries that alone; what the first one has undone is somebody else's where it has the undone value again.
            var again = UndoPlanner.Plan(UndoOf(records), Edited(after));
            again.Conflicts.ShouldBe(plan.Conflicts);
            (again.Operation, again.UndoParts.Count).ShouldBe((null, 0));
            ShouldBe(UndoPlanner.Plan(UndoOf(records), Restored(plan.Desired!, after)).Desired, Restored(plan.Desired!, before));
        }
    }

    [Fact]
    public void A_created_user_that_somebody_has_changed_stays()
    {
        var created = UserGenerators.State.Sample(1, 1)[0];
        (created["IdentityInfo"] as JsonObject)?.Remove("SecondaryEmail");
        var record = Record(null, created, 0);
        UndoPlanner.Plan(UndoOf([record]), created).Operation.ShouldBe("DELETE");
        var plan = UndoPlanner.Plan(UndoOf([record]), Edited(created));
        plan.Operation.ShouldBeNull();
        plan.Conflicts.ShouldHaveSingleItem().ShouldContain("/IdentityInfo/SecondaryEmail");
    }

    [Theory]
    [InlineData(ChangeOutcome.Started)]
    [InlineData(ChangeOutcome.Unknown)]
    [InlineData(ChangeOutcome.Failed)]
    public void A_change_that_may_not_have_been_made_is_taken_back_only_where_it_was(object outcome)
    {
        (var before, var after) = (UserGenerators.State.Sample(2, 1)[0], UserGenerators.State.Sample(3, 1)[0]);
        var update = Record(before, after, 0) with { Outcome = (ChangeOutcome)outcome };
        ShouldBe(UndoPlanner.Plan(UndoOf([update]), after).Desired, before);
        var untouched = UndoPlanner.Plan(UndoOf([update]), before);
        (untouched.Operation, untouched.Conflicts.Count).ShouldBe((null, 0));

        var create = Record(null, after, 0) with { Outcome = (ChangeOutcome)outcome, UserArn = null };
        UndoPlanner.Plan(UndoOf([create]), after).Operation.ShouldBeNull("nothing says that it made this user");
    }

    [Theory]
    [InlineData(1, "UPDATE")]
    [InlineData(9, null)]
    public void A_user_that_was_created_again_stands_for_those_of_its_own_history(int agent, string? operation)
    {
        (var before, var after) = (UserGenerators.State.Sample(2, 1)[0], UserGenerators.State.Sample(3, 1)[0]);
        ChangeRecord[] records =
        [
            Record(before, after, 0) with { UserArn = $"{UserGenerators.Instance}/agent/{agent}" },
            Record(after, null, 1),
            Record(null, after, 2) with { UserArn = $"{UserGenerators.Instance}/agent/3", UndoOf = ["1"] },
        ];
        var live = UserGenerators.Named((JsonObject)after.DeepClone(), UserGenerators.Instance, "ana", $"{UserGenerators.Instance}/agent/3");

        var plan = UndoPlanner.Plan(ChangeHistory.Select(records, record => record.Id == "0").ShouldHaveSingleItem(), live);

        (plan.Operation, plan.Conflicts.Count).ShouldBe((operation, operation is null ? 1 : 0));
        ShouldBe(plan.Desired, operation is null ? after : before);
    }

    private static List<ChangeRecord> Records(JsonObject?[] states) =>
        [.. states.Zip(states.Skip(1)).Where(step => step.First is not null || step.Second is not null).Select((step, number) => Record(step.First, step.Second, number))];

    private static ChangeRecord Record(JsonObject? before, JsonObject? after, int number) => new()
    {
        Id = $"{number}",
        Time = DateTimeOffset.UnixEpoch.AddSeconds(number),
        Operation = before is null ? "CREATE" : after is null ? "DELETE" : "UPDATE",
        Outcome = ChangeOutcome.Done,
        InstanceArn = UserGenerators.Instance,
        UserArn = $"{UserGenerators.Instance}/agent/1",
        Username = "ana",
        Changes = PropertyChange.Between(before ?? [], after ?? []),
    };

    private static UserUndo UndoOf(IReadOnlyList<ChangeRecord> records) => ChangeHistory.Select(records, _ => true).ShouldHaveSingleItem();

    /// <summary>The state after somebody else has given new values to two properties and an element, and has added one of each.</summary>
    private static JsonObject Edited(JsonObject state)
    {
        UserChanges changes = new();
        changes.SetPointer("/IdentityInfo/FirstName", Others);
        changes.SetPointer("/IdentityInfo/SecondaryEmail", Others);
        changes.Upsert(UserSchema.Get("Tags"), new[] { "Team", "Other" }.Select(key => new JsonObject { ["Key"] = key, ["Value"] = Others }));
        return changes.ApplyTo(state);
    }

    /// <summary>A state whose values that are somebody else's are those of another one.</summary>
    private static JsonObject Restored(JsonObject state, JsonObject from)
    {
        UserChanges changes = new();
        changes.SetPointer("/IdentityInfo/FirstName", JsonPointer.Get(from, "/IdentityInfo/FirstName")?.DeepClone());
        changes.Remove(UserSchema.Get("Tags"), ["Team"]);
        changes.Upsert(UserSchema.Get("Tags"), (from["Tags"] as JsonArray ?? []).Where(tag => tag!["Key"]!.ToString() == "Team").Select(tag => tag!.DeepClone()));
        return changes.ApplyTo(state);
    }

    private static void ShouldBe(JsonObject? actual, JsonObject? expected)
    {
        (actual is null).ShouldBe(expected is null);
        if (actual is not null)
        {
            JsonObject[] models = [(JsonObject)actual.DeepClone(), (JsonObject)expected!.DeepClone()];
            Array.ForEach(models, model => model.Remove("UserArn"));
            UserStateComparer.AreEqual(models[0], models[1]).ShouldBeTrue($"{models[0].ToJsonString()}\n{models[1].ToJsonString()}");
        }
    }
}
