using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Tests.Idempotency;

/// <summary>The same wish is the same text, whatever order a hashtable or a file had.</summary>
public sealed class StableOrderTests
{
    private const string One = """{"Username":"jane","Tags":[{"Key":"a","Value":"1"},{"Value":"2","Key":"b"}],"IdentityInfo":{"FirstName":"J","LastName":"L"},"SecurityProfileArns":["x","y"]}""";
    private const string Other = """{"SecurityProfileArns":["y","x"],"IdentityInfo":{"LastName":"L","FirstName":"J"},"Tags":[{"Key":"b","Value":"2"},{"Key":"a","Value":"1"}],"Username":"jane"}""";

    [Fact]
    public void Models_that_mean_the_same_are_the_same_text() =>
        StableOrder.Of(Parse(One)).ToJsonString().ShouldBe(StableOrder.Of(Parse(Other)).ToJsonString());

    [Fact]
    public void The_meaning_stays()
    {
        StableOrder.Of(Parse(One)).Count.ShouldBe(4);
        UserStateComparer.AreEqual(StableOrder.Of(Parse(One)), Parse(One)).ShouldBeTrue();
    }

    [Fact]
    public void Changes_that_mean_the_same_are_the_same_text()
    {
        ChangesOf(Parse(One)).ToStableText().ShouldBe(ChangesOf(Parse(Other)).ToStableText());
        ChangesOf(Parse(One)).ToStableText().ShouldNotBe(ChangesOf(Parse(One.Replace("\"J\"", "\"K\"", StringComparison.Ordinal))).ToStableText());
    }

    [Fact]
    public void Adding_and_removing_are_not_setting()
    {
        var tags = UserSchema.Get("Tags");
        UserChanges set = new();
        set.Set(tags, new JsonArray(new JsonObject { ["Key"] = "a", ["Value"] = "1" }));
        UserChanges add = new();
        add.Upsert(tags, [new JsonObject { ["Key"] = "a", ["Value"] = "1" }]);
        UserChanges remove = new();
        remove.Remove(tags, ["a"]);
        UserChanges clear = new();
        clear.Set(tags, null);
        new[] { set, add, remove, clear, new UserChanges() }.Select(changes => changes.ToStableText()).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void Patches_that_mean_the_same_are_the_same_text()
    {
        var live = Parse("""{"Username":"jane","IdentityInfo":{"FirstName":"A"}}""");
        var one = StableOrder.Of(UserPatch.Create(live, ChangesOf(Parse(One)).ApplyTo(live))).ToJson();
        StableOrder.Of(UserPatch.Create(live, ChangesOf(Parse(Other)).ApplyTo(live))).ToJson().ShouldBe(one);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private static UserChanges ChangesOf(JsonObject model)
    {
        UserChanges changes = new();
        foreach ((var name, var value) in model)
        {
            changes.SetPointer("/" + name, value);
        }

        return changes;
    }
}
