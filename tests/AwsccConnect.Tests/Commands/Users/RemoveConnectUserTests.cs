namespace AwsccConnect.Tests.Commands.Users;

/// <summary>Removing users.</summary>
public sealed class RemoveConnectUserTests : SimulatorTestBase
{
    [Fact]
    public void It_asks_and_no_means_no()
    {
        var arn = AddUser("ben");
        Session.UI.ChoiceAnswers.Enqueue(2);
        Run("Remove-ConnectUser $arn", ("arn", arn)).ShouldBeEmpty();
        Session.UI.Prompts.ShouldHaveSingleItem().ShouldContain(arn);
        Writes().ShouldBeEmpty();
        Session.UI.ChoiceAnswers.Enqueue(0);
        Run("Get-ConnectUser $arn | Remove-ConnectUser");
        Session.UI.Prompts.Last().ShouldContain("ben");
        Simulator.UserCount.ShouldBe(0);
    }

    [Fact]
    public void Yes_to_all_asks_once()
    {
        string[] arns = [AddUser("a"), AddUser("b"), AddUser("c")];
        Session.UI.ChoiceAnswers.Enqueue(1);
        Run("Remove-ConnectUser $arns", ("arns", arns));
        Session.UI.Prompts.Count.ShouldBe(1);
        Simulator.UserCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("Remove-ConnectUser $arn -Force -WhatIf")]
    [InlineData("Remove-ConnectUser $arn -Force -WhatIf:$true")]
    [InlineData("$WhatIfPreference = $true; Remove-ConnectUser $arn -Force")]
    [InlineData("& { param($arn) $WhatIfPreference = $true; $arn | Remove-ConnectUser -Force } $arn")]
    public void WhatIf_beats_Force(string script)
    {
        var arn = AddUser("ben");
        Session.UI.TakeText();
        Run(script, ("arn", arn));
        Session.UI.TakeText().ShouldContain($"Remove user '{arn}'");
        Writes().ShouldBeEmpty();
        Simulator.UserCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("Remove-ConnectUser $arn -Force -Confirm")]
    [InlineData("Remove-ConnectUser $arn -Confirm:$false")]
    [InlineData("$ConfirmPreference = 'None'; Remove-ConnectUser $arn")]
    [InlineData("$WhatIfPreference = $true; Remove-ConnectUser $arn -Force -WhatIf:$false")]
    public void What_does_not_ask(string script)
    {
        Run(script, ("arn", AddUser("ben")));
        Session.UI.Prompts.ShouldBeEmpty();
        Simulator.UserCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("$ConfirmPreference = 'None'; Remove-ConnectUser $arn -Confirm")]
    [InlineData("$WhatIfPreference = $true; Remove-ConnectUser $arn -WhatIf:$false")]
    public void What_asks(string script)
    {
        Session.UI.ChoiceAnswers.Enqueue(2);
        Run(script, ("arn", AddUser("ben")));
        Session.UI.Prompts.ShouldHaveSingleItem();
        Simulator.UserCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("Remove-ConnectUser $arn -WhatIf -Confirm")]
    [InlineData("Remove-ConnectUser $arn -WhatIf -Confirm:$false")]
    public void WhatIf_beats_Confirm(string script)
    {
        Run(script, ("arn", AddUser("ben")));
        Session.UI.Prompts.ShouldBeEmpty();
        Simulator.UserCount.ShouldBe(1);
    }
}
