using System.Management.Automation;
using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>-IfUnchanged: nobody's change is overwritten unseen.</summary>
public sealed class SetIfUnchangedTests : SimulatorTestBase
{
    protected override bool RecordsBodies => true;

    [Fact]
    public void A_touched_property_that_somebody_changed_since_the_read_is_a_ConcurrentChange()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben; $u.FirstName = 'Bo'");
        Change("ben", user => user["IdentityInfo"]!["FirstName"] = "Eve");
        ErrorRecord error = Fails("ConcurrentChange", "$u | Set-ConnectUser -IfUnchanged");
        error.ToString().ShouldContain("/IdentityInfo/FirstName");
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.InvalidOperation);
        error.ErrorDetails.RecommendedAction.ShouldContain("Get-ConnectUser");
        Writes().ShouldBe(0);
    }

    [Fact]
    public void Without_it_the_last_one_wins()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben; $u.FirstName = 'Bo'");
        Change("ben", user => user["IdentityInfo"]!["FirstName"] = "Eve");
        Run("$u | Set-ConnectUser");
        State("ben")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Bo");
    }

    [Fact]
    public void A_change_of_something_else_is_none_of_its_business()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben; $u.FirstName = 'Bo'");
        Change("ben", user => user["IdentityInfo"]!["LastName"] = "Eve");
        Run("$u | Set-ConnectUser -IfUnchanged");
        State("ben")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Bo");
        State("ben")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Eve");
    }

    [Fact]
    public void Every_touched_leaf_that_is_there_is_tested_by_the_service()
    {
        AddUser("ben");
        Run("Get-ConnectUser -Username ben | Set-ConnectUser -FirstName Bo -Mobile +447700900123 -AddTag @{ Site = 'Leeds' } -IfUnchanged");
        string[] patch = [.. Sent("UpdateResource").ShouldHaveSingleItem().Patch];
        patch.Where(operation => operation.StartsWith("test ", StringComparison.Ordinal)).ShouldBe(
            ["""test /IdentityInfo/FirstName "Ada" """.TrimEnd(), """test /Tags [{"Key":"Team","Value":"Sales"}]"""], ignoreOrder: true);
        patch.TakeWhile(operation => operation.StartsWith("test ", StringComparison.Ordinal)).Count().ShouldBe(2, "the tests come first");
    }

    [Fact]
    public void An_order_of_elements_is_no_change()
    {
        AddUser("ben", user => user["SecurityProfileArns"] = new JsonArray(SecurityProfiles[0], SecurityProfiles[1]));
        Run("$u = Get-ConnectUser -Username ben; $u.SecurityProfileArns += $security[2]");
        Change("ben", user => user["SecurityProfileArns"] = new JsonArray(SecurityProfiles[1], SecurityProfiles[0]));
        Run("$u | Set-ConnectUser -IfUnchanged");
        State("ben")["SecurityProfileArns"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public void A_new_tag_of_a_colleague_is_a_change_of_the_tags()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben; $u.Tags += @{ Key = 'Site'; Value = 'Leeds' }");
        Change("ben", user => user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "Shift", ["Value"] = "Late" }));
        Fails("ConcurrentChange", "$u | Set-ConnectUser -IfUnchanged").ToString().ShouldContain("/Tags");
        TagsOf("ben").ShouldBe(["Shift=Late", "Team=Sales"]);
    }

    [Fact]
    public void A_value_that_appeared_where_there_was_none_is_a_change()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben; $u.Mobile = '+447700900123'");
        Change("ben", user => user["IdentityInfo"]!["Mobile"] = "+447700900999");
        Fails("ConcurrentChange", "$u | Set-ConnectUser -IfUnchanged").ToString().ShouldContain("/IdentityInfo/Mobile");
        Writes().ShouldBe(0);
    }

    [Fact]
    public void Somebody_who_made_the_same_change_is_no_obstacle()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben; $u.FirstName = 'Bo'");
        Change("ben", user => user["IdentityInfo"]!["FirstName"] = "Bo");
        Run("$u | Set-ConnectUser -IfUnchanged");
        Writes().ShouldBe(0);
    }

    [Fact]
    public void With_an_identifier_the_commands_own_read_is_what_counts()
    {
        string arn = AddUser("ben");
        Run("Set-ConnectUser $arn -FirstName Bo -IfUnchanged", ("arn", arn));
        Sent("UpdateResource").ShouldHaveSingleItem().Patch.ShouldBe(
            ["""test /IdentityInfo/FirstName "Ada" """.TrimEnd(), """replace /IdentityInfo/FirstName "Bo" """.TrimEnd()]);
    }
}
