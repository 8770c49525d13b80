using System.Management.Automation;
using System.Text.Json.Nodes;
using AwsccConnect.Tests.Hosting;
using AwsccConnect.Tests.Commands;

namespace AwsccConnect.Tests.Stacks;

/// <summary>Unpublish-ConnectUserStack: what the stack owns goes, and nobody else.</summary>
public sealed class UnpublishConnectUserStackTests : SimulatorTestBase
{
    private const string Report = " | ForEach-Object { \"$($_.Username) $($_.Status) $($_.Outcome) $($_.ErrorId)\".Trim() }";

    [Fact]
    public void Removes_the_users_of_the_stack_and_nobody_else()
    {
        AddOwned("team", "ana", "ben");
        AddOwned("team/prd", "cho");
        AddOwned("Team", "dee");
        AddUser("eva");
        WriteRoster("team.csv", "ana", "eva", "new");

        Texts("Unpublish-ConnectUserStack $folder/team.csv -Force" + Report).ShouldBe(["ana Extra Removed", "ben Extra Removed"], ignoreOrder: true);
        Users().ShouldBe(["cho", "dee", "eva"]);
        Texts("Unpublish-ConnectUserStack $folder/team.csv -Force" + Report).ShouldBeEmpty("it is gone");
        Texts("Unpublish-ConnectUserStack -Name team -Environment prd -InstanceArn $instance -Force" + Report).ShouldBe(["cho Extra Removed"]);
        Users().ShouldBe(["dee", "eva"]);
    }

    [Fact]
    public void Protected_users_stay_and_do_not_count()
    {
        AddOwned("team", "a", "b", "c", "d", "e", "f");
        WriteFile("team.csv", $"Username,InstanceArn,Protected\na,{Simulator.InstanceArn},\nB,{Simulator.InstanceArn},yes\n");

        Texts("Unpublish-ConnectUserStack $folder/team.csv -Force" + Report)
            .ShouldBe(["b Blocked Skipped ProtectedUser", .. "acdef".Select(name => $"{name} Extra Removed")], ignoreOrder: true);
        Users().ShouldBe(["b"]);
    }

