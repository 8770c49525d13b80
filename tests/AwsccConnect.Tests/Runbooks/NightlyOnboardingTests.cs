using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Runbooks;

/// <summary>examples/runbooks/Invoke-NightlyOnboarding.ps1.</summary>
public sealed class NightlyOnboardingTests
{
    private const string Header = "Username,FirstName,LastName,Email,PhoneType,AfterContactWorkTimeLimit";
    private static readonly string[] Profiles = ["-RoutingProfile", "Support Tier 1", "-SecurityProfile", "Agent"];

    private static string Row(string name, string limit = "30") => $"{name},{name},Test,{name}@example.com,SOFT_PHONE,{limit}";

    [Fact]
    public async Task All_good_is_0_and_every_row_is_in_the_report()
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        await world.WriteAsync("roster.csv", Header, Row("ann"), Row("ben"));

        PwshResult result = await RunAsync(world);

        result.Error.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe("Created: 2\nExisting: 0\nFailed: 0\nNotDone: 0\n");
        world.Report().Select(row => (row["Row"], row["Username"], row["Status"])).ShouldBe([("roster.csv:2", "ann", "Created"), ("roster.csv:3", "ben", "Created")]);
        world.Report().ShouldAllBe(row => row["UserArn"] == world.Simulator.FindUser(row["Username"]));
    }

    [Fact]
    public async Task Bad_rows_are_1_and_the_rows_after_them_go_on()
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        await world.WriteAsync("roster.csv", Header, Row("bad.limit", "soon"), Row("ann"), "too,many,cells,in,this,row,here", Row("twin"), Row("twin"), Row("last"));

        PwshResult result = await RunAsync(world);

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldBe("Created: 3\nExisting: 0\nFailed: 3\nNotDone: 0\n");
        IReadOnlyList<Dictionary<string, string>> report = world.Report();
        report.Select(row => row["Row"].Split(':')[1]).ShouldBe(["2", "3", "4", "5", "6", "7"], "in the order of the file");
        report[0]["ErrorId"].ShouldBe("InvalidValue");
        report[0]["Message"].ShouldContain("'soon'");
        report[2]["ErrorId"].ShouldBe("InvalidRosterRow");
        string[] twins = ["Created", "Failed"];
        new[] { report[3]["Status"], report[4]["Status"] }.ShouldBe(twins, ignoreOrder: true);
        report.Single(row => row["Username"] == "twin" && row["Status"] == "Failed")["ErrorId"].ShouldBe("AlreadyExists");
        foreach (string name in new[] { "ann", "twin", "last" })
        {
            world.Simulator.FindUser(name).ShouldNotBeNull();
        }

        world.Simulator.UserCount.ShouldBe(6 + 3);
    }

    [Fact]
    public async Task Run_again_with_SkipExisting_the_same_roster_is_no_failure()
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        await world.WriteAsync("roster.csv", Header, Row("ann"));
        (await RunAsync(world)).ExitCode.ShouldBe(0);
        await world.WriteAsync("roster.csv", Header, Row("ann"), Row("ben"));

        PwshResult result = await RunAsync(world, "-SkipExisting");

        result.ExitCode.ShouldBe(0);
        world.Report().Select(row => row["Status"]).ShouldBe(["Existing", "Created"]);
        (await RunAsync(world)).ExitCode.ShouldBe(1, "without the switch they are failures");
    }

    [Fact]
    public async Task Passwords_go_to_the_handover_script_and_nowhere_else()
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        await world.WriteAsync("roster.csv", Header, Row("ann"), Row("ben"));
        await world.WriteAsync(
            "handover.ps1",
            "param($User)",
            "if ($User.Username -eq 'ben') { throw \"vault closed: $($User.InitialCredential.GetNetworkCredential().Password)\" }",
            $"[System.IO.File]::WriteAllText('{world.PathOf("vault.txt")}', $User.InitialCredential.GetNetworkCredential().Password)");

        PwshResult result = await RunAsync(world, "-HandoverScript", world.PathOf("handover.ps1"));

        string password = await File.ReadAllTextAsync(world.PathOf("vault.txt"));
        world.Simulator.CheckPassword(world.Simulator.FindUser("ann")!, password).ShouldBeTrue();
        result.ExitCode.ShouldBe(1);
        Dictionary<string, string> ben = world.Report()[1];
        (ben["Status"], ben["ErrorId"], ben["UserArn"]).ShouldBe(("Failed", "HandoverFailed", world.Simulator.FindUser("ben")));
        string everything = world.ReportText() + result.Output + result.Error;
        everything.ShouldNotContain(password);
        everything.ShouldNotContain("vault closed");
        everything.ShouldNotContain(RunbookWorld.SecretKey);
    }

    [Fact]
    public async Task A_password_column_is_refused_and_not_repeated()
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        await world.WriteAsync("roster.csv", Header + ",Password", Row("ann") + ",Zq7MarkerPassw0rd");

        PwshResult result = await RunAsync(world);

        result.ExitCode.ShouldBe(1);
        world.Report().Single()["Status"].ShouldBe("Failed");
        (world.ReportText() + result.Output + result.Error).ShouldNotContain("Zq7MarkerPassw0rd");
        world.CountCalls("CreateResource").ShouldBe(0);
    }

    [Theory]
    [InlineData("missing.csv", "Support Tier 1", "missing.csv")]
    [InlineData("roster.csv", "No such profile", "No such profile")]
    public async Task What_cannot_run_is_2_and_says_why(string roster, string routingProfile, string reason)
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        await world.WriteAsync("roster.csv", Header, Row("ann"));

        PwshResult result = await world.RunAsync(
            "Invoke-NightlyOnboarding", "-RosterPath", world.PathOf(roster), "-RoutingProfile", routingProfile, "-SecurityProfile", "Agent");

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldStartWith("Could not run: ");
        result.Error.ShouldContain(reason);
        world.CountCalls("CreateResource").ShouldBe(0);
    }

    [Fact]
    public async Task WhatIf_creates_nothing_and_writes_no_report()
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        await world.WriteAsync("roster.csv", Header, Row("ann"));

        PwshResult result = await RunAsync(world, "-WhatIf");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("What if: Create user 'ann'");
        world.HasReport().ShouldBeFalse();
        world.CountCalls("CreateResource").ShouldBe(0);
    }

    [Fact]
    public async Task A_cell_that_looks_like_a_formula_is_harmless_in_the_report()
    {
        await using RunbookWorld world = await RunbookWorld.StartAsync();
        await world.WriteAsync("roster.csv", Header, "=1+1,Ann,Test,ann@example.com,SOFT_PHONE,soon");

        (await RunAsync(world)).ExitCode.ShouldBe(1);

        world.Report().Single()["Username"].ShouldBe("'=1+1");
    }

    private static Task<PwshResult> RunAsync(RunbookWorld world, params string[] arguments) =>
        world.RunAsync("Invoke-NightlyOnboarding", ["-RosterPath", world.PathOf("roster.csv"), .. Profiles, .. arguments]);
}
