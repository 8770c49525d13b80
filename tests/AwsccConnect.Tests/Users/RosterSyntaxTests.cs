using AwsccConnect.Core.Users;
using FsCheck;
using FsCheck.Xunit;

namespace AwsccConnect.Tests.Users;

public class RosterSyntaxTests
{
    [Property(MaxTest = 1000)]
    public void Escaped_text_reads_back(NonNull<string> text) =>
        RosterSyntax.Unescape(RosterSyntax.Escape(text.Get, ";=/,:")).ShouldBe(text.Get);

    [Property(MaxTest = 500)]
    public void Tags_read_back(NonEmptyString key, NonNull<string> value, NonEmptyString other) =>
        ReadsBack("Tags", new JsonArray(
            new JsonObject { ["Key"] = key.Get + "1", ["Value"] = value.Get },
            new JsonObject { ["Key"] = other.Get + "2", ["Value"] = key.Get }));

    [Property(MaxTest = 500)]
    public void Arns_and_names_read_back(NonEmptyString first, NonEmptyString second) =>
        ReadsBack("SecurityProfileArns", new JsonArray(first.Get + "1", second.Get + "2"));

    [Theory]
    [InlineData("[a]")]
    [InlineData("{a}")]
    [InlineData("[\"a\"]")]
    [InlineData(" [a")]
    public void What_starts_as_JSON_reads_back(string text)
    {
        ReadsBack("SecurityProfileArns", new JsonArray(text));
        ReadsBack("Tags", new JsonArray(new JsonObject { ["Key"] = text, ["Value"] = text }));
        ReadsBack("UserProficiencies", new JsonArray(new JsonObject { ["AttributeName"] = text, ["AttributeValue"] = text, ["Level"] = 3 }));
    }

    [Property(MaxTest = 500)]
    public void Proficiencies_read_back(NonEmptyString name, NonEmptyString value, PositiveInt level) =>
        ReadsBack("UserProficiencies", new JsonArray(new JsonObject { ["AttributeName"] = name.Get, ["AttributeValue"] = value.Get, ["Level"] = level.Get / 4.0 }));

    [Property(MaxTest = 500)]
    public void Objects_read_back_with_members_this_version_does_not_know(NonEmptyString first, NonEmptyString last, NonEmptyString unknown) =>
        ReadsBack("IdentityInfo", new JsonObject { ["FirstName"] = first.Get, ["LastName"] = last.Get, ["Unknown"] = new JsonArray(unknown.Get, 1, true) });

    [Property(MaxTest = 500)]
    public void Channels_read_back(NonEmptyString number, bool flag, PositiveInt seconds)
    {
        ReadsBack("PhoneNumberConfigs", new JsonArray(new JsonObject { ["Channel"] = "VOICE", ["PhoneType"] = "DESK_PHONE", ["PhoneNumber"] = number.Get + "x" }));
        ReadsBack("AfterContactWorkConfigs", new JsonArray(
            new JsonObject
            {
                ["Channel"] = "VOICE",
                ["AfterContactWorkConfig"] = new JsonObject { ["AfterContactWorkTimeLimit"] = seconds.Get, ["AfterContactWorkMode"] = "ON" },
                ["Later"] = flag,
            },
            new JsonObject { ["Channel"] = "CHAT", ["AgentFirstCallbackAfterContactWorkConfig"] = new JsonObject { ["AfterContactWorkTimeLimit"] = 0 } }));
    }

    [Fact]
    public void The_forms_are_the_documented_ones()
    {
        Text("SecurityProfileArns", """["a:1/2","b"]""").ShouldBe("a:1/2;b");
        Text("Tags", """[{"Key":"Team","Value":"A=B"},{"Key":"x=y","Value":"1;2"}]""").ShouldBe(@"Team=A=B;x\=y=1\;2");
        Text("UserProficiencies", """[{"AttributeName":"Language","AttributeValue":"English/UK","Level":4.5}]""").ShouldBe(@"Language/English\/UK=4.5");
        Text("IdentityInfo", """{"FirstName":"Ana","LastName":"Li","Mobile":null}""").ShouldBe("FirstName=Ana;LastName=Li");
        Text("AutoAcceptConfigs", """[{"Channel":"VOICE","AutoAccept":true,"AgentFirstCallbackAutoAccept":false},{"Channel":"CHAT","AutoAccept":false}]""")
            .ShouldBe("VOICE:AutoAccept=true,AgentFirstCallbackAutoAccept=false;CHAT:AutoAccept=false");
        Text("AfterContactWorkConfigs", """[{"Channel":"VOICE","AfterContactWorkConfig":{"AfterContactWorkTimeLimit":30}}]""")
            .ShouldBe("VOICE:AfterContactWorkConfig.AfterContactWorkTimeLimit=30");
        Text("Tags", "[]").ShouldBe("");
    }

    [Theory]
    [InlineData(@"DOMAIN\user", @"DOMAIN\user")]
    [InlineData("  a b  ", "a b")]
    [InlineData(@"\ a\ ", " a ")]
    [InlineData(@"a\\b\;", @"a\b;")]
    [InlineData(@"end\", @"end\")]
    public void What_people_write_is_read(string written, string meant) => RosterSyntax.Unescape(written).ShouldBe(meant);

    [Theory]
    [InlineData("Tags", "Team", "Key=Value")]
    [InlineData("UserProficiencies", "English=5", "Language/English=5")]
    [InlineData("AutoAcceptConfigs", "AutoAccept=true", "CHANNEL:Member=Value")]
    [InlineData("IdentityInfo", "Ana", "Member=Value")]
    [InlineData("IdentityInfo", "FirstNam=Ana", "no member 'FirstNam'")]
    [InlineData("IdentityInfo", "FirstName=a;FirstName=b", "twice")]
    [InlineData("IdentityInfo", "$New=oops", "JSON")]
    [InlineData("Tags", "[{\"Key\":\"é\",\n \"Value\":}]", "Tags starts as JSON, but is not JSON from character 23 on.")]
    [InlineData("Tags", "{\"Team\":\"A=1\"", "Tags starts as JSON")]
    [InlineData("IdentityInfo", "{\"FirstName\":\"a\",\"FirstName\":\"a\"}", "has a name twice")]
    [InlineData("IdentityInfo", "{\"FirstNam\":\"a\"}", "no member 'FirstNam'")]
    public void What_cannot_be_read_is_said(string property, string text, string message) =>
        Should.Throw<UserValueException>(() => UserValueConverter.ToJson(UserSchema.Get(property), text)).Message.ShouldContain(message);

    private static string Text(string property, string json) => RosterSyntax.Format(UserSchema.Get(property), JsonNode.Parse(json));

    private static void ReadsBack(string name, JsonNode value)
    {
        var property = UserSchema.Get(name);
        var text = RosterSyntax.Format(property, value);
        UserStateComparer.AreEqual(property, UserValueConverter.ToJson(property, text), value).ShouldBeTrue(text);
    }
}
