using AwsccConnect.Tests.Commands;

namespace AwsccConnect.Tests.Stacks.Commands;

/// <summary>-WhatIf and -Confirm of Publish-ConnectUserStack, and its effect on rosters of all kinds.</summary>
public sealed class PublishConnectUserStackTests : SimulatorTestBase
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Run("$PSDefaultParameterValues['*-ConnectUserStack:InstanceArn'] = $instance; $PSDefaultParameterValues['Publish-ConnectUserStack:Password'] = $password");
    }

    [Fact]
    public void WhatIf_prints_the_plan_as_a_difference_and_writes_nothing()
    {
        Roster(Line("old"), Line("ana"));
        Run("Publish-ConnectUserStack $file");
        Change("ana", user => user["IdentityInfo"]!["FirstName"] = "Anna");
        AddUser("blocked");
        Roster(Line("new"), Line("ana"), Line("blocked").Replace("Agent", "Agnet", StringComparison.Ordinal));
        Simulator.ClearCalls();
        Session.UI.TakeText();

        var result = Invoke("Publish-ConnectUserStack $file -Prune -WhatIf");

        result.Output.ShouldBeEmpty();
        IdOf(result.Errors.ShouldHaveSingleItem()).ShouldBe("NotFound");
        Writes().ShouldBeEmpty();
        var text = Session.UI.TakeText();
        text.ShouldContain("Create user 'new'");
        text.ShouldContain("IdentityInfo/FirstName = Ada");
        text.ShouldContain("Tags = Team=Sales;AwsccConnect:Stack=team");
        text.ShouldContain("Password = ***");
        text.ShouldContain("Update user 'ana'\n  replace /IdentityInfo/FirstName: 'Anna' -> 'Ada'");
        text.ShouldContain("Remove user 'old' (arn:");
        text.IndexOf("Create", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("Update user", StringComparison.Ordinal));
        text.IndexOf("Update user", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("Remove user", StringComparison.Ordinal));
        text.ShouldNotContain("Correct7Horse");
    }

    [Fact]
    public void Confirm_asks_for_each_user_and_a_no_skips_it()
    {
        Roster(Line("ana"), Line("ben"));
        Session.UI.ChoiceAnswers.Enqueue(2);
        Session.UI.ChoiceAnswers.Enqueue(0);
        Report("Publish-ConnectUserStack $file -Confirm").ShouldBe(["ana Missing Skipped", "ben Missing Created"]);
        Simulator.FindUser("ana").ShouldBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_roster_is_in_sync_after_one_run_and_the_second_writes_nothing(int seed)
    {
        Random random = new(seed);
        string[] names = [.. Enumerable.Range(0, 12).Select(i => $"agent{i}")];
        foreach (var name in names.Where(_ => random.Next(2) == 0))
        {
            AddUser(name, user =>
            {
                user["IdentityInfo"]!["FirstName"] = Pick("Ada", "Bo");
                user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "AwsccConnect:Stack", ["Value"] = "team" });
            });
        }

        AddUser("someone");
        var before = State("someone").ToJsonString();
        Roster([.. names.Where(_ => random.Next(3) > 0).OrderBy(_ => random.Next()).Select(name => Line(name, Pick("Ada", "Bo"), Pick("Li", "\"O, \"\"X\"\"\""), Pick("Sales", "a=b;c")))]);

        var planned = Report("Test-ConnectUserStack $file");
        Writes().ShouldBeEmpty();
        Run("Publish-ConnectUserStack $file -Prune -MaximumRemovals 20");
        Writes().Count.ShouldBe(planned.Count(line => !line.Contains("InSync", StringComparison.Ordinal)));
        Texts("Test-ConnectUserStack $file -Quiet").ShouldBe(["True"]);
        Simulator.ClearCalls();
        Run("Publish-ConnectUserStack $file -Prune");
        Writes().ShouldBeEmpty();
        State("someone").ToJsonString().ShouldBe(before);

        string Pick(params string[] values) => values[random.Next(values.Length)];
    }

    /// <summary>Writes the roster, <c>$file</c>, of the stack <c>team</c>; each line is the cells after the header of a user with the usual profiles.</summary>
    private void Roster(params string[] lines) =>
        Run("", ("file", WriteFile("team.csv", string.Join('\n', ["Username,FirstName,LastName,RoutingProfile,SecurityProfile,tag:Team", .. lines]) + "\n")));

    private static string Line(string username, string firstName = "Ada", string lastName = "Li", string team = "Sales") =>
        $"{username},{firstName},{lastName},Basic Routing Profile,Agent,{team}";

    /// <summary>What a script writes, as <c>username status outcome</c>, sorted.</summary>
    private IReadOnlyList<string> Report(string script) =>
        [.. Texts($"{script} | ForEach-Object {{ \"$($_.Username) $($_.Status) $($_.Outcome)\" }}").Order(StringComparer.Ordinal)];
}
