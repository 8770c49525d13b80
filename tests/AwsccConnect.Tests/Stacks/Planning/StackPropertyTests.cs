using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Stacks.Planning;
using AwsccConnect.Core.Users;
using FsCheck.Xunit;

namespace AwsccConnect.Tests.Stacks.Planning;

/// <summary>What holds for any stack and any live users.</summary>
public class StackPropertyTests
{
    [Property(Arbitrary = [typeof(StackCase)], MaxTest = 100)]
    public async Task After_publishing_all_is_in_sync_and_a_second_run_writes_nothing(StackCase random)
    {
        await using LiveWorld world = new();
        var before = random.Live.Select(user => world.Add(user.Name, user.Owner, (JsonObject)user.Model.DeepClone())).ToDictionary(arn => arn, world.State);
        var stack = random.StackIn(world);
        StackPlanOptions options = new() { FindsExtras = true, Adopts = random.Adopts, IfUnchanged = random.IfUnchanged };

        var plan = await world.PlanAsync(stack, options);
        world.Writes.ShouldBe(0);
        var run = await world.PublishAsync(stack, options, maximumRemovals: 100);

        var writes = plan.Count(item => item.Status is StackUserStatus.Missing or StackUserStatus.Different or StackUserStatus.Extra);
        run.Results.Where(result => result.Outcome == StackOutcome.Failed).Select(result => result.Message).ShouldBeEmpty();
        world.Writes.ShouldBe(stack.Users.Count == 0 ? 0 : writes);
        CheckDesired(world, stack, options, before);
        CheckOthers(world, stack, before);

        world.ClearCalls();
        (await world.PublishAsync(stack, options, maximumRemovals: 100)).Results.ShouldAllBe(
            result => result.Outcome == StackOutcome.None || result.Status == StackUserStatus.Blocked || stack.Users.Count == 0);
        world.Writes.ShouldBe(0);
        (await world.PlanAsync(stack)).ShouldAllBe(
            item => item.Status == StackUserStatus.InSync || item.Failure!.ErrorId == ErrorIds.OwnedByOtherStack || stack.Users.Count == 0);
    }

    private static void CheckDesired(LiveWorld world, StackDefinition stack, StackPlanOptions options, Dictionary<string, JsonObject> before)
    {
        foreach (var user in stack.Users)
        {
            var arn = (user.Row.Identifier ?? world.Find(user.Row.Username!)).ShouldNotBeNull();
            var now = world.State(arn);
            var old = before.GetValueOrDefault(arn);
            var owner = old is null ? stack.Owner : StackOwnership.OwnerOf(old);
            if (owner == "other" && !options.Adopts)
            {
                JsonNode.DeepEquals(now, old).ShouldBeTrue("another stack's user is left alone");
                continue;
            }

            StackOwnership.OwnerOf(now).ShouldBe(options.Adopts ? stack.Owner : owner);
            foreach (var property in UserSchema.Leaves.Where(property => property.Name != "Tags" && property.Name is not ("Username" or "UserArn" or "InstanceArn")))
            {
                // As desired where it is defined, and unchanged where not.
                var live = Core.Patching.JsonPointer.Get(now, property.Pointer);
                var desired = user.Row.Changes.TryGet(property.Pointer, out var value) ? value : old is null ? null : Core.Patching.JsonPointer.Get(old, property.Pointer);
                UserStateComparer.AreEqual(property, live, desired).ShouldBeTrue($"{property.Name}: {live} is not {desired}");
            }

            Reserved(now).ShouldBe(Reserved(old), "AWS's own tags stay as they are");
        }
    }

    private static void CheckOthers(LiveWorld world, StackDefinition stack, Dictionary<string, JsonObject> before)
    {
        var names = stack.Users.Select(user => user.Row.Username ?? before[user.Row.Identifier!]["Username"]!.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach ((var arn, var old) in before.Where(user => !names.Contains(user.Value["Username"]!.ToString())))
        {
            if (StackOwnership.OwnerOf(old) == stack.Owner && stack.Users.Count > 0)
            {
                world.Find($"{old["Username"]}").ShouldBeNull("a user of the stack that is not in the file is removed");
            }
            else
            {
                JsonNode.DeepEquals(world.State(arn), old).ShouldBeTrue("nobody else's user is touched");
            }
        }
    }

    private static string[] Reserved(JsonObject? state) =>
        [.. (state?["Tags"] as JsonArray ?? []).Select(tag => $"{tag!["Key"]}={tag["Value"]}").Where(tag => tag.StartsWith("aws:", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
