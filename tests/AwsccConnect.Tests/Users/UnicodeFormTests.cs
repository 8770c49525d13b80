using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Tests.Users;

public sealed class UnicodeFormTests
{
    private const string Composed = "Zo\u00eb M\u00fcller";

    private static readonly string Decomposed = Composed.Normalize(NormalizationForm.FormD);

    [Fact]
    public void A_difference_in_form_only_is_no_change()
    {
        var live = State(Decomposed);
        UserChanges changes = new();
        changes.SetPointer("/IdentityInfo/FirstName", Composed);
        changes.Set(UserSchema.Get("Tags"), new JsonArray(new JsonObject { ["Key"] = "Team", ["Value"] = Composed }));
        UserPatch.Create(live, changes.ApplyTo(live)).IsEmpty.ShouldBeTrue();
        UserStateComparer.AreEqual(live, State(Composed)).ShouldBeTrue();
    }

    [Fact]
    public void New_values_are_composed()
    {
        UserChanges changes = new();
        changes.SetPointer("/IdentityInfo/FirstName", Decomposed);
        changes.Upsert(UserSchema.Get("Tags"), [new JsonObject { ["Key"] = "Team", ["Value"] = Decomposed }]);
        var model = changes.ToModel();
        model["IdentityInfo"]!["FirstName"]!.GetValue<string>().ShouldBe(Composed);
        model["Tags"]![0]!["Value"]!.GetValue<string>().ShouldBe(Composed);
    }

    [Fact]
    public void What_was_not_requested_keeps_its_form()
    {
        UserChanges changes = new();
        changes.Upsert(UserSchema.Get("Tags"), [new JsonObject { ["Key"] = "Site", ["Value"] = "Leeds" }]);
        var desired = changes.ApplyTo(State(Decomposed));
        desired["IdentityInfo"]!["FirstName"]!.GetValue<string>().ShouldBe(Decomposed);
        desired["Tags"]![0]!["Value"]!.GetValue<string>().ShouldBe(Decomposed);
    }

    [Fact]
    public void An_element_is_found_by_its_key_in_either_form_and_keeps_it()
    {
        var live = new JsonObject { ["Tags"] = new JsonArray(new JsonObject { ["Key"] = Decomposed, ["Value"] = "old" }) };
        foreach (var key in new[] { Composed, Decomposed })
        {
            UserChanges changes = new();
            changes.Upsert(UserSchema.Get("Tags"), [new JsonObject { ["Key"] = key, ["Value"] = "new" }]);
            var tag = changes.ApplyTo(live)["Tags"]!.AsArray().ShouldHaveSingleItem()!;
            tag["Key"]!.GetValue<string>().ShouldBe(Decomposed);
            tag["Value"]!.GetValue<string>().ShouldBe("new");
            UserChanges removal = new();
            removal.Remove(UserSchema.Get("Tags"), [key]);
            removal.ApplyTo(live).ContainsKey("Tags").ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("\ufffe")]
    [InlineData("a\uffff")]
    [InlineData("")]
    [InlineData("plain")]
    public void Texts_that_cannot_be_or_need_not_be_normalized_stay(string text)
    {
        UnicodeForm.Compose(text).ShouldBe(text);
    }

    [Fact]
    public void Half_a_surrogate_pair_stays()
    {
        var text = $"e\u0301{(char)0xd800}";
        UnicodeForm.Compose(text).ShouldBe(text);
    }

    private static JsonObject State(string name) => new()
    {
        ["IdentityInfo"] = new JsonObject { ["FirstName"] = name },
        ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Team", ["Value"] = name }),
    };
}
