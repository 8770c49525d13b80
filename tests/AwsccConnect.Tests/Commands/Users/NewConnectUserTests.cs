using System.Management.Automation;
using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>Creating users.</summary>
public sealed class NewConnectUserTests : SimulatorTestBase
{
    private const string Minimal = "-RoutingProfile $routing[0] -SecurityProfile $security[0] -InstanceArn $instance -Password $password";

    protected override bool RecordsBodies => true;

    [Fact]
    public void Parameters_become_the_documented_state()
    {
        string group = Texts("(Get-ConnectHierarchyGroup)[0].Arn").Single();
        Run($$"""
            New-ConnectUser ben {{Minimal}} -HierarchyGroup $group -FirstName Ben -LastName Ode -Email ben@example.com -SecondaryEmail b@example.com `
                -Mobile +447700900123 -PhoneType DESK_PHONE -DeskPhoneNumber +442079460123 -AutoAccept $false -AfterContactWorkTimeLimit 0 `
                -PersistentConnection $true -Tag @{ Team = 'A' } -Proficiency @{ AttributeName = 'Product'; AttributeValue = 'Mobile'; Level = 2 }
            """, ("group", group)).ShouldHaveSingleItem().Properties["Username"].Value.ShouldBe("ben");

        Canonical(Sent("CreateResource").ShouldHaveSingleItem().DesiredState).ShouldBe(Canonical(new JsonObject
        {
            ["Username"] = "ben",
            ["Password"] = "Correct7Horse",
            ["InstanceArn"] = Simulator.InstanceArn,
            ["RoutingProfileArn"] = RoutingProfiles[0],
            ["SecurityProfileArns"] = new JsonArray(SecurityProfiles[0]),
            ["HierarchyGroupArn"] = group,
            ["IdentityInfo"] = new JsonObject
            {
                ["FirstName"] = "Ben", ["LastName"] = "Ode", ["Email"] = "ben@example.com", ["SecondaryEmail"] = "b@example.com", ["Mobile"] = "+447700900123",
            },
            ["PhoneConfig"] = new JsonObject
            {
                ["PhoneType"] = "DESK_PHONE", ["DeskPhoneNumber"] = "+442079460123", ["AutoAccept"] = false, ["AfterContactWorkTimeLimit"] = 0, ["PersistentConnection"] = true,
            },
            ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Team", ["Value"] = "A" }),
            ["UserProficiencies"] = new JsonArray(new JsonObject { ["AttributeName"] = "Product", ["AttributeValue"] = "Mobile", ["Level"] = 2 }),
        }));
    }

    [Fact]
    public void Nested_parameters_say_the_same_as_flat_ones()
    {
        Run($"New-ConnectUser ben {Minimal} -IdentityInfo @{{ FirstName = 'Ben'; last_name = 'Ode' }} -PhoneConfig @{{ PhoneType = 'soft_phone'; AutoAccept = $true }}");
        State("ben")["IdentityInfo"]!.ToJsonString().ShouldBe("""{"FirstName":"Ben","LastName":"Ode"}""");
        Canonical(State("ben")["PhoneConfig"]).ShouldBe("""{AutoAccept:true,PhoneType:"SOFT_PHONE"}""");
    }

    [Theory]
    [InlineData("@{ Team = 'A'; Site = 'Leeds' }")]
    [InlineData("@{ Key = 'Team'; Value = 'A' }, @{ Key = 'Site'; Value = 'Leeds' }")]
    [InlineData("([pscustomobject]@{ Key = 'Team'; Value = 'A' }), ([pscustomobject]@{ Key = 'Site'; Value = 'Leeds' })")]
    [InlineData("'Team=A;Site=Leeds'")]
    public void Tags_may_be_a_hashtable_objects_or_text(string tags)
    {
        Run($"New-ConnectUser ben {Minimal} -Tag {tags}");
        TagsOf("ben").ShouldBe(["Site=Leeds", "Team=A"]);
    }

    [Fact]
    public void Settings_per_channel_are_sent_as_their_arrays()
    {
        Run($"""
            New-ConnectUser ben {Minimal} -AutoAcceptConfig @{"{"} Channel = 'VOICE'; AutoAccept = $true {"}"}, @{"{"} Channel = 'CHAT'; AutoAccept = $false {"}"} `
                -AfterContactWorkConfig @{"{"} Channel = 'VOICE'; AfterContactWorkTimeLimit = 30 {"}"} -PhoneNumberConfig @{"{"} Channel = 'VOICE'; PhoneType = 'SOFT_PHONE' {"}"}
            """);
        State("ben")["AutoAcceptConfigs"]!.AsArray().Count.ShouldBe(2);
        State("ben")["AfterContactWorkConfigs"]!.ToJsonString().ShouldBe("""[{"Channel":"VOICE","AfterContactWorkConfig":{"AfterContactWorkTimeLimit":30}}]""");
        State("ben").ContainsKey("PhoneConfig").ShouldBeFalse();
    }

