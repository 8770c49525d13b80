using System.Management.Automation;
using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Stacks.Commands;

/// <summary>Publish-ConnectUserStack as an administrator uses it.</summary>
public sealed class PublishConnectUserStackTests : StackSession
{
    protected override bool RecordsBodies => true;

    [Fact]
    public void A_roster_is_published_repaired_and_pruned()
    {
        AddUser("someone");
        Roster(Line("ana"), Line("ben", team: "Support"));
        Report("Publish-ConnectUserStack $file").ShouldBe(["ana Missing Created", "ben Missing Created"]);
        TagsOf("ben").ShouldBe(["AwsccConnect:Stack=team", "Team=Support"]);
        State("ana")["RoutingProfileArn"]!.ToString().ShouldBe(Texts("(Get-ConnectRoutingProfile 'Basic Routing Profile').Arn").Single());

        ClearCalls();
        Report("Publish-ConnectUserStack $file").ShouldBe(["ana InSync None", "ben InSync None"]);
        Writes().ShouldBe(0);

        Change("ana", user =>
        {
            user["IdentityInfo"]!["FirstName"] = "Anna";
            user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "Mine", ["Value"] = "yes" });
        });
        Report("Publish-ConnectUserStack $file").ShouldBe(["ana Different Updated", "ben InSync None"]);
        Sent("UpdateResource").ShouldHaveSingleItem().Patch.ShouldBe(["""replace /IdentityInfo/FirstName "Ada" """.TrimEnd()]);
        TagsOf("ana").ShouldContain("Mine=yes", "a tag column asks for that tag alone");

        Roster(Line("ana"));
        Report("Publish-ConnectUserStack $file").ShouldBe(["ana InSync None"]);
        Report("Publish-ConnectUserStack $file -Prune").ShouldBe(["ana InSync None", "ben Extra Removed"]);
        Simulator.FindUser("ben").ShouldBeNull();
        Simulator.FindUser("someone").ShouldNotBeNull();
        Texts("Test-ConnectUserStack $file -Quiet").ShouldBe(["True"]);
    }

    [Fact]
    public void WhatIf_prints_the_plan_as_a_difference_and_writes_nothing()
    {
        Roster(Line("old"), Line("ana"));
        Run("Publish-ConnectUserStack $file");
        Change("ana", user => user["IdentityInfo"]!["FirstName"] = "Anna");
        AddUser("blocked");
        Roster(Line("new"), Line("ana"), Line("blocked").Replace("Agent", "Agnet", StringComparison.Ordinal));
        ClearCalls();
        Session.UI.TakeText();

        var result = Invoke("Publish-ConnectUserStack $file -Prune -WhatIf");

        result.Output.ShouldBeEmpty();
        IdOf(result.Errors.ShouldHaveSingleItem()).ShouldBe("NotFound");
        Writes().ShouldBe(0);
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
    public void An_existing_user_is_brought_to_the_wanted_state_and_stays_nobodys_until_it_is_adopted()
    {
        AddUser("ana", user => user["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Team", ["Value"] = "Old" }));
        AddUser("theirs", user => user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "AwsccConnect:Stack", ["Value"] = "other" }));
        Roster(Line("ana"), Line("theirs"));
        var result = Invoke("Publish-ConnectUserStack $file");
        result.Output.Select(Summary).ShouldBe(["theirs Blocked Skipped", "ana Different Updated"], ignoreOrder: true);
        var error = result.Errors.ShouldHaveSingleItem();
        IdOf(error).ShouldBe("OwnedByOtherStack");
        error.ErrorDetails.RecommendedAction.ShouldContain("-Adopt");
        error.ToString().ShouldStartWith("team.csv:3: ");
        error.TargetObject.ToString().ShouldBe("theirs Blocked");
        TagsOf("ana").ShouldBe(["Team=Sales"]);

        Report("Publish-ConnectUserStack $file -Adopt").ShouldBe(["ana Different Updated", "theirs Different Updated"]);
        TagsOf("ana").ShouldBe(["AwsccConnect:Stack=team", "Team=Sales"]);
        TagsOf("theirs").ShouldContain("AwsccConnect:Stack=team");
        Report("Publish-ConnectUserStack $file").ShouldBe(["ana InSync None", "theirs InSync None"]);
    }

    [Fact]
    public void A_complete_set_of_tags_keeps_the_ownership()
    {
        const string Columns = "Username,RoutingProfile,SecurityProfile,Tags";
        Session.Run("", ("file", WriteFile("team.csv", $"{Columns}\nana,Basic Routing Profile,Agent,A=1;AwsccConnect:Stack=other\n")));
        Run("Publish-ConnectUserStack $file");
        TagsOf("ana").ShouldBe(["A=1", "AwsccConnect:Stack=team"]);
        WriteFile("team.csv", $"{Columns}\nana,Basic Routing Profile,Agent,B=2\n");
        Report("Publish-ConnectUserStack $file").ShouldBe(["ana Different Updated"]);
        TagsOf("ana").ShouldBe(["AwsccConnect:Stack=team", "B=2"]);
    }

    [Fact]
    public void The_guards_keep_everybody()
    {
        Roster([.. Enumerable.Range(0, 7).Select(i => Line($"agent{i}"))]);
        Run("Publish-ConnectUserStack $file");

        Roster();
        IdOf(Invoke("Publish-ConnectUserStack $file -Prune -MaximumRemovals 100").AllErrors.Single()).ShouldBe("EmptyStack");

        foreach (string damaged in new[] { Line("agent 1"), Line("agent1") + ",too,many" })
        {
            Roster(Line("agent0"), damaged);
            Invoke("Publish-ConnectUserStack $file -Prune -MaximumRemovals 100").Errors.Select(IdOf).ShouldContain("IncompleteStack", damaged);
        }

        Roster(Line("agent0"), Line("new"));
        var refused = Invoke("Publish-ConnectUserStack $file -Prune");
        IdOf(refused.Errors.ShouldHaveSingleItem()).ShouldBe("TooManyRemovals");
        refused.Output.Count(result => Summary(result).EndsWith("Extra Skipped", StringComparison.Ordinal)).ShouldBe(6);
        Simulator.FindUser("new").ShouldNotBeNull("the rest goes on");
        Simulator.UserCount.ShouldBe(8);
        Invoke("Publish-ConnectUserStack $file -Prune -WhatIf").Errors.Select(IdOf).ShouldBe(["TooManyRemovals"]);

        Run("Publish-ConnectUserStack $file -Prune -MaximumRemovals 6");
        Simulator.UserCount.ShouldBe(2);
    }

    [Fact]
    public void PassThru_adds_the_user_and_GeneratePassword_the_credential()
    {
        AddUser("old");
        Roster(Line("old", "Bo"), Line("same"));
        Run("Publish-ConnectUserStack $file -IfUnchanged | Out-Null");
        Roster(Line("old", "Cy"), Line("same"), Line("new"));
        Run("$PSDefaultParameterValues.Remove('Publish-ConnectUserStack:Password')");
        var results = Run("Publish-ConnectUserStack $file -PassThru -GeneratePassword");
        results.Select(Summary).ShouldBe(["same InSync None", "new Missing Created", "old Different Updated"]);
        results.ShouldAllBe(result => result.Properties["User"].Value is PSObject || result.Properties["User"].Value != null);
        Session.Run("", ("results", results.ToArray()));
        Texts("$results | ForEach-Object { $_.User.FirstName }").ShouldBe(["Ada", "Ada", "Cy"]);
        var credential = results[1].Properties["InitialCredential"].Value.ShouldBeOfType<PSCredential>();
        Simulator.CheckPassword(Simulator.FindUser("new")!, credential.GetNetworkCredential().Password).ShouldBeTrue();
        results[2].Properties["InitialCredential"].ShouldBeNull();
        Session.Render(results, 160).ShouldNotContain(credential.GetNetworkCredential().Password);
    }

    [Fact]
    public void Passwords_are_checked_before_any_write_and_never_shown()
    {
        Roster(Line("ana"));
        IdOf(Invoke("Publish-ConnectUserStack $file -Password (ConvertTo-SecureString short -AsPlainText -Force)").Errors.ShouldHaveSingleItem()).ShouldBe("WeakPassword");
        Fails("InvalidValue", "Publish-ConnectUserStack $file -GeneratePassword");
        Writes().ShouldBe(0);

        WriteFile("team.csv", $"{Header},Password\n{Line("ana")},Correct7Horse\n");
        var refused = Invoke("Publish-ConnectUserStack $file");
        IdOf(refused.Errors.ShouldHaveSingleItem()).ShouldBe("PlainTextPassword");
        refused.Errors[0].ToString().ShouldNotContain("Correct7Horse");
        var allowed = Invoke("Publish-ConnectUserStack $file -AllowPlainTextPassword -Verbose -Debug -Password (ConvertTo-SecureString Other7Password -AsPlainText -Force)");
        Simulator.CheckPassword(Simulator.FindUser("ana")!, "Correct7Horse").ShouldBeTrue("the file's password goes before the command's");
        string.Join('\n', [.. allowed.Verbose, .. allowed.Debug, .. allowed.Output.Select(item => item.ToString())]).ShouldNotContain("Correct7Horse");
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

    [Fact]
    public void A_manifest_is_published_drift_is_told_and_one_patch_repairs_it()
    {
        Run(
            "$stack = @{ Path = $manifest; Environment = 'dev'; Variable = @{ temp_password = $password } }",
            ("manifest", Path.Combine(Tests.Hosting.Repository.Root, "examples", "stacks", "team.yml")));
        Run("$PSDefaultParameterValues.Remove('Publish-ConnectUserStack:Password'); Publish-ConnectUserStack @stack").Count.ShouldBe(3);
        Simulator.CheckPassword(Simulator.FindUser("tom.okafor")!, "Correct7Horse").ShouldBeTrue();
        TagsOf("tom.okafor").ShouldContain("AwsccConnect:Stack=support-team/dev");
        Texts("Test-ConnectUserStack @stack -Quiet").ShouldBe(["True"]);

        Change("tom.okafor", user =>
        {
            user["PhoneConfig"]!["AutoAccept"] = true;
            user["IdentityInfo"]!["Mobile"] = "+447700900999";
            user["UserProficiencies"]![0]!["Level"] = 2;
        });
        Texts("(Test-ConnectUserStack @stack).Differences").ShouldBe(
            ["PhoneConfig.AutoAccept: true -> false", "UserProficiencies: connect:Language/connect:English=2 -> connect:Language/connect:English=5"], ignoreOrder: true);
        ClearCalls();
        Run("Publish-ConnectUserStack @stack");
        Sent("UpdateResource").ShouldHaveSingleItem().Patch.Count.ShouldBe(2);
        State("tom.okafor")["IdentityInfo"]!["Mobile"]!.ToString().ShouldBe("+447700900999", "what the file does not mention stays");
        Texts("Test-ConnectUserStack @stack -Quiet").ShouldBe(["True"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_roster_is_in_sync_after_one_run_and_the_second_writes_nothing(int seed)
    {
        Random random = new(seed);
        string[] names = [.. Enumerable.Range(0, 12).Select(i => $"agent{i}")];
        foreach (string name in names.Where(_ => random.Next(2) == 0))
        {
            AddUser(name, user =>
            {
                user["IdentityInfo"]!["FirstName"] = Pick("Ada", "Bo");
                user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "AwsccConnect:Stack", ["Value"] = "team" });
            });
        }

        AddUser("someone");
        string before = Canonical(State("someone"));
        Roster([.. names.Where(_ => random.Next(3) > 0).OrderBy(_ => random.Next()).Select(name => Line(name, Pick("Ada", "Bo"), Pick("Li", "\"O, \"\"X\"\"\""), Pick("Sales", "a=b;c")))]);

        var planned = Report("Test-ConnectUserStack $file");
        Writes().ShouldBe(0);
        Run("Publish-ConnectUserStack $file -Prune -MaximumRemovals 20");
        Writes().ShouldBe(planned.Count(line => !line.Contains("InSync", StringComparison.Ordinal)));
        Texts("Test-ConnectUserStack $file -Quiet").ShouldBe(["True"]);
        ClearCalls();
        Run("Publish-ConnectUserStack $file -Prune");
        Writes().ShouldBe(0);
        Canonical(State("someone")).ShouldBe(before);

        string Pick(params string[] values) => values[random.Next(values.Length)];
    }
}
