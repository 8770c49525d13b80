using System.Management.Automation;
using System.Text.Json.Nodes;
using AwsccConnect.Tests.Commands;

namespace AwsccConnect.Tests.Names;

/// <summary>Names and ids in place of ARNs, in parameters and in edited objects.</summary>
public sealed class NameTests : SimulatedSession
{
    private const string RoutingType = "AWS::Connect::RoutingProfile";

    [Fact]
    public void A_user_is_created_from_names()
    {
        Run("""
            New-ConnectUser ana -InstanceArn contact-centre -Password $password -RoutingProfile 'Basic Routing Profile' `
                -SecurityProfile Agent, TeamLead -HierarchyGroup 'Leeds/Leeds Sales'
            """);
        JsonObject state = State("ana");
        Text(state["RoutingProfileArn"]).ShouldBe(RoutingProfiles[0]);
        state["SecurityProfileArns"]!.AsArray().Select(Text).ShouldBe([Security("Agent"), Security("TeamLead")], ignoreOrder: true);
        Text(state["HierarchyGroupArn"]).ShouldBe(Texts("(Get-ConnectHierarchyGroup 'Leeds Sales').Arn").Single());
        Text(state["InstanceArn"]).ShouldBe(Simulator.InstanceArn);
    }

    [Theory]
    [InlineData("'sales'")]
    [InlineData("' Sales '")]
    [InlineData("($routing[1] -replace '.*/')")]
    [InlineData("$routing[1]")]
    [InlineData("(Get-ConnectRoutingProfile Sales)")]
    public void A_profile_is_named_in_any_letters_by_id_by_ARN_or_by_its_object(string profile)
    {
        Run($"New-ConnectUser ana -InstanceArn $instance -Password $password -SecurityProfile Agent -RoutingProfile {profile}");
        Text(State("ana")["RoutingProfileArn"]).ShouldBe(RoutingProfiles[1]);
    }

    [Theory]
    [InlineData("'contact-centre'")]
    [InlineData("'CONTACT-Centre'")]
    [InlineData("$($instance -replace '.*/')")]
    [InlineData("$instance")]
    [InlineData("(Get-ConnectInstance)")]
    public void An_instance_is_named_by_alias_id_ARN_or_its_object(string given)
    {
        AddUser("ana");
        Run($"New-ConnectUser ben -InstanceArn {given} -Password $password -RoutingProfile Sales -SecurityProfile Agent");
        Text(State("ben")["InstanceArn"]).ShouldBe(Simulator.InstanceArn);
        Run($"[pscustomobject]@{{ Username = 'mia'; InstanceArn = [string]{given}; RoutingProfile = 'Sales'; SecurityProfiles = 'Agent' }} | New-ConnectUser -Password $password");
        Run($"Set-ConnectUser -Username ana -InstanceArn {given} -LastName Bo");
        Text(State("ana")["IdentityInfo"]!["LastName"]).ShouldBe("Bo");
        Texts($"Get-ConnectUser -InstanceArn {given} -Username mia | ForEach-Object Username").ShouldBe(["mia"]);
        Texts($"Get-ConnectRoutingProfile Sales -InstanceArn {given} | ForEach-Object Arn").ShouldBe([RoutingProfiles[1]]);
        Run($"Remove-ConnectUser -Username ana, ben -InstanceArn {given} -Force");
        Simulator.UserCount.ShouldBe(1);
    }

    [Fact]
    public void An_id_needs_the_list_alone_and_an_ARN_no_call()
    {
        Run("New-ConnectUser ana -InstanceArn $instance -Password $password -SecurityProfile $security[0] -RoutingProfile ($routing[1] -replace '.*/')");
        Text(State("ana")["RoutingProfileArn"]).ShouldBe(RoutingProfiles[1]);
        (Calls("ListResources"), Calls("GetResource")).ShouldBe((1, 0));
        ClearCalls();
        Run("New-ConnectUser ben -InstanceArn $instance -Password $password -SecurityProfile $security[0] -RoutingProfile $routing[1]");
        (Calls("ListResources"), Calls("GetResource")).ShouldBe((0, 0));
    }

    [Fact]
    public void Groups_are_named_alone_by_path_and_by_the_end_of_the_path()
    {
        string deep = AddGroup("Night", Text(Run("Get-ConnectHierarchyGroup 'Leeds Sales'").Single().Properties["Arn"].Value));
        string arn = AddUser("ana");
        foreach (string group in new[] { "Night", "leeds sales/night", "Leeds/Leeds Sales/Night", "/Leeds/Leeds Sales/Night" })
        {
            Run("Set-ConnectUser $arn -HierarchyGroup $group", ("arn", arn), ("group", group));
            Text(State("ana")["HierarchyGroupArn"]).ShouldBe(deep, group);
            Change("ana", state => state.Remove("HierarchyGroupArn"));
        }
    }

