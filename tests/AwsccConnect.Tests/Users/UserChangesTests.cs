using AwsccConnect.Core.Users;
using FsCheck.Xunit;

namespace AwsccConnect.Tests.Users;

public class UserChangesTests
{
    private static readonly UserProperty Tags = UserSchema.Get("Tags");
    private static readonly UserProperty Channels = UserSchema.Get("AutoAcceptConfigs");

    [Fact]
    public void An_object_asks_for_its_leaves_only()
    {
        UserChanges changes = new();
        changes.Set(UserSchema.Get("PhoneConfig"), JsonNode.Parse("""{"AutoAccept":true,"PhoneType":null,"New":1}"""));

        changes.Touched.Select(property => property.Pointer).ShouldBe(["/PhoneConfig/AutoAccept", "/PhoneConfig/PhoneType", "/PhoneConfig/New"]);
        Apply(changes, """{"PhoneConfig":{"PhoneType":"SOFT_PHONE","DeskPhoneNumber":"1"}}""").ShouldBe("""{"PhoneConfig":{"DeskPhoneNumber":"1","AutoAccept":true,"New":1}}""");
    }

    [Fact]
    public void Clearing_an_object_clears_every_leaf_of_it()
    {
        UserChanges changes = new();
        changes.Set(UserSchema.Get("PhoneConfig"), null);

        Apply(changes, """{"PhoneConfig":{"PhoneType":"SOFT_PHONE"},"A":1}""").ShouldBe("""{"A":1}""");
        changes.TryGet("/PhoneConfig/AutoAccept").ShouldBeTrue();
    }

    [Fact]
    public void Elements_are_added_replaced_and_removed_by_key()
    {
        UserChanges changes = new();
        changes.Upsert(Tags, [Json("""{"Key":"a","Value":"2"}"""), Json("""{"Key":"c","Value":"3"}""")]);
        changes.Remove(Tags, ["b", "none"]);

        Apply(changes, """{"Tags":[{"Key":"a","Value":"1"},{"Key":"b","Value":"1"},{"Key":"d","Value":"4"}]}""")
            .ShouldBe("""{"Tags":[{"Key":"a","Value":"2"},{"Key":"d","Value":"4"},{"Key":"c","Value":"3"}]}""");
        Apply(changes, "{}").ShouldBe("""{"Tags":[{"Key":"a","Value":"2"},{"Key":"c","Value":"3"}]}""");
    }

    [Fact]
    public void Channels_are_merged()
    {
        UserChanges changes = new();
        changes.Upsert(Channels, [Json("""{"Channel":"VOICE","AutoAccept":false}"""), Json("""{"Channel":"CHAT","AutoAccept":true}""")]);

        Apply(changes, """{"AutoAcceptConfigs":[{"Channel":"VOICE","AutoAccept":true,"AgentFirstCallbackAutoAccept":true}]}""")
            .ShouldBe("""{"AutoAcceptConfigs":[{"Channel":"VOICE","AutoAccept":false,"AgentFirstCallbackAutoAccept":true},{"Channel":"CHAT","AutoAccept":true}]}""");
    }

    [Fact]
    public void Proficiencies_and_arns_are_removed_by_key()
    {
        UserChanges changes = new();
        changes.Remove(UserSchema.Get("UserProficiencies"), ["Language/English"]);
        changes.Remove(UserSchema.Get("SecurityProfileArns"), ["arn:x"]);

        Apply(changes, """{"UserProficiencies":[{"AttributeName":"Language","AttributeValue":"English","Level":1}],"SecurityProfileArns":["arn:x","y"]}""")
            .ShouldBe("""{"SecurityProfileArns":["y"]}""");
        Should.Throw<UserValueException>(() => changes.Remove(UserSchema.Get("UserProficiencies"), ["English"]));
    }

    [Property(Arbitrary = [typeof(UserGenerators)], MaxTest = 200)]
    public void The_winning_changes_come_last(JsonObject live, JsonObject before, JsonObject after, JsonObject later, JsonObject last)
    {
        (var first, var second) = (UserEdits.Between(before, after), UserEdits.Between(later, last));
        var text = live.ToJsonString();

        var both = first.Overlay(second);

        UserStateComparer.AreEqual(both.ApplyTo(live), second.ApplyTo(first.ApplyTo(live))).ShouldBeTrue();
        live.ToJsonString().ShouldBe(text);
    }

    [Fact]
    public void What_was_requested_can_be_looked_up()
    {
        UserChanges changes = new();
        changes.IsEmpty.ShouldBeTrue();
        changes.Set(UserSchema.Get("FirstName"), "Ana");
        changes.SetPointer("/New", null);

        changes.IsEmpty.ShouldBeFalse();
        changes.TryGet("/IdentityInfo/FirstName", out var name).ShouldBeTrue();
        name!.ToString().ShouldBe("Ana");
        changes.TryGet("/New", out var nothing).ShouldBeTrue();
        nothing.ShouldBeNull();
        changes.TryGet("/IdentityInfo/LastName").ShouldBeFalse();
        changes.ToModel().ToJsonString().ShouldBe("""{"IdentityInfo":{"FirstName":"Ana"}}""");
    }

    private static string Apply(UserChanges changes, string live) => changes.ApplyTo(Json(live).AsObject()).ToJsonString();

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
