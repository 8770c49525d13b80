namespace AwsccConnect.Tests.Stacks.Commands;

/// <summary>Stacks with -RunId, and users that a file keeps without asking anything of them.</summary>
public sealed class StackRunTests : StackSession
{
    [Fact]
    public void A_run_that_is_repeated_sends_the_same_client_tokens_and_does_what_was_undone()
    {
        Roster(Line("ana"), Line("ben"));
        Report("Publish-ConnectUserStack $file -RunId team-1").ShouldBe(["ana Missing Created", "ben Missing Created"]);
        ClearCalls();
        Report("Publish-ConnectUserStack $file -RunId team-1").ShouldBe(["ana InSync None", "ben InSync None"]);
        Writes().ShouldBe(0);

        Run("Get-ConnectUser -Username ben -InstanceArn $instance | Remove-ConnectUser -Force");
        Report("Publish-ConnectUserStack $file -RunId team-1").ShouldBe(["ana InSync None", "ben Missing Created"]);
        Simulator.FindUser("ben").ShouldNotBeNull();
    }

    [Fact]
    public void A_run_takes_no_generated_passwords()
    {
        Roster(Line("ana"));
        ClearCalls();
        var result = Invoke("Publish-ConnectUserStack $file -RunId team-1 -GeneratePassword -Password:$null");
        result.Errors.Count.ShouldBe(1);
        Simulator.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void Unpublishing_can_be_repeated()
    {
        Roster(Line("ana"), Line("ben"));
        Run("Publish-ConnectUserStack $file");
        Report("Unpublish-ConnectUserStack -Name team -Force -RunId down-1").Select(line => line.Split(' ')[^1]).ShouldBe(["Removed", "Removed"]);
        Report("Unpublish-ConnectUserStack -Name team -Force -RunId down-1").ShouldBeEmpty();
        Simulator.FindUser("ana").ShouldBeNull();
    }

    [Fact]
    public void A_user_whose_condition_is_false_is_not_pruned()
    {
        string Manifest(string condition) => $$$"""
            version: 1
            name: team
            resources:
              - name: ana
                props: [{ name: username, value: ana }, { name: routing_profile_arn, value: Basic Routing Profile }, { name: security_profile_arns, value: [Agent] }]
              - name: ben
                if: "{{{condition}}}"
                props: [{ name: username, value: ben }, { name: routing_profile_arn, value: Basic Routing Profile }, { name: security_profile_arns, value: [Agent] }]
            """;
        Session.Run("", ("file", WriteFile("team.yml", Manifest("'{{ stack_name }}' == 'team'"))));
        Report("Publish-ConnectUserStack $file").ShouldBe(["ana Missing Created", "ben Missing Created"]);

        Session.Run("", ("file", WriteFile("team.yml", Manifest("'{{ stack_name }}' == 'other'"))));
        Report("Test-ConnectUserStack $file").ShouldBe(["ana InSync None"]);
        Report("Publish-ConnectUserStack $file -Prune").ShouldBe(["ana InSync None"]);
        Simulator.FindUser("ben").ShouldNotBeNull();
    }
}
