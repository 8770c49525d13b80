using System.Management.Automation;
using System.Text;
using AwsccConnect.Tests.Commands;

namespace AwsccConnect.Tests.NameResolution;

/// <summary>Rosters in which profiles and groups have their names, and what looking them up costs.</summary>
public sealed class RosterNameTests : SimulatorTestBase
{
    private static readonly string[] Routing = ["Basic Routing Profile", "Sales", "Support Tier 1", "Support Tier 2", "Billing"];
    private static readonly string[] Sites = ["Leeds", "Lisbon", "Manila"];

    [Fact]
    public void Thirty_agents_are_onboarded_with_one_line_and_each_type_is_looked_up_once()
    {
        WriteRoster("agents.csv", "agent", 30);
        Run("Import-Csv $folder/agents.csv | New-ConnectUser -InstanceArn contact-centre -Password $password").Count.ShouldBe(30);
        Calls("CreateResource").ShouldBe(30);
        Calls("ListResources").ShouldBe(4, "instances, routing profiles, security profiles, hierarchy groups");
        NamesRead().ShouldBe(1 + 5 + 5 + 12, "every name once");
        State("agent7")["RoutingProfileArn"]!.ToString().ShouldBe(RoutingProfiles[7 % 5]);
        State("agent7")["SecurityProfileArns"]!.AsArray().Count.ShouldBe(2);
        State("agent29")["HierarchyGroupArn"]!.ToString().ShouldBe(Texts("(Get-ConnectHierarchyGroup 'Manila Sales').Arn").Single());

        WriteRoster("more.csv", "other", 5);
        ClearCalls();
        Run("Import-Csv $folder/more.csv | New-ConnectUser -InstanceArn contact-centre -Password $password").Count.ShouldBe(5);
        (Calls("CreateResource"), Calls("ListResources"), NamesRead()).ShouldBe((5, 0, 0));
    }

    [Fact]
    public void A_row_with_an_unknown_name_is_named_and_keeps_none_of_the_others()
    {
        WriteFile("agents.csv", """
            Username,RoutingProfile,SecurityProfiles,HierarchyGroup
            ana,Sales,Agent,Leeds/Leeds Sales
            ben,Saels,Agent,
            mia,Billing,Agent;Nobody,Leeds/Nowhere
            zoe,Billing,Agent,
            """);
        var result = Invoke("Import-ConnectUser $folder/agents.csv | New-ConnectUser -InstanceArn contact-centre -Password $password");
        result.Output.Count.ShouldBe(2);
        result.Errors.Select(IdOf).ShouldBe(["NotFound", "NotFound"]);
        ErrorRecord ben = result.Errors.Single(error => error.ToString().Contains("agents.csv:3", StringComparison.Ordinal));
        ben.ToString().ShouldContain("'Saels'");
        ben.ErrorDetails.RecommendedAction.ShouldContain("Did you mean 'Sales'?");
        ErrorRecord mia = result.Errors.Single(error => error.ToString().Contains("agents.csv:4", StringComparison.Ordinal));
        mia.ToString().ShouldContain("'Nobody'");
        mia.ToString().ShouldContain("Leeds/Nowhere");
        Calls("CreateResource").ShouldBe(2);
        Calls("ListResources").ShouldBe(4);
    }

    [Fact]
    public void Parameters_win_over_the_names_of_rows_which_are_then_not_looked_up()
    {
        WriteFile("agents.csv", $"Username,RoutingProfile,SecurityProfileArns\nana,No such profile,{SecurityProfiles[0]}");
        Run("Import-Csv $folder/agents.csv | New-ConnectUser -InstanceArn $instance -Password $password -RoutingProfile $routing[3]");
        State("ana")["RoutingProfileArn"]!.ToString().ShouldBe(RoutingProfiles[3]);
        (Calls("ListResources"), Calls("GetResource")).ShouldBe((0, 0));
    }

    [Fact]
    public void Rows_that_change_users_have_names_too()
    {
        AddUser("ana");
        AddUser("ben");
        WriteFile("changes.csv", $"Username,RoutingProfileArn,SecurityProfile\nana,Support Tier 2,\nben,{RoutingProfiles[2]},Agent;TeamLead");
        Run("Import-Csv $folder/changes.csv | Set-ConnectUser -InstanceArn contact-centre");
        State("ana")["RoutingProfileArn"]!.ToString().ShouldBe(RoutingProfiles[3]);
        State("ben")["RoutingProfileArn"]!.ToString().ShouldBe(RoutingProfiles[2]);
        State("ben")["SecurityProfileArns"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public void An_unknown_instance_fails_every_row_and_is_looked_for_once()
    {
        WriteRoster("agents.csv", "agent", 3);
        var result = Invoke("Import-Csv $folder/agents.csv | New-ConnectUser -InstanceArn contact-center -Password $password");
        result.Errors.Select(IdOf).ShouldBe(["NotFound", "NotFound", "NotFound"]);
        result.Errors[0].ErrorDetails.RecommendedAction.ShouldContain("contact-centre");
        (Calls("ListResources"), Calls("GetResource"), Writes()).ShouldBe((1, 1, 0));
    }

    private int NamesRead() => Simulator.Calls.Count(call => call is { Operation: "GetResource", TypeName: not "AWS::Connect::User" });

    private void WriteRoster(string file, string prefix, int count)
    {
        StringBuilder text = new("Username,FirstName,LastName,PhoneType,RoutingProfile,SecurityProfiles,HierarchyGroup\n");
        for (int i = 0; i < count; i++)
        {
            string site = Sites[i % 3];
            text.Append(string.Join(',', $"{prefix}{i}", "Ada", $"Li{i}", "SOFT_PHONE", Routing[i % 5], "Agent;TeamLead", $"{site}/{site} Sales")).Append('\n');
        }

        WriteFile(file, text.ToString());
    }
}