    [Theory]
    [InlineData("contact-centre")]
    [InlineData("$instance.Split('/')[1]")]
    public void The_instance_may_be_an_alias_or_id(string location)
    {
        string argument = location.StartsWith('$') ? $"({location})" : location;
        Run($"New-ConnectUser ben -RoutingProfile $routing[0] -SecurityProfile $security[0] -InstanceArn {argument} -Password $password");
        State("ben")["InstanceArn"]!.ToString().ShouldBe(Simulator.InstanceArn);
    }

    [Fact]
    public void Objects_of_the_look_ups_are_accepted_for_ARNs()
    {
        Run(
            """
            New-ConnectUser ben -RoutingProfile (Get-ConnectRoutingProfile -Name 'Basic Routing Profile') -InstanceArn (Get-ConnectInstance) `
                -SecurityProfile (Get-ConnectSecurityProfile -Name A*) -HierarchyGroup (Get-ConnectHierarchyGroup -Name 'Leeds Sales') -Password $password
            """);
        State("ben")["SecurityProfileArns"]!.AsArray().Count.ShouldBe(2);
        State("ben")["HierarchyGroupArn"]!.ToString().ShouldContain("/agent-group/");
    }

    [Fact]
    public void Parameters_apply_to_every_row()
    {
        Run("'ben', 'mia' | ForEach-Object { @{ Username = $_; FirstName = 'Row' } } | New-ConnectUser " + Minimal + " -FirstName Line").Count.ShouldBe(2);
        State("ben")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Line");
        State("mia")["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Line");
    }

    [Fact]
    public void One_bad_row_never_stops_the_others()
    {
        AddUser("taken");
        var result = Invoke(
            "'a', 'taken', 'not a name', 'b' | ForEach-Object { [pscustomobject]@{ Username = $_ } } | New-ConnectUser " + Minimal);
        result.Output.Select(user => user.Properties["Username"].Value).ShouldBe(["a", "b"], ignoreOrder: true);
        result.Errors.Select(IdOf).ShouldBe(["InvalidValue", "AlreadyExists"], ignoreOrder: true);
        ErrorRecord taken = result.Errors.Single(error => IdOf(error) == "AlreadyExists");
        taken.CategoryInfo.Category.ShouldBe(ErrorCategory.ResourceExists);
        taken.ToString().ShouldContain("taken");
        taken.TargetObject.ShouldBeOfType<PSObject>().Properties["Username"].Value.ShouldBe("taken");
    }

    [Fact]
    public void NoWait_returns_the_request_without_the_password()
    {
        PSObject request = Run($"New-ConnectUser ben {Minimal} -NoWait").Single();
        request.TypeNames[0].ShouldBe("AwsccConnect.ConnectUserRequest");
        request.Properties["RequestToken"].Value.ShouldNotBeNull();
        request.Properties["Operation"].Value.ShouldBe("CREATE");
        request.Properties["User"].Value.ShouldBe("ben");
        Calls("GetResourceRequestStatus").ShouldBe(0);
        request.Properties.Select(property => property.Value?.ToString() ?? "").ShouldNotContain(text => text.Contains("Correct7Horse"));
    }

    [Fact]
    public void WhatIf_prints_the_wanted_state_and_sends_nothing()
    {
        Session.UI.TakeText();
        Run($"New-ConnectUser ben {Minimal} -FirstName Ben -AutoAccept $true -Tag @{{ Team = 'A' }} -WhatIf").ShouldBeEmpty();
        string text = Session.UI.TakeText();
        text.ShouldStartWith("What if: ");
        text.ShouldContain("Create user 'ben'");
        text.ShouldContain("IdentityInfo/FirstName = Ben");
        text.ShouldContain("PhoneConfig/AutoAccept = true");
        text.ShouldContain("Tags = Team=A");
        text.ShouldContain("Password = ***");
        text.ShouldNotContain("Correct7Horse");
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public void A_client_token_is_sent_as_given()
    {
        Run($"New-ConnectUser ben {Minimal} -ClientToken my-token-1");
        Sent("CreateResource").ShouldHaveSingleItem().Body["ClientToken"]!.ToString().ShouldBe("my-token-1");
    }

    [Fact]
    public void ARNs_and_references_have_no_values_to_create_from()
    {
        string arn = AddUser("ben");
        Fails("MissingIdentity", "$arn | New-ConnectUser -Password $password", ("arn", arn));
        Fails("MissingIdentity", "Get-ConnectUser -IdentifierOnly | New-ConnectUser -Password $password");
        Writes().ShouldBe(0);
    }
}
