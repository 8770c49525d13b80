using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>-First, -Skip, -IncludeTotalCount and Select-Object: no read more than needed.</summary>
public sealed class GetPagingTests : SimulatorTestBase
{
    protected override SimulatorOptions Options => new() { UserCount = 250, PageSize = 100 };

    [Fact]
    public void First_reads_as_many_users()
    {
        string[] all = All();
        ClearCalls();
        Texts("Get-ConnectUser -InstanceArn $instance -First 7 | ForEach-Object UserArn").ShouldBe(all.Take(7));
        Calls("GetResource").ShouldBe(7);
        Calls("ListResources").ShouldBe(1);
    }

    [Fact]
    public void Skip_without_a_filter_costs_no_reads()
    {
        string[] all = All();
        ClearCalls();
        Texts("Get-ConnectUser -InstanceArn $instance -Skip 110 -First 5 | ForEach-Object UserArn").ShouldBe(all.Skip(110).Take(5));
        Calls("GetResource").ShouldBe(5);
        Calls("ListResources").ShouldBe(2);
    }

    [Fact]
    public void Skip_with_a_filter_counts_what_passes_it()
    {
        string[] matching = [.. Texts("Get-ConnectUser -Username *a* | ForEach-Object UserArn")];
        matching.Length.ShouldBeGreaterThan(10);
        Texts("Get-ConnectUser -Username *a* -Skip 2 -First 3 | ForEach-Object UserArn").ShouldBe(matching.Skip(2).Take(3));
    }

    [Fact]
    public void First_and_Skip_hold_for_identifiers_too()
    {
        string[] all = All();
        ClearCalls();
        Texts("Get-ConnectUser -IdentifierOnly -Skip 3 -First 2 | ForEach-Object UserArn").ShouldBe(all.Skip(3).Take(2));
        Texts("$all | Get-ConnectUser -Skip 3 -First 2 | ForEach-Object UserArn", ("all", all[..8])).ShouldBe(all.Skip(3).Take(2));
        Texts("Get-ConnectUser -First 0").ShouldBeEmpty();
    }

    [Fact]
    public void IncludeTotalCount_lists_all_identifiers_first()
    {
        var output = Run("Get-ConnectUser -InstanceArn $instance -IncludeTotalCount -First 2");
        output.Count.ShouldBe(3);
        output[0].BaseObject.ShouldBe(250UL);
        output[0].Properties["Accuracy"].Value.ShouldBe(1.0);
        Calls("GetResource").ShouldBe(2);
    }

    [Fact]
    public void With_a_filter_the_total_is_an_upper_bound_of_no_accuracy()
    {
        var total = Run("Get-ConnectUser -Username a* -IncludeTotalCount")[0];
        total.BaseObject.ShouldBe(250UL);
        total.Properties["Accuracy"].Value.ShouldBe(0.0);
    }

    [Fact]
    public void IncludeTotalCount_counts_identifiers_and_says_that_it_does_not_know_what_the_pipeline_brings()
    {
        string[] all = All();
        var output = Run("Get-ConnectUser -Identifier $all -IncludeTotalCount -First 2", ("all", all[..8]));
        output.Count.ShouldBe(3);
        output[0].BaseObject.ShouldBe(8UL);
        output[0].Properties["Accuracy"].Value.ShouldBe(1.0);
        output = Run("$all | Get-ConnectUser -IncludeTotalCount -First 2", ("all", all[..8]));
        output.Count.ShouldBe(3);
        output[0].BaseObject.ShouldBe(0UL);
        output[0].Properties["Accuracy"].Value.ShouldBe(0.0);
        Texts("($all | Get-ConnectUser -IncludeTotalCount -First 1)[0].ToString()", ("all", all[..2])).ShouldBe(["Unknown total count"]);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    public void Select_First_downstream_stops_the_reading(int throttleLimit)
    {
        InvocationResult result = Invoke("Get-ConnectUser -InstanceArn $instance -ThrottleLimit $limit | Select-Object -First 5", ("limit", throttleLimit));
        result.Output.Count.ShouldBe(5);
        result.AllErrors.ShouldBeEmpty();
        Calls("GetResource").ShouldBeInRange(5, 5 + throttleLimit);
        Calls("ListResources").ShouldBe(1);
        long after = Simulator.CallCount;
        Run("$null = 1..50 | ForEach-Object { [System.Threading.Thread]::Sleep(4) }");
        Simulator.CallCount.ShouldBe(after, "no call starts after the pipeline has ended");
    }

    private string[] All() => [.. Texts("Get-ConnectUser -InstanceArn $instance -IdentifierOnly | ForEach-Object UserArn")];
}
