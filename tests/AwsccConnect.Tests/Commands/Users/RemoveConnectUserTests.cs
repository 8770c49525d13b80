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
    [InlineData("Remove-ConnectUser $arn -Force", 0, 0)]
    [InlineData("Remove-ConnectUser $arn -Force -Confirm", 0, 0)]
    [InlineData("Remove-ConnectUser $arn -Confirm:$false", 0, 0)]
    [InlineData("$ConfirmPreference = 'None'; Remove-ConnectUser $arn", 0, 0)]
    [InlineData("$WhatIfPreference = $true; Remove-ConnectUser $arn -Force -WhatIf:$false", 0, 0)]
    [InlineData("$ConfirmPreference = 'None'; Remove-ConnectUser $arn -Confirm", 1, 1)]
    [InlineData("$WhatIfPreference = $true; Remove-ConnectUser $arn -WhatIf:$false", 1, 1)]
    [InlineData("Remove-ConnectUser $arn -WhatIf -Confirm", 0, 1)]
    [InlineData("Remove-ConnectUser $arn -WhatIf -Confirm:$false", 0, 1)]
    public void What_prompts_and_with_no_as_the_response_what_removes(string script, int prompts, int left)
    {
        Session.UI.ChoiceAnswers.Enqueue(2);
        Run(script, ("arn", AddUser("ben")));
        Session.UI.Prompts.Count.ShouldBe(prompts);
        Simulator.UserCount.ShouldBe(left);
    }
}
