using System.Management.Automation;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>The read-only look-ups around a user.</summary>
public sealed class LookupTests : SimulatedSession
{
    protected override SimulatorOptions Options => new() { UserCount = 0, InstanceCount = 2 };

    [Theory]
    [InlineData("contact-centre-2")]
    [InlineData("CONTACT-centre-?")]
    public void Instances_are_found_by_alias_with_wildcards(string name)
    {
        PSObject instance = Run("Get-ConnectInstance $name", ("name", name)).Single();
        instance.Properties["Alias"].Value.ShouldBe("contact-centre-2");
        instance.Properties["Arn"].Value.ToString().ShouldStartWith("arn:aws:connect:eu-west-2:");
        instance.Properties["Region"].Value.ShouldBe("eu-west-2");
    }

    [Fact]
    public void Instances_are_read_by_ARN()
    {
        Run("Get-ConnectInstance -Arn $instance").Single().Properties["Alias"].Value.ShouldBe("contact-centre");
        Run("Get-ConnectInstance").Count.ShouldBe(2);
        Calls("GetResource").ShouldBe(3);
    }

    [Fact]
    public void Routing_profiles_are_found_by_name_with_wildcards_in_one_instance_or_all()
    {
        Texts("Get-ConnectRoutingProfile 'Support Tier*' -InstanceArn contact-centre | ForEach-Object Name").ShouldBe(["Support Tier 1", "Support Tier 2"]);
        Run("Get-ConnectRoutingProfile sales, billing").Count.ShouldBe(4);
        Texts("Get-ConnectRoutingProfile Sales -InstanceArn $instance | ForEach-Object InstanceArn").ShouldBe([Simulator.InstanceArn]);
        Run("Get-ConnectRoutingProfile Nothing*").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Get-ConnectRoutingProfile Sale -InstanceArn contact-centre", "Sale", "Sales")]
    [InlineData("Get-ConnectSecurityProfile agnet", "agnet", "Agent")]
    [InlineData("Get-ConnectHierarchyGroup 'Leeds/Leeds Sale'", "Leeds/Leeds Sale", "Leeds/Leeds Sales")]
    [InlineData("Get-ConnectInstance contact-center", "contact-center", "contact-centre")]
    public void An_exact_name_that_is_not_there_is_an_error_with_the_nearest(string script, string name, string nearest)
    {
        ErrorRecord error = Fails("NotFound", script);
        error.ToString().ShouldContain($"'{name}'");
        error.TargetObject.ShouldBe(name);
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.ObjectNotFound);
        error.ErrorDetails.RecommendedAction.ShouldBe($"Did you mean '{nearest}'?");
    }

    [Fact]
    public void Names_that_are_there_come_beside_the_error_for_one_that_is_not()
    {
        var result = Invoke("Get-ConnectSecurityProfile Agent, Nobody, Team* -InstanceArn contact-centre");
        result.Output.Count.ShouldBe(2);
        ErrorRecord error = result.Errors.ShouldHaveSingleItem();
        error.TargetObject.ShouldBe("Nobody");
        error.ErrorDetails.RecommendedAction.ShouldContain("Get-ConnectSecurityProfile");
    }

    [Fact]
    public void A_name_in_one_of_several_places_is_found() =>
        Texts("Get-ConnectInstance contact-centre-2, contact-centre -Region eu-west-2 | ForEach-Object Alias").Count.ShouldBe(2);

    [Fact]
    public void A_place_that_could_not_be_searched_is_the_only_error()
    {
        var result = Invoke("Get-ConnectRoutingProfile Nothing -InstanceArn nowhere, contact-centre");
        result.Errors.ShouldHaveSingleItem().ToString().ShouldContain("nowhere");
    }

    [Fact]
    public void Groups_are_found_by_path() =>
        Texts("Get-ConnectHierarchyGroup 'leeds/leeds sales' -InstanceArn $instance | ForEach-Object Name").ShouldBe(["Leeds Sales"]);

    [Theory]
    [InlineData("Get-ConnectRoutingProfile -InstanceArn $instance")]
    [InlineData("Get-ConnectRoutingProfile Sales -InstanceArn $instance")]
    public void What_a_look_up_has_read_is_a_name_without_a_call(string script)
    {
        string arn = AddUser("ana");
        Run(script);
        ClearCalls();
        Run("Set-ConnectUser $arn -RoutingProfile sales", ("arn", arn));
        (Calls("ListResources"), Calls("GetResource")).ShouldBe((0, 1), "only the user is read");
    }

    [Fact]
    public void The_table_of_users_has_the_names_that_look_ups_have_read()
    {
        AddUser("ana", user => user["RoutingProfileArn"] = RoutingProfiles[1]);
        Run("Get-ConnectRoutingProfile -Identifier $routing[1]");
        Session.Render(Run("Get-ConnectUser -Username ana"), 160).ShouldContain(" Sales   eu-west-2");
    }

    [Fact]
    public void Security_profiles_have_their_names()
    {
        Texts("Get-ConnectSecurityProfile -InstanceArn contact-centre | ForEach-Object Name")
            .ShouldBe(["Admin", "Agent", "CallCenterManager", "QualityAnalyst", "TeamLead"], ignoreOrder: true);
        Run("Get-ConnectSecurityProfile -Identifier $security[0]").Single().Properties["Arn"].Value.ShouldBe(SecurityProfiles[0]);
    }

    [Fact]
    public void Hierarchy_groups_have_their_paths()
    {
        Texts("Get-ConnectHierarchyGroup 'Leeds*' -InstanceArn $instance | ForEach-Object Path")
            .ShouldBe(["Leeds", "Leeds/Leeds Sales", "Leeds/Leeds Support", "Leeds/Leeds Billing"], ignoreOrder: true);
    }

    [Fact]
    public void A_group_read_by_its_ARN_has_its_path_too()
    {
        string arn = Texts("(Get-ConnectHierarchyGroup 'Leeds Sales' -InstanceArn $instance).Arn").Single();
        Texts("Get-ConnectHierarchyGroup -Identifier $arn | ForEach-Object Path", ("arn", arn)).ShouldBe(["Leeds/Leeds Sales"]);
    }

    [Fact]
    public void An_unknown_instance_is_an_error_that_lists_those_there_are()
    {
        ErrorRecord error = Fails("NotFound", "Get-ConnectRoutingProfile -InstanceArn contact-center");
        error.ToString().ShouldContain("contact-centre-2");
        error.ErrorDetails.RecommendedAction.ShouldContain("contact-centre");
    }

    [Fact]
    public void One_wrong_instance_does_not_keep_the_others_from_coming()
    {
        var result = Invoke("Get-ConnectRoutingProfile Sales -InstanceArn nowhere, contact-centre");
        IdOf(result.Errors.ShouldHaveSingleItem()).ShouldBe("NotFound");
        result.Output.Count.ShouldBe(1);
    }

    [Fact]
    public void An_unknown_ARN_is_an_error_of_its_own()
    {
        string unknown = RoutingProfiles[0][..^4] + "0000";
        var result = Invoke("Get-ConnectRoutingProfile -Identifier $unknown, $routing[1]", ("unknown", unknown));
        result.Output.Count.ShouldBe(1);
        ErrorRecord error = result.Errors.ShouldHaveSingleItem();
        IdOf(error).ShouldBe("NotFound");
        error.ToString().ShouldContain(unknown);
    }
}
