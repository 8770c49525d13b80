using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;
using AwsccConnect.Tests.Users;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.AspNetCore.JsonPatch.SystemTextJson;

namespace AwsccConnect.Tests.Patching;

[Properties(Arbitrary = [typeof(UserGenerators)], MaxTest = 300)]
public class UserPatchPropertyTests
{
    [Property(MaxTest = 500)]
    public void Applying_the_patch_gives_the_desired_state(JsonObject live, JsonObject desired)
    {
        var before = live.ToJsonString();

        var patch = UserPatch.Create(live, desired);

        UserStateComparer.AreEqual(patch.Apply(live), desired).ShouldBeTrue(patch.ToJson());
        live.ToJsonString().ShouldBe(before);
    }

    [Property]
    public void An_independent_implementation_of_RFC_6902_agrees(JsonObject live, JsonObject desired)
    {
        var patch = UserPatch.Create(live, desired);
        var other = (JsonObject)live.DeepClone();

        JsonSerializer.Deserialize<JsonPatchDocument>(UserPatch.WithTests(patch, live).ToJson())!.ApplyTo(other);

        JsonNode.DeepEquals(other, patch.Apply(live)).ShouldBeTrue($"{patch.ToJson()}\n{live.ToJsonString()}\n{other.ToJsonString()}");
        UserStateComparer.AreEqual(other, desired).ShouldBeTrue();
    }

    [Property]
    public Property Equal_states_give_an_empty_patch(JsonObject live) =>
        Prop.ForAll(UserGenerators.Shuffled(live).ToArbitrary(), shuffled => UserPatch.Create(live, shuffled).ShouldBeEmpty());

    [Property]
    public void No_operation_can_be_left_out(JsonObject live, JsonObject desired)
    {
        var patch = UserPatch.Create(live, desired);

        for (var i = 0; i < patch.Count; i++)
        {
            var index = i;
            PatchDocument shorter = new(patch.Where((_, at) => at != index));
            UserStateComparer.AreEqual(shorter.Apply(live), desired).ShouldBeFalse(patch.ToJson());
        }
    }

    [Property]
    public void What_was_not_requested_is_never_mentioned(JsonObject live, JsonObject source, JsonObject asked)
    {
        UserChanges changes = new();
        foreach (var property in UserSchema.Leaves.Where(property => property.IsUpdatable && JsonPointer.Get(asked, property.Pointer) is not null))
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

    [Property]
    public void Tests_pass_on_the_state_they_were_made_from_and_fail_when_a_touched_value_changes(JsonObject live, JsonObject desired)
    {
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
    public void A_document_survives_its_text(JsonObject live, JsonObject desired)
    {
        var patch = UserPatch.Create(live, desired);

        PatchDocument.Parse(patch.ToJson()).ToJson().ShouldBe(patch.ToJson());
    }
}
