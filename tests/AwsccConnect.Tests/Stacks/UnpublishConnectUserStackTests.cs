using AwsccConnect.Tests.Commands;

namespace AwsccConnect.Tests.Stacks;

/// <summary>-Confirm and -WhatIf of Unpublish-ConnectUserStack.</summary>
public sealed class UnpublishConnectUserStackTests : SimulatorTestBase
{
    private const string Report = " | ForEach-Object { \"$($_.Username) $($_.Status) $($_.Outcome) $($_.ErrorId)\".Trim() }";

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
        Session.UI.Prompts.ShouldHaveSingleItem().ShouldContain("the 2 users of the stack 'team': ana, ben?");
        Writes().ShouldBeEmpty();
    }

    [Fact]
    public void No_means_that_nobody_goes()
    {
        AddOwned("team", "ana", "ben");
        Session.UI.ChoiceAnswers.Enqueue(2);
        Texts("Unpublish-ConnectUserStack -Name team -InstanceArn $instance" + Report).ShouldBe(["ana Extra Skipped", "ben Extra Skipped"], ignoreOrder: true);
        Writes().ShouldBeEmpty();
    }

    [Fact]
    public void WhatIf_lists_and_removes_nobody_even_with_Force()
    {
        AddOwned("team", "ben", "ana");
        Session.UI.TakeText();
        Run("Unpublish-ConnectUserStack -Name team -InstanceArn $instance -WhatIf -Force").ShouldBeEmpty();
        var text = Session.UI.TakeText();
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..25]).ShouldBe(["What if: Remove user 'ana", "What if: Remove user 'ben"]);
        Users().ShouldBe(["ana", "ben"]);
    }

    private List<string> Users() => [.. Texts("Get-ConnectUser | ForEach-Object Username").Order(StringComparer.Ordinal)];

    private void AddOwned(string stack, params string[] names)
    {
        foreach (var name in names)
        {
            AddUser(name, user => user["Tags"]!.AsArray().Add(new JsonObject { ["Key"] = "AwsccConnect:Stack", ["Value"] = stack }));
        }
    }
}
