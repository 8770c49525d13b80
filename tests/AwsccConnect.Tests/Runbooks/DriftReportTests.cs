using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Runbooks;

/// <summary>examples/runbooks/Invoke-DriftReport.ps1.</summary>
public sealed class DriftReportTests
{
    [Fact]
    public async Task Drift_is_1_and_in_both_reports()
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        (string first, string second) = await StackAsync(world, "=1+1");

        PwshResult result = await RunAsync(world, "-HtmlPath", world.PathOf("reports/drift.html"));

        result.Error.ShouldBeEmpty();
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldBe("InSync: 1\nMissing: 1\nDifferent: 1\nExtra: 0\nBlocked: 0\nFailed: 0\n");
        IReadOnlyList<Dictionary<string, string>> report = world.Report();
        report.Select(row => (row["Username"], row["Status"])).ShouldBe([(first, "Different"), ("new.user", "Missing")], ignoreOrder: true);
        report.Single(row => row["Username"] == first)["Differences"].ShouldContain("-> =1+1");
        string page = await File.ReadAllTextAsync(world.PathOf("reports/drift.html"));
        page.ShouldContain($"<td>{first}</td>");
        page.ShouldContain("-&gt; =1+1");
        page.ShouldNotContain($"<td>{second}</td>");
        new[] { "CreateResource", "UpdateResource", "DeleteResource" }.Sum(world.CountCalls).ShouldBe(0);
    }

    [Fact]
    public async Task All_as_wanted_is_0()
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        string name = Name(world, 0);
        await world.WriteAsync("stack.csv", "Username", name);

        PwshResult result = await RunAsync(world, "-IncludeInSync");

        result.Error.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
        world.Report().ShouldHaveSingleItem()["Status"].ShouldBe("InSync");
    }

    [Fact]
    public async Task A_bad_row_is_1_and_a_missing_file_2()
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        await world.WriteAsync("stack.csv", "Username,AutoAccept", $"{Name(world, 0)},perhaps");
        PwshResult result = await RunAsync(world);
        result.ExitCode.ShouldBe(1);
        world.Report().ShouldHaveSingleItem()["ErrorId"].ShouldBe("InvalidValue");

        File.Delete(world.PathOf("stack.csv"));
        result = await RunAsync(world);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldStartWith("Could not run: ");
    }

    private static Task<PwshResult> RunAsync(RunbookWorld world, params string[] arguments) =>
        world.RunAsync("Invoke-DriftReport", ["-StackPath", world.PathOf("stack.csv"), .. arguments]);

    /// <summary>A roster with one user that differs, one that is as wanted, and one that there is not.</summary>
    private static async Task<(string First, string Second)> StackAsync(RunbookWorld world, string lastName)
    {
        (string first, string second) = (Name(world, 0), Name(world, 1));
        await world.WriteAsync("stack.csv", "Username,LastName,RoutingProfile,SecurityProfile", $"{first},'{lastName},,", $"{second},,,", "new.user,New,Support Tier 1,Agent");
        return (first, second);
    }

    private static string Name(RunbookWorld world, int number)
    {
        using ModuleSession session = new();
        return session.Run(
            "(Get-ConnectUser -InstanceArn $instance -EndpointUrl $url -AccessKey A -SecretKey none)[$number].Username",
            ("instance", world.Simulator.InstanceArn), ("url", world.Simulator.Url.AbsoluteUri), ("number", number)).Single().ToString();
    }
}
