using System.Management.Automation;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Commands.Users;

/// <summary>Removing users.</summary>
public sealed class RemoveConnectUserTests : SimulatorTestBase
{
    private string Gone => Simulator.InstanceArn + "/agent/00000000-0000-4000-8000-000000000000";

    [Fact]
    public void It_asks_and_no_means_no()
    {
        string arn = AddUser("ben");
        Session.UI.ChoiceAnswers.Enqueue(2);
        Run("Remove-ConnectUser $arn", ("arn", arn)).ShouldBeEmpty();
        Session.UI.Prompts.ShouldHaveSingleItem().Message.ShouldContain(arn);
        Writes().ShouldBe(0);
        Session.UI.ChoiceAnswers.Enqueue(0);
        Run("Get-ConnectUser $arn | Remove-ConnectUser");
        Session.UI.Prompts.Last().Message.ShouldContain("ben");
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
    [InlineData("-Force")]
    [InlineData("-Confirm:$false")]
    public void It_can_be_told_not_to_ask(string parameter)
    {
        string arn = AddUser("ben");
        Run($"Remove-ConnectUser $arn {parameter}", ("arn", arn)).ShouldBeEmpty();
        Session.UI.Prompts.ShouldBeEmpty();
        Simulator.UserCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("Remove-ConnectUser $arn -Force -WhatIf")]
    [InlineData("Remove-ConnectUser $arn -Force -WhatIf:$true")]
    [InlineData("$WhatIfPreference = $true; Remove-ConnectUser $arn -Force")]
    [InlineData("& { param($arn) $WhatIfPreference = $true; $arn | Remove-ConnectUser -Force } $arn")]
    public void WhatIf_beats_Force(string script)
    {
        string arn = AddUser("ben");
        Session.UI.TakeText();
        Run(script, ("arn", arn));
        Session.UI.TakeText().ShouldContain($"Remove user {arn}");
        Writes().ShouldBe(0);
        Simulator.UserCount.ShouldBe(1);
    }

    [Fact]
    public void Usernames_need_their_instance()
    {
        AddUser("ben");
        AddUser("mia");
        Run("Remove-ConnectUser -Username ben, MIA -InstanceArn contact-centre -Force");
        Simulator.UserCount.ShouldBe(0);
        Fails("NotFound", "Remove-ConnectUser -Username ben -InstanceArn contact-centre -Force").TargetObject.ShouldBe("ben");
    }

    [Fact]
    public void Already_gone_is_an_error_of_its_own_and_the_rest_goes_on()
    {
        string arn = AddUser("ben");
        InvocationResult result = Invoke("$gone, $arn | Remove-ConnectUser -Force", ("gone", Gone), ("arn", arn));
        ErrorRecord error = result.Errors.ShouldHaveSingleItem();
        IdOf(error).ShouldBe("NotFound");
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.ObjectNotFound);
        error.ToString().ShouldContain(Gone);
        error.TargetObject.ShouldBe(Gone);
        Simulator.UserCount.ShouldBe(0);
    }

    [Fact]
    public void Already_gone_is_silent_with_IgnoreNotFound()
    {
        Run("Remove-ConnectUser $gone -Force -IgnoreNotFound", ("gone", Gone)).ShouldBeEmpty();
        Run("@{ UserArn = $gone } | Remove-ConnectUser -Force -IgnoreNotFound").ShouldBeEmpty();
    }

    [Fact]
    public void A_username_that_is_gone_is_silent_with_IgnoreNotFound_too() =>
        Run("Remove-ConnectUser -Username nobody -InstanceArn $instance -Force -IgnoreNotFound").ShouldBeEmpty();

    [Fact]
    public void PassThru_writes_what_was_removed()
    {
        string arn = AddUser("ben");
        AddUser("mia");
        PSObject user = Run("Get-ConnectUser -Username mia | Remove-ConnectUser -Force -PassThru").Single();
        user.Properties["Username"].Value.ShouldBe("mia");
        Run("Remove-ConnectUser $arn -Force -PassThru", ("arn", arn)).Single().ToString().ShouldBe(arn);
    }

    [Fact]
    public void NoWait_returns_the_request()
    {
        string arn = AddUser("ben");
        PSObject request = Run("Remove-ConnectUser $arn -Force -NoWait", ("arn", arn)).Single();
        request.Properties["Operation"].Value.ShouldBe("DELETE");
        request.Properties["Identifier"].Value.ShouldBe(arn);
        Calls("GetResourceRequestStatus").ShouldBe(0);
    }

    [Theory]
    [InlineData("@{ UserArn = $ben; Username = 'mia' }")]
    [InlineData("[pscustomobject]@{ UserArn = $ben; Username = 'mia'; InstanceArn = $instance }")]
    [InlineData("$(Get-ConnectUser $mia | Select-Object Username, UserArn | ForEach-Object { $_.UserArn = $ben; $_ })")]
    [InlineData("$(Get-ConnectUser $ben | ForEach-Object { $_.Username = 'mia'; $_ })")]
    public void A_row_whose_ARN_is_one_user_and_whose_username_another_is_refused(string row)
    {
        string ben = AddUser("ben");
        string mia = AddUser("mia");
        ErrorRecord error = Fails("UsernameMismatch", $"{row} | Remove-ConnectUser -Force -IgnoreNotFound", ("ben", ben), ("mia", mia));
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.InvalidArgument);
        error.ToString().ShouldContain("'mia'");
        error.ToString().ShouldContain($"'{ben}' is 'ben'");
        Writes().ShouldBe(0);
        Session.UI.Prompts.ShouldBeEmpty();
    }

    [Fact]
    public void A_row_whose_ARN_and_username_agree_is_removed()
    {
        Run("@{ UserArn = $ben; Username = 'BEN' } | Remove-ConnectUser -Force", ("ben", AddUser("ben")));
        Run("Get-ConnectUser $mia | Select-Object * | Remove-ConnectUser -Force", ("mia", AddUser("mia")));
        Simulator.UserCount.ShouldBe(0);
        Fails("NotFound", "@{ UserArn = $gone; Username = 'ben' } | Remove-ConnectUser -Force", ("gone", Gone));
        Run("@{ UserArn = $gone; Username = 'ben' } | Remove-ConnectUser -Force -IgnoreNotFound").ShouldBeEmpty();
    }

    [Fact]
    public void A_user_that_was_read_is_not_read_again()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben");
        ClearCalls();
        Run("$u | Remove-ConnectUser -Force");
        (Calls("GetResource"), Calls("DeleteResource")).ShouldBe((0, 1));
    }

    [Fact]
    public void Edits_of_a_user_play_no_part()
    {
        AddUser("ben");
        Run("$u = Get-ConnectUser -Username ben; $u.FirstName = 'Bo'; $u | Remove-ConnectUser -Force");
        Simulator.UserCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("'nonsense'")]
    [InlineData("$routing[0]")]
    [InlineData("$instance")]
    public void What_is_no_user_is_refused_before_any_call(string identifier)
    {
        Fails("InvalidArn", $"Remove-ConnectUser ({identifier}) -Force");
        Simulator.CallCount.ShouldBe(0);
    }
}
