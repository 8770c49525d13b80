using AwsccConnect.Core.Users;
using FsCheck.Xunit;

namespace AwsccConnect.Tests.Changes;

public class UndoSequenceTests
{
    [Property(Arbitrary = [typeof(UndoCase)], MaxTest = 25)]
    public async Task Any_sequence_of_commands_killed_or_not_is_taken_back_but_for_what_others_have_changed(UndoCase random)
    {
        await using UndoWorld world = new(random);
        var expected = world.Users();
        string[] known = [.. expected.Keys];
        HashSet<string> edited = [];
        foreach (var command in random.Commands)
        {
            await world.ChangeAsync(command);
            if (command.Edited is { } name && world.EditAsOther(name, expected))
            {
                edited.Add(name);
            }
        }

        var changed = world.Users();
        var left = await world.UndoAsync();

        left.ShouldBeSubsetOf(edited);
        var now = world.Users();
        Compare(now, expected, known.Except(left));
        now.Keys.Except(known).ShouldBeSubsetOf(left, "users that were created are gone, unless somebody has changed them");

        (await world.UndoAsync()).ShouldBe(left, ignoreOrder: true, "what was left is tried again");
        Compare(world.Users(), now, now.Keys);
        if (left.Count == 0)
        {
            // The undo is taken back: what it had undone is there again.
            (await world.UndoAsync(record => record.Command == "Undo-ConnectUserChange")).ShouldBeEmpty();
            Compare(world.Users(), changed, changed.Keys);
            world.Users().Count.ShouldBe(changed.Count);
        }
    }

    private static void Compare(Dictionary<string, JsonObject> actual, Dictionary<string, JsonObject> expected, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            JsonObject[] models = [UserModels.ForCreate(actual[name]), UserModels.ForCreate(expected[name])];
            UserStateComparer.AreEqual(models[0], models[1]).ShouldBeTrue($"{name}\n{models[0].ToJsonString()}\n{models[1].ToJsonString()}");
        }
    }
}
