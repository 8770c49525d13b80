using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Examples;

/// <summary>examples/quickstart.ps1 as README.md says to run it.</summary>
public sealed class QuickstartTests
{
    [Fact]
    public async Task The_quickstart_runs()
    {
        PwshResult result = await PwshProcess.RunAsync(["-File", Path.Combine(Repository.Root, "examples", "quickstart.ps1")]);

        result.Error.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
        string[] lines = result.Output.Split('\n');
        lines.Count(line => line.StartsWith("--- ", StringComparison.Ordinal) && line.EndsWith(" ---", StringComparison.Ordinal)).ShouldBe(9);
        lines.ShouldContain("40 agents created, each with a generated password in its property InitialCredential.");
        lines.ShouldContain("The contact centre has 65 users now.");
        lines.Count(line => line.StartsWith("Username ", StringComparison.Ordinal)).ShouldBe(2, "two tables of users");
        lines.Count(line => line.StartsWith("mateus.carvalho", StringComparison.Ordinal)).ShouldBe(1);

        string[] desk = ["ewa.zielinska", "grace.moreau", "hannah.whitby", "marta.wojcik", "oliver.thackray"];
        foreach (string username in desk)
        {
            lines.ShouldContain($"What if: Update user '{username}'");
            lines.ShouldContain($"{username}: AutoAccept False, after-contact work 45 s");
        }

        lines.Count(line => line.StartsWith("What if: ", StringComparison.Ordinal)).ShouldBe(desk.Length);
        lines.Count(line => line == "  replace /PhoneConfig/AutoAccept: true -> false").ShouldBe(desk.Length);
        lines.Single(line => line.StartsWith("priya.raman: ", StringComparison.Ordinal))["priya.raman: ".Length..].Split(';')
            .ShouldBe(["Team=Billing", "Site=Leeds", "Shift=Late"], ignoreOrder: true);
        lines.ShouldContain("joe.hebden removed; 64 users left");
    }

    [Fact]
    public async Task A_quickstart_that_fails_says_so_and_stops_its_simulator()
    {
        PwshResult result = await PwshProcess.RunAsync(
        [
            "-Command",
            PwshProcess.ImportModule() + $"try {{ & '{Path.Combine(Repository.Root, "examples", "quickstart.ps1")}' -Roster nowhere.csv }} catch {{ \"failed: $($_.FullyQualifiedErrorId)\" }}; \"$(@(Get-ConnectSimulator).Count) simulators\"",
        ]);
        result.Output.ShouldContain("failed: FileNotReadable");
        result.Output.ShouldEndWith("0 simulators\n");
    }
}
