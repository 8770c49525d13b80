using AwsccConnect.Tests.Commands;

namespace AwsccConnect.Tests.Stacks;

/// <summary>A run that is killed half way, again and again, is completed by the next.</summary>
public sealed class KilledPublishTests : SimulatorTestBase
{
    private const int Kills = 4;

    /// <summary>Requests take long enough that a killed run leaves some of them under way.</summary>
    protected override SimulatorOptions Options => new() { UserCount = 0, HandlerSeconds = 0.1, HandlerMaximumSeconds = 0.6 };

    [Fact]
    public async Task Each_user_exists_once_with_the_right_state()
    {
        string[] names = [.. Enumerable.Range(1, 30).Select(number => $"user.{number}")];
        string[] known = [.. names.Take(6)];
        foreach (var name in known)
        {
            AddUser(name, user => user["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Team", ["Value"] = "Old" }));
        }

        foreach (var name in new[] { "gone.1", "gone.2" })
        {
            AddUser(name, user => user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "AwsccConnect:Stack", ["Value"] = "team" }));
        }

        AddUser("somebody.else");
        var file = WriteFile("team.csv", "Username,InstanceArn,FirstName,LastName,RoutingProfile,SecurityProfile,tag:Team\n"
            + string.Concat(names.Select(name => $"{name},{Simulator.InstanceArn},Fay,{name},{RoutingProfiles[0]},{SecurityProfiles[0]},Sales\n")));

        Random random = new(20);
        var killed = 0;
        while (killed < Kills && await KillAsync(file, random.Next(1, 7), random.Next(40)))
        {
            killed++;
        }

        killed.ShouldBe(Kills, "there was work left each time");
        var last = await RunAsync(file);
        last.Error.ShouldBeEmpty();
        last.ExitCode.ShouldBe(0);

        Texts("Get-ConnectUser | ForEach-Object Username").Order().ShouldBe(names.Append("somebody.else").Order());
        foreach (var name in names)
        {
            var state = State(name);
            state["IdentityInfo"]!["LastName"]!.ToString().ShouldBe(name);
            TagsOf(name).ShouldBe(known.Contains(name) ? ["Team=Sales"] : ["AwsccConnect:Stack=team", "Team=Sales"], name);
        }

        Simulator.ClearCalls();
        Texts("Test-ConnectUserStack $file -Quiet", ("file", file)).ShouldBe(["True"]);
        Run("Publish-ConnectUserStack $file -Prune");
        Writes().ShouldBeEmpty();
    }

    /// <summary>Kills a run after some more writes and a moment. False where it ended before.</summary>
    private async Task<bool> KillAsync(string file, int writes, int milliseconds)
    {
        // The writes after the first few are held before they are carried out, so that the process cannot end before it is killed.
        SimulatorFault hold = new() { Operation = "*eResource", Kind = SimulatorFaultKind.Slow, Milliseconds = 3_600_000, Skip = writes };
        Simulator.Faults.Add(hold);
        using CancellationTokenSource kill = new();
        var run = RunAsync(file, kill.Token);
        while (hold.Hits == 0 && !run.IsCompleted)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        var isRunning = !run.IsCompleted;
        await kill.CancelAsync();
        await Task.WhenAny(run);
        Simulator.Faults.Clear();
        return isRunning;
    }

    private Task<PwshResult> RunAsync(string file, CancellationToken kill = default) => PwshProcess.RunAsync(
        ["-Command", Repository.ImportModule() + $"Publish-ConnectUserStack '{file}' -Prune -GeneratePassword -ErrorAction Stop | Out-Null"],
        new Dictionary<string, string?>
        {
            ["AWS_ENDPOINT_URL_CLOUDCONTROL"] = Simulator.Url.AbsoluteUri,
            ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
            ["AWS_SECRET_ACCESS_KEY"] = "secret",
            ["AWS_SESSION_TOKEN"] = null,
            ["AWS_PROFILE"] = null,
            ["AWS_REGION"] = Simulator.Region,
        },
        kill);
}
