using System.Collections;
using System.Management.Automation;

namespace AwsccConnect.Tests.Users;

/// <summary>What PowerShell makes of an assignment to a property of a user, by its own conversion rules.</summary>
public class PowerShellConversionTests
{
    [Fact]
    public void A_hashtable_becomes_tags() =>
        To<ConnectTagList>(new Hashtable { ["Team"] = "A" }).ToString().ShouldBe("Team=A");

    [Fact]
    public void Appended_hashtables_become_tags() =>
        To<ConnectTagList>(new object[] { new ConnectTag { Key = "a", Value = "1" }, new Hashtable { ["Key"] = "b", ["Value"] = "2" }, "c=3" })
            .ToString().ShouldBe("a=1;b=2;c=3");

    [Fact]
    public void A_text_is_read_as_the_roster_writes_it()
    {
        To<ConnectTagList>("a=1;b=2").Count.ShouldBe(2);
        To<ConnectUserPartList<ConnectUserProficiency>>("Language/English=5")[0].Level.ShouldBe(5);
        To<ConnectUserIdentityInfo>("FirstName=Ana").FirstName.ShouldBe("Ana");
        To<ConnectUserPartList<ConnectAutoAcceptConfig>>("VOICE:AutoAccept=yes")[0].AutoAccept.ShouldBe(true);
        To<ConnectArnList>("a;b").ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Texts_become_arns()
    {
        To<ConnectArnList>(new object[] { "a", "b" }).ShouldBe(["a", "b"]);
        To<ConnectArnList>(new[] { "a", "b" }).ShouldBe(["a", "b"]);
        To<ConnectArnList>(new List<string> { "a" }).ShouldBe(["a"]);
    }

    [Fact]
    public void A_hashtable_becomes_an_object()
    {
        To<ConnectUserPhoneConfig>(new Hashtable { ["AutoAccept"] = true, ["AfterContactWorkTimeLimit"] = 30 }).AfterContactWorkTimeLimit.ShouldBe(30);
        To<ConnectUserIdentityInfo>(new Hashtable { ["first_name"] = "Ana" }).FirstName.ShouldBe("Ana");
        To<ConnectTag>(new Hashtable { ["Key"] = "a", ["Value"] = "1" }).ToString().ShouldBe("a=1");
    }

    [Fact]
    public void A_single_element_becomes_a_list() => To<ConnectTagList>(new ConnectTag { Key = "a", Value = "1" }).Count.ShouldBe(1);

    [Fact]
    public void A_bad_value_says_what_is_wrong() =>
        Should.Throw<PSInvalidCastException>(() => To<ConnectUserPartList<ConnectUserProficiency>>(new Hashtable { ["Language/English"] = "five" })).ToString().ShouldContain("'five'");

    private static T To<T>(object value) => LanguagePrimitives.ConvertTo<T>(value);
}
