using System.Diagnostics;

namespace AwsccConnect.Tests.Commands.Safety;

/// <summary>Every way a pipeline can end early: the work ends with it, and nothing that AWS has accepted is lost sight of.</summary>
public sealed class StoppingTests
{
    /// <summary>Requests do not end in a test: a command that ends has not waited for them.</summary>
    private const int Never = 3600;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly string[] Many = [.. Enumerable.Range(0, 50).Select(i => $"row{i:00}")];

    [Theory]
    [InlineData("$rows | New-ConnectUser -Password $password", "CreateResource", 20, 10)]
    [InlineData("$rows | New-ConnectUser -Password $password", "CreateResource", 500, 8)]
    [InlineData("$users | Set-ConnectUser -FirstName Stopped", "UpdateResource", 100, 3)]
    [InlineData("$users | Remove-ConnectUser -Force", "DeleteResource", 100, 3)]
    public async Task Ctrl_C_ends_a_long_pipeline_and_tells_the_accepted_requests_and_what_was_on_the_wire(string script, string operation, int latency, int writes)
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 40, HandlerSeconds = Never, LatencyMilliseconds = latency });
        using var running = session.Session.Start(script, ("rows", SafetySession.Rows(Many)), ("users", session.Users.ToArray()));
        (await running.WaitUntilAsync(_ => session.Calls(operation).Count >= writes)).ShouldBeTrue();

        (await running.StopAsync()).Stopped.ShouldBeTrue();
        await ShouldBeQuietAsync(session);
        session.Session.UI.WarningLines.Count.ShouldBeGreaterThanOrEqualTo(3);
        ShouldTellAllAccepted(session);
        session.Calls(operation).Count.ShouldBeInRange(writes, Many.Length - 1);
    }

    [Fact]
    public async Task Writes_without_a_response_in_time_are_reported_as_possibly_accepted()
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 3, HandlerSeconds = Never });
        session.Simulator.Faults.Add(new SimulatorFault { Operation = "CreateResource", Kind = SimulatorFaultKind.Slow, Milliseconds = Never * 1000 });
        using var running = session.Session.Start("$rows | New-ConnectUser -Password $password -NoWait", ("rows", SafetySession.Rows(Many[..4])));
        (await running.WaitUntilAsync(_ => session.Simulator.CallCount >= 4)).ShouldBeTrue();

        await running.StopAsync();
        string[] lines = [.. session.Session.UI.WarningLines];
        lines.Length.ShouldBe(4);
        lines.ShouldAllBe(line => line.Contains("may have been accepted", StringComparison.Ordinal));
        Many[..4].ShouldAllBe(name => lines.Any(line => line.Contains($"'{name}'", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("$rows | New-ConnectUser -Password $password | Select-Object -First 1", false)]
    [InlineData("$rows | New-ConnectUser -Password $password | ForEach-Object { throw 'downstream' }", true)]
    public async Task A_pipeline_that_ends_downstream_stops_the_work(string script, bool fails)
    {
        await using var session = await SafetySession.StartAsync(
            new SimulatorOptions { UserCount = 3, HandlerSeconds = 0.3, HandlerMaximumSeconds = 3, LatencyMilliseconds = 20 });
        var result = session.Invoke(script, ("rows", SafetySession.Rows(Many)));
        (result.TerminatingException is not null).ShouldBe(fails);
        result.Errors.ShouldBeEmpty();
        await ShouldBeQuietAsync(session);
        ShouldTellAllAccepted(session);
        session.Calls("CreateResource").Count.ShouldBeLessThan(Many.Length);
    }

    [Fact]
    public async Task ErrorAction_Stop_ends_at_the_first_error()
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 3, HandlerSeconds = 3, LatencyMilliseconds = 20 });
        session.Simulator.Faults.Add(new SimulatorFault { Operation = "CreateResource", User = "row05", Kind = SimulatorFaultKind.Exception, ExceptionName = "AccessDeniedException" });
        var result = session.Create(Many, "-ErrorAction Stop");
        result.TerminatingException.ShouldNotBeNull();
        result.TerminatingError.ShouldNotBeNull().FullyQualifiedErrorId.ShouldStartWith("AccessDenied,");
        await ShouldBeQuietAsync(session);
        ShouldTellAllAccepted(session);
        session.Calls("CreateResource").Count.ShouldBeLessThan(Many.Length);
    }

    [Fact]
    public async Task Requests_of_NoWait_that_were_not_written_are_reported()
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 3, HandlerSeconds = 30 });
        var result = session.Invoke(
            "$rows | New-ConnectUser -Password $password -NoWait | Select-Object -First 2", ("rows", SafetySession.Rows(Many)));
        await ShouldBeQuietAsync(session);
        string[] written = [.. result.Output.Select(request => (string)request.Properties["RequestToken"].Value)];
        string[] reported = [.. session.Session.UI.WarningLines];
        foreach (var call in session.Calls("CreateResource"))
        {
            (written.Contains(call.RequestToken) || reported.Any(line => line.Contains(call.RequestToken!, StringComparison.Ordinal)))
                .ShouldBeTrue($"{call.Username}'s request is known to nobody");
        }
    }

    [Fact]
    public async Task NoWait_to_the_end_tells_nothing_twice()
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 3, HandlerSeconds = 30 });
        var result = session.Create(Many[..5], "-NoWait");
        result.AllErrors.ShouldBeEmpty();
        result.Output.Select(request => request.Properties["RequestToken"].Value).ShouldBe(
            session.Calls("CreateResource").Select(call => (object)call.RequestToken!), ignoreOrder: true);
        session.Session.UI.WarningLines.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Get-ConnectUser -InstanceArn $instance")]
    [InlineData("$users | Get-ConnectUser")]
    [InlineData("Get-ConnectUser -InstanceArn $instance -Username *.*")]
    public async Task Reading_can_be_stopped(string script)
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 400, LatencyMilliseconds = 100 });
        using var running = session.Session.Start(script, ("users", session.Users.ToArray()));
        (await running.WaitUntilAsync(_ => session.Calls("GetResource").Count > 20)).ShouldBeTrue();
        (await running.StopAsync()).Stopped.ShouldBeTrue();
        await ShouldBeQuietAsync(session);
        session.Calls("GetResource").Count.ShouldBeLessThan(400);
        session.Session.UI.WarningLines.ShouldBeEmpty("a read leaves nothing behind");
    }

    [Fact]
    public async Task Reading_for_Select_First_ends_after_a_few_reads()
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 400, LatencyMilliseconds = 5 });
        session.Run("Get-ConnectUser -InstanceArn $instance -ThrottleLimit 8 | Select-Object -First 5").Count.ShouldBe(5);
        await ShouldBeQuietAsync(session);
        session.Calls("GetResource").Count(IsOfUser).ShouldBeLessThanOrEqualTo(5 + 8);
        session.Calls("ListResources").Count(IsOfUser).ShouldBeLessThanOrEqualTo(2, "one page, and perhaps one that was on its way");
    }

    [Fact]
    public async Task Stopping_a_simulator_in_the_foreground_stops_it()
    {
        using ModuleSession session = new();
        using var running = session.Start("Start-ConnectSimulator -UserCount 3 -Wait");
        (await running.WaitUntilAsync(run => run.OutputCount == 1)).ShouldBeTrue();
        var result = await running.StopAsync();
        var simulator = result.Output.ShouldHaveSingleItem();
        simulator.Properties["IsRunning"].Value.ShouldBe(false);
        using HttpClient client = new();
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync((Uri)simulator.Properties["Url"].Value));
        session.Run("Get-ConnectSimulator").ShouldNotContain(running => Equals(running.Properties["Port"].Value, simulator.Properties["Port"].Value));
    }

    private static bool IsOfUser(SimulatorCall call) => call.TypeName == "AWS::Connect::User";

    /// <summary>
    /// No call starts any more: only those arrive that were in flight when the pipeline ended. The log has calls once they have a response,
    /// so that is waited for as well.
    /// </summary>
    private static async Task ShouldBeQuietAsync(SafetySession session)
    {
        const int inFlight = 24; // -ThrottleLimit, a page and the lists of names
        var ended = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        long before;
        do
        {
            before = session.Simulator.CallCount;
            await Task.Delay(700);
        }
        while ((session.Simulator.CallCount != before || session.Session.UI.WarningLines.Any(line => !IsOfCall(session, line))) && watch.Elapsed < Limit);

        session.Simulator.CallCount.ShouldBe(before, "no call starts after the pipeline has ended");
        session.Simulator.Calls.Count(call => call.Time > ended).ShouldBeLessThanOrEqualTo(inFlight);
    }

    private static bool IsOfCall(SafetySession session, string line) => session.Writes().Any(call => Tells(line, call));

    /// <summary>Each accepted write has ended, or was reported with its token or as possibly accepted; and nothing else was reported.</summary>
    private static void ShouldTellAllAccepted(SafetySession session)
    {
        string[] lines = [.. session.Session.UI.WarningLines];
        var writes = session.Writes();
        foreach (var call in writes.Where(call => call.RequestToken is not null))
        {
            (lines.Any(line => Tells(line, call)) || IsDone(session, call)).ShouldBeTrue($"{call} is known to nobody");
        }

        lines.ShouldAllBe(line => IsOfCall(session, line));
        lines.Length.ShouldBe(lines.Distinct().Count());
    }

    private static bool Tells(string line, SimulatorCall call) =>
        (line.Contains(call.Username ?? "-", StringComparison.Ordinal) || line.Contains(call.Identifier ?? "-", StringComparison.Ordinal))
            && ((call.RequestToken is not null && line.Contains(call.RequestToken, StringComparison.Ordinal))
                || (line.Contains("may have been accepted", StringComparison.Ordinal) && line.Contains(call.ClientToken!, StringComparison.Ordinal)));

    private static bool IsDone(SafetySession session, SimulatorCall call) => call.Operation switch
    {
        "CreateResource" => session.Simulator.FindUser(call.Username!) is not null,
        "UpdateResource" => session.State(call.Identifier!)["IdentityInfo"]?["FirstName"]?.ToString() == "Stopped",
        _ => session.Simulator.FindUser(call.Username!) is null,
    };
}
