using AwsccConnect.Tests.Commands;

namespace AwsccConnect.Tests.NameResolution;

/// <summary>Users by name in an instance of many cost a list and their own reads.</summary>
public sealed class FewCallsTests : SimulatorTestBase
{
    private const int Rows = 1000;

    protected override SimulatorOptions Options => new() { UserCount = 5000 };

    [Fact]
    public void A_roster_of_changes_by_username_reads_no_more_users_than_it_has_rows()
    {
        string[] names = [.. Texts("Get-ConnectUser -InstanceArn $instance -IdentifierOnly -Skip 3000 -First 1000 | ForEach-Object Username")];
        Simulator.ClearCalls();

        Run("$names | ForEach-Object { [pscustomobject]@{ Username = $_; LastName = 'Changed' } } | Set-ConnectUser -InstanceArn contact-centre", ("names", names));

        names.ShouldAllBe(name => (string)State(name)["IdentityInfo"]!["LastName"]! == "Changed");
        Calls("UpdateResource").Count.ShouldBe(Rows);
        Calls("GetResource").Select(call => call.Identifier).Distinct().Count().ShouldBeLessThanOrEqualTo(Rows);
        (Calls("ListInstances").Count + Calls("ListUsers").Count + Calls("ListResources").Count).ShouldBe(1 + 5, "a list has 1,000 users");
    }

    [Fact]
    public void A_username_that_nobody_has_costs_a_search_and_lists()
    {
        Fails("NotFound", "Get-ConnectUser -InstanceArn contact-centre -Username nobody.x");
        Simulator.Calls.Select(call => call.Operation).Distinct().ShouldBe(["ListInstances", "SearchUsers", "ListUsers"]);
    }

    [Theory]
    [InlineData("Test-ConnectUserStack")]
    [InlineData("Publish-ConnectUserStack -Prune")]
    public void A_stack_is_compared_by_reading_its_own_users_and_those_of_the_file(string command)
    {
        string[] names = [.. Texts("Get-ConnectUser -InstanceArn $instance -Skip 250 -First 3 | ForEach-Object Username")];
        var extra = AddOwned("extra");
        Run("$names | ForEach-Object { [pscustomobject]@{ Username = $_ } } | Export-Csv $folder/team.csv", ("names", names));
        Simulator.ClearCalls();

        var results = Run($"{command} $folder/team.csv -InstanceArn contact-centre");

        results.Select(result => result.Properties["Username"].Value).ShouldBe([.. names, "extra"], ignoreOrder: true);
        Simulator.Calls.Where(call => call.Operation == "GetResource").Select(call => call.Identifier).Distinct()
            .ShouldBe([.. names.Select(name => Simulator.FindUser(name)), extra], ignoreOrder: true);
    }

    [Fact]
    public void A_stack_is_taken_down_by_reading_its_own_users()
    {
        string[] owned = [AddOwned("ana"), AddOwned("ben")];
        Simulator.ClearCalls();

        Run("Unpublish-ConnectUserStack -Name team -InstanceArn contact-centre -Force").Select(result => result.Properties["UserArn"].Value).ShouldBe(owned, ignoreOrder: true);

        Simulator.Calls.Where(call => call.Operation is "GetResource" or "DeleteResource").Select(call => call.Identifier).Distinct().ShouldBe(owned, ignoreOrder: true);
    }

    private string AddOwned(string name) =>
        AddUser(name, user => user["Tags"]!.AsArray().Add(new System.Text.Json.Nodes.JsonObject { ["Key"] = "AwsccConnect:Stack", ["Value"] = "team" }));
}