    [Fact]
    public void A_leading_slash_tells_a_top_group_from_one_below_that_has_its_name()
    {
        string below = AddGroup("Leeds", Texts("(Get-ConnectHierarchyGroup Manila -AccessKey AKIDSETUP).Arn").Single());
        string arn = AddUser("ana");
        ErrorRecord error = Fails("AmbiguousName", "Set-ConnectUser $arn -HierarchyGroup Leeds", ("arn", arn));
        error.ToString().ShouldContain("Manila/Leeds");
        Run("Set-ConnectUser $arn -HierarchyGroup /Leeds", ("arn", arn));
        Text(State("ana")["HierarchyGroupArn"]).ShouldNotBe(below);
        Run("Set-ConnectUser $arn -HierarchyGroup Manila/Leeds", ("arn", arn));
        Text(State("ana")["HierarchyGroupArn"]).ShouldBe(below);
    }

    [Fact]
    public void Security_profiles_are_added_and_removed_by_name()
    {
        string arn = AddUser("ana");
        Run("Set-ConnectUser $arn -AddSecurityProfile TeamLead, $security[1] -RemoveSecurityProfile Admin", ("arn", arn));
        State("ana")["SecurityProfileArns"]!.AsArray().Select(Text).ShouldBe([Security("TeamLead"), SecurityProfiles[1]], ignoreOrder: true);
        ClearCalls();
        Run("Set-ConnectUser $arn -AddSecurityProfile TeamLead", ("arn", arn));
        Writes().ShouldBe(0, "the user has the profile that the name stands for");
        Calls("ListResources").ShouldBe(0);
    }

    [Fact]
    public void A_name_and_its_ARN_are_the_same_profile()
    {
        Run("New-ConnectUser ana -InstanceArn $instance -Password $password -RoutingProfile Sales -SecurityProfile Admin, $security[0]");
        State("ana")["SecurityProfileArns"]!.AsArray().Select(Text).ShouldBe([SecurityProfiles[0]]);
    }