    [Theory]
    [InlineData("-Force", 0, false)]
    [InlineData("-Force -Confirm:$false -MaximumRemovals 6", 0, false)]
    [InlineData("-Force -MaximumRemovals 7", 7, true)]
    public void More_than_five_have_to_be_said(string options, int removed, bool goes)
    {
        AddOwned("team", "a", "b", "c", "d", "e", "f", "g");
        InvocationResult result = Invoke($"Unpublish-ConnectUserStack -Name team -InstanceArn $instance {options}" + Report);

        Calls("DeleteResource").ShouldBe(removed);
        Users().Count.ShouldBe(7 - removed);
        result.AllErrors.Select(IdOf).ShouldBe(goes ? [] : ["TooManyRemovals"]);
        result.Output.Count.ShouldBe(7);
        result.Output.ShouldAllBe(row => row.ToString()!.EndsWith(goes ? "Removed" : "Skipped TooManyRemovals", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_with_an_error_removes_nobody()
    {
        AddOwned("team", "ana");
        WriteFile("team.csv", $"Username,InstanceArn,AutoAccept\nana,{Simulator.InstanceArn},perhaps\n");
        Invoke("Unpublish-ConnectUserStack $folder/team.csv -InstanceArn $instance -Force").AllErrors.Select(IdOf).ShouldBe(["InvalidValue", "IncompleteStack"]);
        WriteFile("team.csv", "Username,InstanceArn\nana,no-such-instance\n");
        Invoke("Unpublish-ConnectUserStack $folder/team.csv -InstanceArn $instance -Force").AllErrors.Select(IdOf).ShouldBe(["NotFound", "IncompleteStack"]);
        Writes().ShouldBe(0);
    }

    [Fact]
    public void An_emptied_file_is_no_stack_that_is_gone()
    {
        AddOwned("team", "ana");
        WriteFile("team.csv", "Username,InstanceArn\n");
        Fails("EmptyStack", "Unpublish-ConnectUserStack $folder/team.csv -Force");
        Texts("(Unpublish-ConnectUserStack $folder/team.csv -InstanceArn $instance -Force).Outcome").ShouldBe(["Removed"]);
    }

    [Fact]
    public void A_live_user_that_cannot_be_read_keeps_all_others()
    {
        AddOwned("team", "ana", "ben");
        Simulator.Faults.Add(new SimulatorFault { Operation = "GetResource", Kind = SimulatorFaultKind.Exception, ExceptionName = "AccessDeniedException", Count = 1 });
        InvocationResult result = Invoke("Unpublish-ConnectUserStack -Name team -InstanceArn $instance -Force");
        result.AllErrors.Count.ShouldBe(2);
        IdOf(result.AllErrors[^1]).ShouldBe("IncompleteStack");
        Writes().ShouldBe(0);
    }

    [Fact]
    public void Each_user_is_read_again_and_must_still_carry_the_tag()
    {
        AddOwned("team", "ana", "ben");
        Session.UI.ChoiceAnswers.Enqueue(0);
        Session.UI.BeforeChoice = () =>
        {
            Change("ana", user => user.Remove("Tags"));
            Simulator.Remove(Simulator.FindUser("ben")!);
        };
        Texts("Unpublish-ConnectUserStack -Name team -InstanceArn $instance" + Report).ShouldBe(["ana Extra Skipped", "ben Extra None"], ignoreOrder: true);
        Session.UI.Prompts.ShouldHaveSingleItem().Message.ShouldContain("the 2 users of the stack 'team': ana, ben?");
        Writes().ShouldBe(0);
    }

    [Fact]
    public void No_means_that_nobody_goes()
    {
        AddOwned("team", "ana", "ben");
        Session.UI.ChoiceAnswers.Enqueue(2);
        Texts("Unpublish-ConnectUserStack -Name team -InstanceArn $instance" + Report).ShouldBe(["ana Extra Skipped", "ben Extra Skipped"], ignoreOrder: true);
        Writes().ShouldBe(0);
    }

    [Fact]
    public void WhatIf_lists_and_removes_nobody_even_with_Force()
    {
        AddOwned("team", "ben", "ana");
        Session.UI.TakeText();
        Run("Unpublish-ConnectUserStack -Name team -InstanceArn $instance -WhatIf -Force").ShouldBeEmpty();
        string text = Session.UI.TakeText();
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..25]).ShouldBe(["What if: Remove user 'ana", "What if: Remove user 'ben"]);
        Users().ShouldBe(["ana", "ben"]);
    }

    [Fact]
    public void A_removal_that_fails_is_reported_and_stops_nobody_else()
    {
        AddOwned("team", "ana", "ben", "cho");
        Simulator.Faults.Add(new SimulatorFault { Operation = "DeleteResource", Kind = SimulatorFaultKind.HandlerError, ErrorCode = "InvalidRequest", Count = 1 });
        InvocationResult result = Invoke("Unpublish-ConnectUserStack -Name team -InstanceArn $instance -Force");
        ErrorRecord error = result.AllErrors.ShouldHaveSingleItem();
        IdOf(error).ShouldBe("InvalidRequest");
        result.Output.Select(row => row.Properties["Outcome"].Value.ToString()).ShouldBe(["Failed", "Removed", "Removed"], ignoreOrder: true);
        Users().Count.ShouldBe(1);
    }

    [Fact]
    public void Without_a_file_the_instance_has_to_be_given()
    {
        Should.Throw<InvalidOperationException>(() => Session.Run("Unpublish-ConnectUserStack -Name team")).Message.ShouldContain("InstanceArn");
    }

    private List<string> Users() => [.. Texts("Get-ConnectUser | ForEach-Object Username").Order(StringComparer.Ordinal)];

    private void WriteRoster(string file, params string[] names) =>
        WriteFile(file, $"Username,InstanceArn\n{string.Concat(names.Select(name => $"{name},{Simulator.InstanceArn}\n"))}");

    private void AddOwned(string stack, params string[] names)
    {
        foreach (string name in names)
        {
            AddUser(name, user => user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "AwsccConnect:Stack", ["Value"] = stack }));
        }
    }
}
