using System.Text.Json;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;
using AwsccConnect.Tests.Users;
using FsCheck.Xunit;
using Microsoft.AspNetCore.JsonPatch.SystemTextJson;

namespace AwsccConnect.Tests.Patching;

public class UserPatchPropertyTests
{
    [Property(MaxTest = 500)]
    public void Applying_the_patch_gives_the_wanted_state(int seed)
    {
        RandomStates random = new(seed);
        (var live, var desired) = (random.Next(), random.Next());
        var before = live.ToJsonString();

        var patch = UserPatch.Create(live, desired);

        UserStateComparer.AreEqual(patch.Apply(live), desired).ShouldBeTrue(patch.ToJson());
        live.ToJsonString().ShouldBe(before);
    }

    [Property(MaxTest = 300)]
    public void An_independent_implementation_of_RFC_6902_agrees(int seed)
    {
        RandomStates random = new(seed);
        (var live, var desired) = (random.Next(), random.Next());
        var patch = UserPatch.Create(live, desired);
        var other = (JsonObject)live.DeepClone();

        JsonSerializer.Deserialize<JsonPatchDocument>(UserPatch.WithTests(patch, live).ToJson())!.ApplyTo(other);

        JsonNode.DeepEquals(other, patch.Apply(live)).ShouldBeTrue($"{patch.ToJson()}\n{live.ToJsonString()}\n{other.ToJsonString()}");
        UserStateComparer.AreEqual(other, desired).ShouldBeTrue();
    }

    [Property(MaxTest = 300)]
    public void Equal_states_give_an_empty_patch(int seed)
    {
        RandomStates random = new(seed);
        var live = random.Next();

        UserPatch.Create(live, random.Shuffled(live)).ShouldBeEmpty();
    }

    [Property(MaxTest = 300)]
    public void No_operation_can_be_left_out(int seed)
    {
        RandomStates random = new(seed);
        (var live, var desired) = (random.Next(), random.Next());
        var patch = UserPatch.Create(live, desired);

        for (var i = 0; i < patch.Count; i++)
        {
            var index = i;
            PatchDocument shorter = new(patch.Where((_, at) => at != index));
            UserStateComparer.AreEqual(shorter.Apply(live), desired).ShouldBeFalse(patch.ToJson());
        }
    }

    [Property(MaxTest = 300)]
    public void What_was_not_asked_about_is_never_mentioned(int seed)
    {
        RandomStates random = new(seed);
        var live = random.Next();
        var source = random.Next();
        UserChanges changes = new();
        foreach (var property in UserSchema.Leaves.Where(property => property.IsUpdatable && random.Coin()))
        {
            changes.Set(property, JsonPointer.Get(source, property.Pointer));
        }

        var patch = UserPatch.Create(live, changes.ApplyTo(live));

        foreach (var operation in patch)
        {
            changes.Touched.ShouldContain(
                property => property.Pointer == operation.Path || (operation.Op == "add" && property.Pointer.StartsWith(operation.Path + "/", StringComparison.Ordinal)),
                patch.ToJson());
        }

        patch.Where(operation => operation.Value is JsonObject && operation.Op == "add" && operation.Path.Count(c => c == '/') == 1)
            .SelectMany(operation => operation.Value!.AsObject().Select(member => $"{operation.Path}/{member.Key}"))
            .ShouldAllBe(pointer => changes.TryGet(pointer));
    }

    [Property(MaxTest = 300)]
    public void Tests_pass_on_the_state_they_were_made_from_and_fail_when_a_touched_value_changes(int seed)
    {
        RandomStates random = new(seed);
        (var live, var desired) = (random.Next(), random.Next());
        var patch = UserPatch.Create(live, desired);
        var guarded = UserPatch.WithTests(patch, live);

        UserStateComparer.AreEqual(guarded.Apply(live), desired).ShouldBeTrue();
        foreach (var test in guarded.Where(operation => operation.Op == "test"))
        {
            var changed = new PatchDocument([new PatchOperation("replace", test.Path, "somebody else's")]).Apply(live);
            Should.Throw<ConnectOperationException>(() => guarded.Apply(changed)).ErrorId.ShouldBe("ConcurrentChange");
        }
    }

    [Property(MaxTest = 200)]
    public void A_document_survives_its_text(int seed)
    {
        RandomStates random = new(seed);
        var patch = UserPatch.Create(random.Next(), random.Next());

        PatchDocument.Parse(patch.ToJson()).ToJson().ShouldBe(patch.ToJson());
    }
}
