namespace AwsccConnect.Tests.Commands.Requests;

/// <summary>What stopped commands leave behind, and how the session finds out about it.</summary>
public sealed class InterruptedRequestTests : RequestSession
{
    private const string NewUsers = "1..4 | ForEach-Object { @{ Username = \"user.$_\" } } | New-ConnectUser";

    protected override SimulatorOptions Options => new() { UserCount = 0, HandlerSeconds = 2 };

    [Fact]
    public async Task Running_requests_are_reported_until_they_have_ended_and_their_end_once()
    {
        await StopAsync(NewUsers, () => Calls("CreateResource").Count == 4);
        string[] tokens = [.. Simulator.Calls.Where(call => call.Operation == "CreateResource").Select(call => call.RequestToken!)];
        var running = Run("Get-ConnectUserRequest -Interrupted");
        running.Select(Token).ShouldBe(tokens, ignoreOrder: true);
        running.Select(request => Text(request, "User")).Order().ShouldBe([.. Enumerable.Range(1, 4).Select(i => $"user.{i}")]);
        running.ShouldAllBe(request => Text(request, "OperationStatus") == "IN_PROGRESS" || Text(request, "OperationStatus") == "PENDING");

        Run("Get-ConnectUserRequest -Interrupted -Region us-east-1").ShouldBeEmpty();
        Run("Get-ConnectUserRequest -Interrupted -First 2 -Skip 1").Count.ShouldBe(2);
        Run("Get-ConnectUserRequest -Interrupted | Wait-ConnectUserRequest").Count.ShouldBe(4);
        var ended = Run("Get-ConnectUserRequest -Interrupted");
        ended.Select(Token).ShouldBe(tokens, ignoreOrder: true);
        ended.ShouldAllBe(request => Text(request, "OperationStatus") == "SUCCESS" && Text(request, "Identifier") != "");
        Run("Get-ConnectUserRequest -Interrupted").ShouldBeEmpty();
    }

    [Fact]
    public async Task They_can_be_cancelled()
    {
        await StopAsync(NewUsers, () => Calls("CreateResource").Count == 4);
        Run("Get-ConnectUserRequest -Interrupted | Stop-ConnectUserRequest -PassThru | Wait-ConnectUserRequest").Count.ShouldBe(4);
        Simulator.UserCount.ShouldBe(0);
        Run("Get-ConnectUserRequest -Interrupted").ShouldAllBe(request => Text(request, "OperationStatus") == "CANCEL_COMPLETE");
    }

    [Fact]
    public async Task A_write_without_a_response_is_looked_for_in_the_history()
    {
        Simulator.Faults.Add(new SimulatorFault { Operation = "CreateResource", Kind = SimulatorFaultKind.Slow, Milliseconds = 2000 });
        await StopAsync("New-ConnectUser ada.li", () => Simulator.Faults.Rules.Single().Hits == 1);
        var unknown = Run("Get-ConnectUserRequest -Interrupted").Single();
        $"{Text(unknown, "User")} {Text(unknown, "Operation")} {Text(unknown, "OperationStatus")}".ShouldBe("ada.li CREATE ");
        Token(unknown).ShouldBeEmpty();
        Text(unknown, "StatusMessage").ShouldContain("so far");
        Text(unknown, "StatusMessage").ShouldContain("client token");
        Fails("MissingIdentity", "$request | Wait-ConnectUserRequest", ("request", unknown));

        SpinWait.SpinUntil(() => Calls("CreateResource").Count == 1, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        var found = Run("Get-ConnectUserRequest -Interrupted").Single();
        Text(found, "User").ShouldBe("ada.li");
        Token(found).ShouldBe(Simulator.Calls.Single(call => call.Operation == "CreateResource").RequestToken);
        Run("$request | Wait-ConnectUserRequest", ("request", found)).ShouldHaveSingleItem();
        Text(Run("Get-ConnectUserRequest -Interrupted").Single(), "OperationStatus").ShouldBe("SUCCESS");
        Run("Get-ConnectUserRequest -Interrupted").ShouldBeEmpty();
    }

    [Fact]
    public async Task Users_that_were_created_but_not_written_are_reported()
    {
        Run("$PSDefaultParameterValues.Remove('New-ConnectUser:Password')");
        await StopAsync(
            $"{NewUsers} -GeneratePassword | ForEach-Object {{ while ($true) {{ [System.Threading.Thread]::Sleep(10) }} }}",
            () => Simulator.UserCount == 4 && Calls("ListResourceRequests").Count + Calls("GetResourceRequestStatus").Count > 0,
            TimeSpan.FromSeconds(0.7));
        string[] lines = [.. Session.UI.WarningLines];
        foreach (var call in Simulator.Calls.Where(call => call.Operation == "CreateResource"))
        {
            lines.ShouldContain(line => line.Contains(call.RequestToken!, StringComparison.Ordinal) && line.Contains($"'{call.Username}'", StringComparison.Ordinal));
        }

        lines.Length.ShouldBe(4);
        lines.ShouldContain(line => line.Contains("carried out", StringComparison.Ordinal));
        lines.ShouldAllBe(line => line.EndsWith("has the generated password, as InitialCredential.", StringComparison.Ordinal));
        Run("Get-ConnectUserRequest -Interrupted").ShouldAllBe(request => Text(request, "OperationStatus") == "SUCCESS");
        Run("Get-ConnectUserRequest -Interrupted").ShouldBeEmpty();
    }

    [Fact]
    public void A_user_that_the_pipeline_has_is_not_reported_again()
    {
        var first = Text(Run($"{NewUsers} | Select-Object -First 1").Single(), "Username");
        Session.UI.WarningLines.ShouldNotContain(line => line.Contains($"'{first}'", StringComparison.Ordinal));
        string[] reported = [.. Session.UI.WarningLines];
        reported.Length.ShouldBe(Calls("CreateResource").Count - 1);
        Run("Get-ConnectUserRequest -Interrupted").Select(request => Text(request, "User")).ShouldNotContain(first);
    }

    [Fact]
    public void A_command_that_ends_by_itself_leaves_nothing()
    {
        AddUser("user.3");
        Invoke(NewUsers).AllErrors.ShouldHaveSingleItem();
        Session.UI.WarningLines.ShouldBeEmpty();
        Run("Get-ConnectUserRequest -Interrupted").ShouldBeEmpty();
        Simulator.Calls.Count(call => call.Operation == "CreateResource").ShouldBe(4);
    }

    [Fact]
    public async Task A_stopped_wait_tells_each_request_once()
    {
        await StopAsync($"{NewUsers} -NoWait | Wait-ConnectUserRequest", () => Calls("CreateResource").Count == 4, TimeSpan.FromSeconds(0.5));
        string[] lines = [.. Session.UI.WarningLines];
        lines.Length.ShouldBe(4);
        lines.Distinct().Count().ShouldBe(4);
        Run("Get-ConnectUserRequest -Interrupted").Count.ShouldBe(4);
    }

    private async Task StopAsync(string script, Func<bool> when, TimeSpan after = default)
    {
        using var running = Session.Start(script);
        (await running.WaitUntilAsync(_ => when())).ShouldBeTrue();
        await Task.Delay(after);
        (await running.StopAsync()).Stopped.ShouldBeTrue();
    }
}
