using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;
using FsCheck.Xunit;

namespace AwsccConnect.Tests.Changes;

public class UndoSequenceTests
{
    [Property(MaxTest = 25)]
    public async Task Any_sequence_of_commands_killed_or_not_is_taken_back_but_for_what_others_have_changed(int seed)
    {
        using UndoWorld world = new(seed);
        var expected = world.Users();
        string[] known = [.. expected.Keys];
        HashSet<string> edited = [];
        for (var i = 0; i < 4; i++)
        {
            await world.ChangeAsync(isKilled: world.Coin());
            if (world.Coin() && world.EditAsOther(expected) is { } name)
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

    [Theory]
    [InlineData(48)]
    [InlineData(221)]
    public Task A_user_that_was_created_again_stands_for_those_of_its_own_history(int seed) =>
        Any_sequence_of_commands_killed_or_not_is_taken_back_but_for_what_others_have_changed(seed);

    private static void Compare(Dictionary<string, JsonObject> actual, Dictionary<string, JsonObject> expected, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            JsonObject[] models = [UserModels.ForCreate(actual[name]), UserModels.ForCreate(expected[name])];
            UserStateComparer.AreEqual(models[0], models[1]).ShouldBeTrue($"{name}\n{models[0].ToJsonString()}\n{models[1].ToJsonString()}");
        }
    }
}
