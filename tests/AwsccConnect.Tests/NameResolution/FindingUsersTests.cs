using AwsccConnect.Tests.Commands;

namespace AwsccConnect.Tests.NameResolution;

/// <summary>One or some of 5,000 users, with few calls and never wrong.</summary>
public sealed class FindingUsersTests : SimulatorTestBase
{
    private const string Get = "Get-ConnectUser -InstanceArn contact-centre";
    private static readonly string[] NameLists = ["ListRoutingProfiles", "ListSecurityProfiles", "ListUserHierarchyGroups"];

    /// <summary>The index of the search has what the simulator starts with, and nothing later.</summary>
    protected override SimulatorOptions Options => new() { UserCount = 5000, SearchDelaySeconds = 3600 };

    private IReadOnlyList<string> Names { get; set; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Names = Texts("(Get-ConnectUser -InstanceArn $instance -Username * -IdentifierOnly -First 100 -AccessKey AKIDSETUP).Username");
        Simulator.ClearCalls();
    }

    [Fact]
    public void One_by_name_is_found_by_a_search_and_read()
    {
        var name = Names[98];

        Texts($"({Get} -Username {name.ToUpperInvariant()}).Username").ShouldBe([name]);

        ShouldHaveCalled(["ListInstances", "SearchUsers", "GetResource", .. NameLists]);
    }

    [Fact]
    public void Several_by_name_cost_one_search()
    {
        string[] names = [Names[7], Names[90], Names[12]];

        Texts($"({Get} -Username {string.Join(',', names)}).Username").ShouldBe(names, ignoreOrder: true);

        ShouldHaveCalled(["ListInstances", "SearchUsers", "GetResource", "GetResource", "GetResource", .. NameLists]);
    }

    [Fact]
    public void Who_the_search_does_not_have_yet_is_found_in_the_list()
    {
        AddUser("nobody.x");

        Texts($"({Get} -Username nobody.x, {Names[3]}).Username").ShouldBe([Names[3], "nobody.x"]);

        Calls("SearchUsers").Count.ShouldBe(1);
        Calls("GetResource").Count.ShouldBe(2);
    }

    [Fact]
    public void Who_was_renamed_or_removed_since_is_not_found_and_who_has_the_name_now_is()
    {
        var (renamed, removed, taken) = (Names[10], Names[11], Names[12]);
        Change(renamed, user => user["Username"] = "somebody.else");
        Simulator.Remove(Simulator.FindUser(removed)!);
        Simulator.Remove(Simulator.FindUser(taken)!);
        var arn = AddUser(taken);

        var result = Invoke($"{Get} -Username {renamed}, {removed}, {taken}, SOMEBODY.else");

        result.Output.Select(user => user.Properties["UserArn"].Value).ShouldBe([arn, Simulator.FindUser("somebody.else")], ignoreOrder: true);
        result.AllErrors.Select(error => error.TargetObject).ShouldBe([renamed, removed]);
        result.AllErrors.ShouldAllBe(error => IdOf(error) == "NotFound");
    }

    [Theory]
    [InlineData("connect:SearchUsers", "ListInstances ListUsers GetResource")]
    [InlineData("connect:ListUsers", "ListInstances SearchUsers GetResource")]
    public void A_denied_permission_costs_only_calls(string action, string operations)
    {
        var name = Names[1];
        Simulator.Deny(action);

        Texts($"({Get} -Username {name}).Username").ShouldBe([name]);

        Simulator.Calls.Where(call => call.StatusCode == 200).Select(call => call.Operation).Distinct()
            .ShouldBe([.. operations.Split(' '), .. NameLists], ignoreOrder: true);
    }

    [Fact]
    public void References_by_name_come_from_the_list_with_their_times()
    {
        Texts($"{Get} -Username {Names[2]} -IdentifierOnly | ForEach-Object {{ $_.LastModifiedTime.Kind }}").ShouldBe(["Utc"]);
        Calls("GetResource").Count.ShouldBe(0);
    }

    [Fact]
    public void Some_by_tag_and_routing_profile_cost_what_they_cost_a_plain_client()
    {
        var found = Texts($"({Get} -RoutingProfile Sales -Tag @{{ Team = 'Sales'; CostCentre = 'CC104' }}).Username");

        found.Count.ShouldBeInRange(20, 60);
        ShouldHaveCalled(["ListInstances", "SearchUsers", .. NameLists, .. Enumerable.Repeat("GetResource", found.Count)]);
    }

    [Fact]
    public void A_change_is_found_in_its_session_however_far_behind_the_search_is()
    {
        var (made, changed, accepted) = ("made.now", Names[70], Names[72]);
        Run($"New-ConnectUser {made} -InstanceArn $instance -RoutingProfile $routing[0] -SecurityProfile $security[0] -FirstName A -LastName B -Password $password -Tag @{{ Desk = '9' }}");
        Run($"{Get} -Username {changed} | Set-ConnectUser -AddTag @{{ Desk = '9' }}");
        Run($"{Get} -Username {accepted} | Set-ConnectUser -AddTag @{{ Desk = '9' }} -NoWait | Wait-ConnectUserRequest");
        Run($"{Get} -Username {Names[71]} | Set-ConnectUser -AddTag @{{ Desk = '9' }}; {Get} -Username {Names[71]} | Remove-ConnectUser -Force");
        AddUser("by.another", user => user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "Desk", ["Value"] = "9" }));
        Simulator.ClearCalls();

        Texts($"({Get} -Tag @{{ Desk = '9' }}).Username").ShouldBe([made, changed, accepted]);
        Calls("ListUsers").Count.ShouldBe(0);
        Calls("GetResource").Count.ShouldBe(3);
        Texts($"({Get} -Tag @{{ Desk = '9' }} -ModifiedAfter ([datetime]::Now.AddMinutes(-5))).Username").ShouldBe([changed, accepted, made, "by.another"]);
    }

    private void ShouldHaveCalled(IEnumerable<string> operations) => Simulator.Calls.Select(call => call.Operation).ShouldBe(operations, ignoreOrder: true);
}
