using System.Management.Automation;
using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Commands.Binding;

/// <summary>Users that were read, edited and piped back.</summary>
public sealed class EditTests : SimulatorTestBase
{
    protected override bool RecordsBodies => true;

    [Fact]
    public void A_user_without_edits_needs_no_call_at_all()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben");
        ClearCalls();
        Invoke("$u | Set-ConnectUser -Verbose").Verbose.ShouldContain(line => line.Contains("no change was asked"));
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public void A_tag_may_be_added_as_a_hashtable_and_a_colleagues_tag_stays()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben; $u.Tags += @{ Key = 'Site'; Value = 'Leeds' }");
        Change("ben", user => user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "Shift", ["Value"] = "Late" }));
        Run("$u | Set-ConnectUser");
        TagsOf("ben").ShouldBe(["Shift=Late", "Site=Leeds", "Team=Sales"]);
        Sent("UpdateResource").ShouldHaveSingleItem().Patch.ShouldHaveSingleItem().ShouldStartWith("replace /Tags [");
    }

    [Fact]
    public void Tags_may_be_set_as_a_hashtable_of_their_keys()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben; $u.Tags = @{ Team = 'A' }; $u | Set-ConnectUser");
        TagsOf("ben").ShouldBe(["Team=A"]);
    }

    [Fact]
    public void What_an_edited_array_lost_is_removed_and_what_a_colleague_added_stays()
    {
        AddUser("ben", user => user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "Site", ["Value"] = "Leeds" }));
        Run("$u = Get-ConnectUser -Username ben; $u.Tags = @($u.Tags | Where-Object Key -ne Site)");
        Change("ben", user => user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "Shift", ["Value"] = "Late" }));
        Run("$u | Set-ConnectUser");
        TagsOf("ben").ShouldBe(["Shift=Late", "Team=Sales"]);
    }

    [Fact]
    public void A_tag_may_be_edited_in_its_place()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben; $u.Tags[0].Value = 'Support'; $u | Set-ConnectUser");
        TagsOf("ben").ShouldBe(["Team=Support"]);
    }

    [Fact]
    public void Clearing_the_tags_of_an_object_leaves_a_colleagues_new_one()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben; $u.Tags = $null");
        Change("ben", user => user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "Shift", ["Value"] = "Late" }));
        Run("$u | Set-ConnectUser");
        TagsOf("ben").ShouldBe(["Shift=Late"]);
    }

    [Fact]
    public void A_security_profile_may_be_added_to_the_list()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben; $u.SecurityProfileArns += $security[1]");
        Change("ben", user => user["SecurityProfileArns"]!.AsArray().Add(SecurityProfiles[2]));
        Run("$u | Set-ConnectUser");
        State("ben")["SecurityProfileArns"]!.AsArray().Select(arn => arn!.ToString()).ShouldBe([.. SecurityProfiles.Take(3)], ignoreOrder: true);
    }

    [Fact]
    public void A_proficiency_is_known_by_its_name_and_value()
    {
        AddUser("ben", user => user["UserProficiencies"] = new JsonArray(
            new JsonObject { ["AttributeName"] = "Product", ["AttributeValue"] = "Mobile", ["Level"] = 2 },
            new JsonObject { ["AttributeName"] = "Product", ["AttributeValue"] = "Broadband", ["Level"] = 3 }));
        Run("$u = Get-ConnectUser -Username ben; ($u.UserProficiencies | Where-Object AttributeValue -eq Mobile).Level = 5");
        Change("ben", user => user["UserProficiencies"]!.AsArray()[1]!["Level"] = 1);
        Run("$u | Set-ConnectUser");
        State("ben")["UserProficiencies"]!.AsArray().Select(item => $"{item!["AttributeValue"]}={item["Level"]}").ShouldBe(["Mobile=5", "Broadband=1"], ignoreOrder: true);
    }

    [Fact]
    public void A_channel_keeps_the_members_that_were_not_edited()
    {
        AddUser("ben", user =>
        {
            user["PhoneConfig"]!.AsObject().Remove("AutoAccept");
            user["AutoAcceptConfigs"] = new JsonArray(
                new JsonObject { ["Channel"] = "VOICE", ["AutoAccept"] = false, ["AgentFirstCallbackAutoAccept"] = false },
                new JsonObject { ["Channel"] = "CHAT", ["AutoAccept"] = false });
        });
        Run("$u = Get-ConnectUser -Username ben; $u.AutoAcceptConfigs[0].AutoAccept = $true");
        Change("ben", user => user["AutoAcceptConfigs"]!.AsArray()[0]!["AgentFirstCallbackAutoAccept"] = true);
        Run("$u | Set-ConnectUser");
        State("ben")["AutoAcceptConfigs"]!.AsArray().Single(item => item!["Channel"]!.ToString() == "VOICE")!.ToJsonString()
            .ShouldBe("""{"Channel":"VOICE","AutoAccept":true,"AgentFirstCallbackAutoAccept":true}""");
        State("ben")["AutoAcceptConfigs"]!.AsArray().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("$u.HierarchyGroupArn = $null", "/HierarchyGroupArn")]
    [InlineData("$u.Email = $null", "/IdentityInfo/Email")]
    [InlineData("$u.IdentityInfo.Email = ''", "/IdentityInfo/Email")]
    [InlineData("$u.Tags.Clear()", "/Tags")]
    public void Null_in_an_object_clears_the_leaf(string edit, string path)
    {
        string group = Texts("(Get-ConnectHierarchyGroup)[0].Arn").Single();
        AddUser("ben", user => user["HierarchyGroupArn"] = group);
        Run($"$u = Get-ConnectUser -Username ben; {edit}; $u | Set-ConnectUser");
        Sent("UpdateResource").ShouldHaveSingleItem().Patch.ShouldBe([$"remove {path}"]);
    }

    [Fact]
    public void When_the_last_leaf_goes_the_parent_stays()
    {
        AddUser("ben", user => user["IdentityInfo"] = new JsonObject { ["FirstName"] = "Ben" });
        Run("$u = Get-ConnectUser -Username ben; $u.IdentityInfo = $null; $u | Set-ConnectUser");
        Sent("UpdateResource").ShouldHaveSingleItem().Patch.ShouldBe(["remove /IdentityInfo/FirstName"]);
    }

    [Fact]
    public void The_command_line_wins_over_edits()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben; $u.AutoAccept = $true; $u.FirstName = 'Bo'; $u.Tags += @{ Key = 'Site'; Value = 'Leeds' }");
        Run("$u | Set-ConnectUser -FirstName Bee -Tag @{ Only = 'This' }");
        State("ben")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Bee");
        State("ben")["PhoneConfig"]!["AutoAccept"]!.GetValue<bool>().ShouldBeTrue();
        TagsOf("ben").ShouldBe(["Only=This"]);
    }

    [Fact]
    public void An_edit_made_after_the_user_was_piped_is_not_part_of_the_change()
    {
        AddUser("ben");
        AddUser("mia");
        Run(
            """
            $all = @(Get-ConnectUser)
            $all[0].FirstName = 'Early'
            & { $all[0]; $all[0].FirstName = 'Late'; $all[1] } | Set-ConnectUser
            """);
        Sent("UpdateResource").ShouldHaveSingleItem().Patch.ShouldBe(["""replace /IdentityInfo/FirstName "Early" """.TrimEnd()]);
    }

    [Theory]
    [InlineData("$u.Username = 'bob'", "Username")]
    [InlineData("$u.InstanceArn = $instance -replace '.$', 'f'", "InstanceArn")]
    [InlineData("$u.DirectoryUserId = 'S-1'", "DirectoryUserId")]
    [InlineData("$u.Password = $password", "Password")]
    [InlineData("$u.UserArn = $u.UserArn -replace '.$', 'f'", "UserArn")]
    public void Edits_that_AWS_cannot_make_are_refused_before_any_call(string edit, string property)
    {
        AddUser("ben");
        Run($"$u = Get-ConnectUser -Username ben; {edit}");
        ClearCalls();
        ErrorRecord error = Fails("PropertyNotUpdatable", "$u | Set-ConnectUser -FirstName Bo");
        error.ToString().ShouldContain(property);
        error.ErrorDetails.RecommendedAction.ShouldNotBeNullOrEmpty();
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.InvalidOperation);
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public void A_user_with_edits_is_not_accepted_as_an_identifier()
    {
        AddUser("ben");
        Invoke("$u = Get-ConnectUser -Username ben; $u.FirstName = 'Bo'; Set-ConnectUser $u -LastName Ode")
            .AllErrors.ShouldHaveSingleItem().ToString().ShouldContain("has edits");
        Writes().ShouldBe(0);
        Invoke("$u = Get-ConnectUser -Username ben; Set-ConnectUser $u -LastName Ode").AllErrors.ShouldBeEmpty();
        State("ben")["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Ode");
    }

    [Fact]
    public void A_wrong_edit_is_refused_where_it_is_made()
    {
        AddUser("ben");
        Invoke("$u = Get-ConnectUser -Username ben; $u.AfterContactWorkTimeLimit = 'soon'").AllErrors.ShouldHaveSingleItem();
        Invoke("$u.UserProficiencies = 'Language'").AllErrors.ShouldHaveSingleItem();
        Invoke("$u.Tags = @{ Key = 'x' * 200; Value = 'y' }; $u | Set-ConnectUser").AllErrors.ShouldHaveSingleItem();
        Writes().ShouldBe(0);
    }
}
