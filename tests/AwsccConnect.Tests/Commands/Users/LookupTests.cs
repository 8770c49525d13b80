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
        Run("Get-ConnectRoutingProfile Nothing").ShouldBeEmpty();
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
