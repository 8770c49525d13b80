using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Stacks.Commands;

/// <summary>What Test-ConnectUserStack tells, in each of its forms.</summary>
public sealed class TestConnectUserStackTests : StackSession
{
    [Fact]
    public void Drift_is_told_property_by_property_and_nothing_is_written()
    {
        Roster(Line("ana"), Line("ben"), Line("new"));
        Run("Publish-ConnectUserStack $file");
        Change("ben", user =>
        {
            user["IdentityInfo"]!["FirstName"] = "Bo";
            user["PhoneConfig"] = new JsonObject { ["PhoneType"] = "DESK_PHONE" };
        });
        Simulator.Remove(Simulator.FindUser("new")!);
        AddUser("extra", user => user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "AwsccConnect:Stack", ["Value"] = "team" }));
        AddUser("someone");
        ClearCalls();

        Report("$drift = Test-ConnectUserStack $file; $drift").ShouldBe(["ana InSync None", "ben Different None", "extra Extra None", "new Missing None"]);
        Writes().ShouldBe(0);
        Calls("GetResource").ShouldBe(4);
        Texts("($drift | Where-Object Username -eq ben).Differences | ForEach-Object { '{0}|{1}|{2}' -f $_.Property, $_.Desired, $_.Live }")
            .ShouldBe(["IdentityInfo.FirstName|Ada|Bo"]);
        Texts("$drift | Where-Object Username -eq ben | ForEach-Object Source").ShouldBe(["team.csv:3"]);
        Texts("$drift | Where-Object Username -eq ben | ForEach-Object { \"$($_.Differences)\" }").ShouldBe(["IdentityInfo.FirstName: Bo -> Ada"]);
    }

    [Fact]
    public void Quiet_answers_yes_or_no_whatever_happens()
    {
        Roster(Line("ana"));
        Texts("Test-ConnectUserStack $file -Quiet").ShouldBe(["False"]);
        Run("Publish-ConnectUserStack $file");
        Texts("Test-ConnectUserStack $file -Quiet").ShouldBe(["True"]);

        Roster(Line("ana"), Line("ben") + ",too,many");
        var damaged = Invoke("Test-ConnectUserStack $file -Quiet");
        damaged.Values.ShouldBe([false]);
        damaged.AllErrors.ShouldHaveSingleItem().ToString().ShouldContain("team.csv:3");

        var absent = Invoke("Test-ConnectUserStack \"$folder/absent.csv\" -Quiet");
        absent.Values.ShouldBe([false]);
        IdOf(absent.Errors.ShouldHaveSingleItem()).ShouldBe("FileNotReadable");

        Roster();
        Run("$PSDefaultParameterValues.Remove('*-ConnectUserStack:InstanceArn')");
        var empty = Invoke("Test-ConnectUserStack $file -Quiet");
        empty.Values.ShouldBe([false]);
        IdOf(empty.Errors.ShouldHaveSingleItem()).ShouldBe("EmptyStack");

        Roster(Line("ana"));
        var unreachable = Invoke("Test-ConnectUserStack $file -Quiet -InstanceArn nowhere");
        unreachable.Values.ShouldBe([false]);
        IdOf(unreachable.AllErrors.ShouldHaveSingleItem()).ShouldBe("NotFound");
    }

    [Fact]
    public void A_damaged_row_is_an_error_of_its_own_and_the_others_are_compared()
    {
        Roster(Line("ana"), Line("ben").Replace("Sales", "", StringComparison.Ordinal) + ",too,many");
        var result = Invoke("Test-ConnectUserStack $file");
        result.Output.Select(Summary).ShouldBe(["ana Missing None"]);
        result.Errors.ShouldHaveSingleItem().ToString().ShouldContain("team.csv:3");
    }

    [Fact]
    public void Unknown_names_block_their_user_alone()
    {
        Roster(Line("ana"), Line("ben").Replace("Basic", "Basci", StringComparison.Ordinal));
        Report("$drift = Test-ConnectUserStack $file; $drift").ShouldBe(["ana Missing None", "ben Blocked None"]);
        Texts("$drift | Where-Object Username -eq ben | ForEach-Object Message").Single().ShouldContain("Did you mean 'Basic Routing Profile'?");
        Texts("$drift | Where-Object Username -eq ben | ForEach-Object ErrorId").ShouldBe(["NotFound"]);
    }

    [Fact]
    public void A_relative_path_is_that_of_the_session_and_brackets_mean_themselves()
    {
        WriteFile("a[1].csv", $"{Header}\n{Line("ana")}\n");
        Texts("[void]$ExecutionContext.SessionState.Path.SetLocation($folder); Test-ConnectUserStack 'a[1].csv' -Name x -Environment prd | ForEach-Object Stack").ShouldBe(["x/prd"]);
    }
}
