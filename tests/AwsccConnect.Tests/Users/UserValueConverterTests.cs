using System.Collections;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Tests.Users;

public class UserValueConverterTests
{
    public static TheoryData<string> Structured => [.. UserSchema.Properties.Where(property => property.Members.Count > 0 || property.IsSet).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Structured))]
    public void A_remedy_is_whole_sentences(string name)
    {
        foreach (var value in new object[] { 12.5, "{", "nonsense" })
        {
            if (name != "SecurityProfileArns" || value is not string { Length: > 1 })
            {
                var problem = Should.Throw<UserValueException>(() => UserValueConverter.ToJson(UserSchema.Get(name), value)).Problems[0];
                (problem.Message + problem.Remedy).ShouldNotContain("..");
                problem.Remedy.ShouldEndWith(".");
            }
        }
    }

    [Theory]
    [InlineData("AutoAccept", "TRUE", "true")]
    [InlineData("AutoAccept", " yes ", "true")]
    [InlineData("AutoAccept", "No", "false")]
    [InlineData("AutoAccept", 1, "true")]
    [InlineData("AutoAccept", 0.0, "false")]
    [InlineData("AutoAccept", true, "true")]
    [InlineData("AfterContactWorkTimeLimit", " 30 ", "30")]
    [InlineData("AfterContactWorkTimeLimit", 30.0, "30")]
    [InlineData("PhoneType", "soft_phone", "\"SOFT_PHONE\"")]
    [InlineData("PhoneType", "soft", "\"SOFT_PHONE\"")]
    [InlineData("PhoneType", "Desk phone ", "\"DESK_PHONE\"")]
    [InlineData("SecurityProfileArns", "Agent|Quality Analyst; Team|", "[\"Agent\",\"Quality Analyst\",\"Team\"]")]
    [InlineData("SecurityProfileArns", "a\\|b;c", "[\"a|b\",\"c\"]")]
    [InlineData("DeskPhoneNumber", 15550100L, "\"15550100\"")]
    [InlineData("Mobile", "+447700900123", "\"+447700900123\"")]
    [InlineData("FirstName", " Ana ", "\" Ana \"")]
    [InlineData("RoutingProfileArn", "Basic Routing Profile", "\"Basic Routing Profile\"")]
    [InlineData("Tags", "a=1; b=2 ;", """[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]""")]
    [InlineData("Tags", "a=", """[{"Key":"a","Value":""}]""")]
    [InlineData("SecurityProfileArns", "a;b;a", """["a","b"]""")]
    [InlineData("UserProficiencies", "Language/English=4.50", """[{"AttributeName":"Language","AttributeValue":"English","Level":4.50}]""")]
    [InlineData("AutoAcceptConfigs", "voice:auto_accept=yes", """[{"Channel":"VOICE","AutoAccept":true}]""")]
    [InlineData("AfterContactWorkConfigs", "VOICE:AfterContactWorkTimeLimit=30,AfterContactWorkMode=on", """[{"Channel":"VOICE","AfterContactWorkConfig":{"AfterContactWorkTimeLimit":30,"AfterContactWorkMode":"ON"}}]""")]
    [InlineData("IdentityInfo", "first_name=Ana", """{"FirstName":"Ana"}""")]
    [InlineData("IdentityInfo", """ {"FirstName":"A;B","last_name":"Li","Email":null} """, """{"FirstName":"A;B","LastName":"Li","Email":null}""")]
    [InlineData("PhoneConfig", """{"phone_type":"soft_phone","after_contact_work_time_limit":30}""", """{"AfterContactWorkTimeLimit":30,"PhoneType":"SOFT_PHONE"}""")]
    [InlineData("Tags", """[{"Key":"Team","Value":"A;B=C"},{"key":"Empty","value":""}]""", """[{"Key":"Team","Value":"A;B=C"},{"Key":"Empty","Value":""}]""")]
    [InlineData("Tags", """{"Team":"A"}""", """[{"Key":"Team","Value":"A"}]""")]
    [InlineData("SecurityProfileArns", """["a","b"]""", """["a","b"]""")]
    [InlineData("UserProficiencies", """[{"AttributeName":"Language","AttributeValue":"English","Level":4.5}]""", """[{"AttributeName":"Language","AttributeValue":"English","Level":4.5}]""")]
    [InlineData("AutoAcceptConfigs", """[{"channel":"VOICE","auto_accept":true}]""", """[{"Channel":"VOICE","AutoAccept":true}]""")]
    [InlineData("Tags", "\\[a]=1", """[{"Key":"[a]","Value":"1"}]""")]
    public void It_reads(string property, object value, string json) => Json(property, value).ShouldBe(json);

    [Theory]
    [InlineData("AutoAccept", "ja")]
    [InlineData("AutoAccept", 2)]
    [InlineData("AfterContactWorkTimeLimit", "1,5")]
    [InlineData("AfterContactWorkTimeLimit", "1e3")]
    [InlineData("AfterContactWorkTimeLimit", "30s")]
    [InlineData("AfterContactWorkTimeLimit", 1.5)]
    [InlineData("AfterContactWorkTimeLimit", true)]
    [InlineData("UserProficiencies", "Language/English=1,5")]
    [InlineData("UserProficiencies", "Language/English=5;Language/English=4")]
    [InlineData("Tags", "a=1;a=2")]
    [InlineData("Tags", 5)]
    [InlineData("FirstName", true)]
    [InlineData("PhoneType", "SOFTPHONES")]
    [InlineData("AutoAcceptConfigs", "VOICE:AutoAcept=true")]
    [InlineData("AutoAcceptConfigs", "FAX:AutoAccept=true")]
    [InlineData("IdentityInfo", """[{"FirstName":"Ana"}]""")]
    [InlineData("IdentityInfo", """{"FirstName":["Ana"]}""")]
    [InlineData("SecurityProfileArns", """{"a":"b"}""")]
    [InlineData("Tags", """[{"Key":"a","Value":"1"},{"Key":"a","Value":"2"}]""")]
    [InlineData("Tags", "[{\"Key\":\"a\",\"Value\":\"\\ud800\"}]")]
    public void It_refuses(string property, object value)
    {
        var error = Should.Throw<UserValueException>(() => Json(property, value));

        error.Problems[0].Remedy.ShouldNotBeNullOrEmpty();
        error.Problems[0].ErrorId.ShouldBe("InvalidValue");
    }

    [Theory]
    [InlineData("Mobile", "4.47E+11")]
    [InlineData("DeskPhoneNumber", "4,47E+11")]
    [InlineData("DeskPhoneNumber", 4.47e+20)]
    public void A_phone_number_that_a_spreadsheet_spoilt_is_refused_by_name(string property, object value)
    {
        var error = Should.Throw<UserValueException>(() => Json(property, value));

        error.Problems[0].PropertyName.ShouldBe(property);
        error.Message.ShouldContain("spreadsheet");
    }

    [Theory]
    [InlineData("FirstName", "")]
    [InlineData("AutoAccept", "  ")]
    [InlineData("Tags", null)]
    [InlineData("Tags", " [ ] ")]
    [InlineData("IdentityInfo", "{}")]
    public void Nothing_is_nothing(string property, object? value) => UserValueConverter.ToJson(UserSchema.Get(property), value).ShouldBeNull();

    [Fact]
    public void Hashtables_are_read_in_every_shape()
    {
        Json("Tags", new Hashtable { ["Team"] = "A" }).ShouldBe("""[{"Key":"Team","Value":"A"}]""");
        Json("Tags", new Hashtable { ["Level"] = 5 }).ShouldBe("""[{"Key":"Level","Value":"5"}]""");
        Json("Tags", new object[] { new Dictionary<string, object?> { ["Key"] = "a", ["Value"] = "1" }, new Hashtable { ["b"] = "" } })
            .ShouldBe("""[{"Key":"a","Value":"1"},{"Key":"b","Value":""}]""");
        Json("Tags", Array.Empty<object>()).ShouldBe("[]");
        Json("UserProficiencies", new Hashtable { ["Language/English"] = 5 }).ShouldBe("""[{"AttributeName":"Language","AttributeValue":"English","Level":5}]""");
        Json("UserProficiencies", new Hashtable { ["Language"] = new Hashtable { ["English"] = "5" } }).ShouldBe("""[{"AttributeName":"Language","AttributeValue":"English","Level":5}]""");
        Json("AutoAcceptConfigs", new Hashtable { ["voice"] = new Hashtable { ["AutoAccept"] = "true" } }).ShouldBe("""[{"Channel":"VOICE","AutoAccept":true}]""");
        Json("AutoAcceptConfigs", new Hashtable { ["Channel"] = "VOICE" }).ShouldBe("""[{"Channel":"VOICE"}]""");
        Json("PhoneConfig", new Hashtable { ["phone_type"] = "desk_phone" }).ShouldBe("""{"PhoneType":"DESK_PHONE"}""");
        Json("AfterContactWorkConfigs", new Hashtable { ["Channel"] = "CHAT", ["AfterContactWorkTimeLimit"] = 5 })
            .ShouldBe("""[{"Channel":"CHAT","AfterContactWorkConfig":{"AfterContactWorkTimeLimit":5}}]""");
    }

    [Fact]
    public void A_wrong_member_is_named_with_the_right_one() =>
        Should.Throw<UserValueException>(() => Json("PhoneConfig", new Hashtable { ["AutoAcept"] = true })).Problems[0].Remedy.ShouldBe("Did you mean AutoAccept?");

    [Fact]
    public void Parts_of_users_keep_what_this_version_does_not_know()
    {
        var user = ConnectUser.FromJson("""{"PhoneConfig":{"New":{"A":[1]}},"AutoAcceptConfigs":[{"Channel":"VOICE","AutoAccept":true,"New":1}]}""", null);

        Json("PhoneConfig", user.PhoneConfig).ShouldBe("""{"New":{"A":[1]}}""");
        Json("AutoAcceptConfigs", user.AutoAcceptConfigs).ShouldBe("""[{"Channel":"VOICE","AutoAccept":true,"New":1}]""");
        Json("AutoAcceptConfigs", user.AutoAcceptConfigs.ToString()).ShouldContain("\"New\":1");
    }

    [Fact]
    public void Values_of_a_host_language_are_unwrapped_at_every_depth()
    {
        // The hook is process-wide: this one leaves every value but its own as it is.
        var before = UserValueConverter.Unwrap;
        UserValueConverter.Unwrap = value => value is Wrapped wrapped ? wrapped.Inner : before(value);
        try
        {
            Json("Tags", new Wrapped(new object[] { new Wrapped(new Hashtable { ["Key"] = new Wrapped("a"), ["Value"] = new Wrapped(1) }) })).ShouldBe("""[{"Key":"a","Value":"1"}]""");
            Json("AutoAccept", new Wrapped("yes")).ShouldBe("true");
            new ConnectTagList(new object[] { new Wrapped("a=1") }).ToString().ShouldBe("a=1");
        }
        finally
        {
            UserValueConverter.Unwrap = before;
        }
    }

    private sealed record Wrapped(object Inner);

    private static string Json(string property, object? value) => JsonText.Write(UserValueConverter.ToJson(UserSchema.Get(property), value));
}