    [Fact]
    public void Edits_and_wanted_values_may_be_names()
    {
        AddUser("ana");
        Run("$u = Get-ConnectUser -Username ana; $u.RoutingProfileArn = 'Billing'; $u.HierarchyGroupArn = 'Lisbon'; $u | Set-ConnectUser");
        Text(State("ana")["RoutingProfileArn"]).ShouldBe(RoutingProfiles[4]);
        Text(State("ana")["HierarchyGroupArn"]).ShouldEndWith(Texts("(Get-ConnectHierarchyGroup Lisbon).Id").Single());
        Run("Get-ConnectUser -Username ana | Set-ConnectUser -Property @{ RoutingProfile = 'Sales'; SecurityProfiles = 'Agent;TeamLead' }");
        Text(State("ana")["RoutingProfileArn"]).ShouldBe(RoutingProfiles[1]);
        State("ana")["SecurityProfileArns"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public void An_unknown_name_lists_what_there_is_and_the_nearest()
    {
        ErrorRecord error = Fails("NotFound", "New-ConnectUser ana -InstanceArn $instance -Password $password -SecurityProfile Agnet -RoutingProfile Sale");
        error.ToString().ShouldContain("ana");
        error.ToString().ShouldContain("'Sale'");
        error.ToString().ShouldContain("Basic Routing Profile, Sales, Support Tier 1");
        error.ToString().ShouldContain("CallCenterManager");
        error.ErrorDetails.RecommendedAction.ShouldContain("Did you mean 'Sales'?");
        error.ErrorDetails.RecommendedAction.ShouldContain("Did you mean 'Agent'?");
        Writes().ShouldBe(0);
    }

    [Fact]
    public void A_name_in_other_letters_is_ambiguous_where_several_have_it()
    {
        AddProfile("SALES");
        AddProfile("Sales");
        string arn = AddUser("ana");
        ErrorRecord error = Fails("AmbiguousName", "Set-ConnectUser $arn -RoutingProfile sales", ("arn", arn));
        error.ToString().ShouldContain("any of 3");
        error.ToString().ShouldContain(RoutingProfiles[1][^12..]);
        Fails("AmbiguousName", "Set-ConnectUser $arn -RoutingProfile Sales", ("arn", arn)).ToString().ShouldContain("any of 2");
        Writes().ShouldBe(0);
        Run("Set-ConnectUser $arn -RoutingProfile SALES", ("arn", arn));
        Writes().ShouldBe(1, "the exact name is clear");
    }

    [Fact]
    public void What_was_made_since_the_names_were_read_is_found()
    {
        string arn = AddUser("ana");
        Run("Set-ConnectUser $arn -RoutingProfile Sales", ("arn", arn));
        string made = AddProfile("Made since");
        Run("Set-ConnectUser $arn -RoutingProfile 'Made since'", ("arn", arn));
        Text(State("ana")["RoutingProfileArn"]).ShouldBe(made);
    }

    [Fact]
    public void WhatIf_looks_names_up_and_writes_nothing()
    {
        string arn = AddUser("ana");
        Session.UI.TakeText();
        Run("Set-ConnectUser $arn -RoutingProfile Billing -WhatIf", ("arn", arn));
        Session.UI.TakeText().ShouldContain(RoutingProfiles[4]);
        Fails("NotFound", "Set-ConnectUser $arn -RoutingProfile Biling -WhatIf", ("arn", arn));
        Run("New-ConnectUser ben -InstanceArn contact-centre -Password $password -RoutingProfile Billing -SecurityProfile Agent -WhatIf");
        Session.UI.TakeText().ShouldContain(RoutingProfiles[4]);
        Writes().ShouldBe(0);
    }

    [Theory]
    [InlineData("-PhoneType PHONE", "InvalidValue")]
    [InlineData("-SecurityProfile Agent, arn:aws:connect:x", "InvalidArn")]
    [InlineData("-SecurityProfile $routing[0]", "InvalidArn")]
    public void Wrong_values_beside_names_never_reach_a_write(string parameters, string errorId)
    {
        Fails(errorId, $"New-ConnectUser ana -InstanceArn contact-centre -Password $password -RoutingProfile Sales {parameters}");
        Writes().ShouldBe(0);
        if (errorId == "InvalidValue")
        {
            Simulator.CallCount.ShouldBe(0, "nothing is looked up for what is wrong anyhow");
        }
    }

    [Fact]
    public void Names_mean_what_they_mean_in_the_users_own_instance()
    {
        string arn = AddUser("ana");
        ErrorRecord error = Fails("InstanceMismatch", "Set-ConnectUser $arn -RoutingProfile ($routing[0] -replace 'instance/[^/]+', 'instance/11111111-2222-4333-8444-555555555555')", ("arn", arn));
        error.ToString().ShouldContain(Simulator.InstanceArn);
    }

    [Fact]
    public void The_table_shows_the_name_once_it_is_known()
    {
        AddUser("ana");
        Session.Render(Run("Get-ConnectUser -Username ana"), 160).ShouldContain($" {RoutingProfiles[0][^36..^28]}… ");
        Run("Get-ConnectUser -Username ana | Set-ConnectUser -RoutingProfile 'Basic Routing Profile'");
        ClearCalls();
        IReadOnlyList<PSObject> users = Run("$u = Get-ConnectUser -Username ana; $u");
        (Calls("ListResources"), Calls("GetResource")).ShouldBe((2, 1), "instances and users are listed, the user is read, and no name");
        Session.Render(users, 160).ShouldContain(" Basic Routing Profile eu-west-2");
        Run("$u.RoutingProfileArn = $routing[2]");
        Session.Render(users, 160).ShouldContain(" Support Tier 1 eu-west-2");
        Texts("($u | Select-Object -Property *).PSObject.Properties.Name").ShouldNotContain("RoutingProfileName");
    }

    private static string Text(object? value) => value?.ToString() ?? "";

    private string Security(string name) => Texts("(Get-ConnectSecurityProfile $name).Arn", ("name", name)).Single();

    private string AddProfile(string name)
    {
        string arn = $"{Simulator.InstanceArn}/routing-profile/{Guid.NewGuid()}";
        JsonObject profile = new() { ["InstanceArn"] = Simulator.InstanceArn, ["RoutingProfileArn"] = arn, ["Name"] = name, ["Description"] = "Added." };
        Simulator.SetProperties(RoutingType, arn, profile.ToJsonString());
        return arn;
    }

    private string AddGroup(string name, string parent)
    {
        string arn = $"{Simulator.InstanceArn}/agent-group/{Guid.NewGuid()}";
        JsonObject group = new() { ["InstanceArn"] = Simulator.InstanceArn, ["UserHierarchyGroupArn"] = arn, ["Name"] = name, ["ParentGroupArn"] = parent };
        Simulator.SetProperties("AWS::Connect::UserHierarchyGroup", arn, group.ToJsonString());
        return arn;
    }
}
