namespace AwsccConnect.Tests.Commands.Users;

/// <summary>-WhatIf, -Confirm and messages of Set-ConnectUser.</summary>
public sealed class SetConnectUserTests : SimulatorTestBase
{
    [Fact]
    public void WhatIf_prints_each_operation_with_the_old_and_the_new_value_and_writes_nothing()
    {
        var arn = AddUser("ben");
        Session.UI.TakeText();
        Run("Set-ConnectUser $arn -FirstName Bo -Mobile +447700900123 -Email $null -AddTag @{ Site = 'Leeds' } -RoutingProfile sales -AddSecurityProfile TeamLead -WhatIf", ("arn", arn)).ShouldBeEmpty();
        var text = Session.UI.TakeText();
        text.ShouldContain("Update user 'ben'");
        text.ShouldContain("replace /IdentityInfo/FirstName: 'Ada' -> 'Bo'");
        text.ShouldContain("add /IdentityInfo/Mobile: '+447700900123'");
        text.ShouldContain("remove /IdentityInfo/Email: 'ben@example.com'");
        text.ShouldContain("replace /Tags: + Site=Leeds");
        text.ShouldContain("replace /RoutingProfileArn: 'Basic Routing Profile' -> 'Sales'");
        text.ShouldContain("replace /SecurityProfileArns: + TeamLead");
        Writes().ShouldBeEmpty();
    }

    [Fact]
    public void WhatIf_shows_a_property_that_AWS_adds_tomorrow()
    {
        AddUser("ben", user => user["Nickname"] = "Bo");
        Session.UI.TakeText();
        Run("$u = Get-ConnectUser -Username ben; $u.Nickname = 'Bee'; $u | Set-ConnectUser -WhatIf");
        Session.UI.TakeText().ShouldContain("replace /Nickname: 'Bo' -> 'Bee'");
    }

    [Fact]
    public void Confirm_asks_with_the_same_words()
    {
        var arn = AddUser("ben");
        Session.UI.ChoiceAnswers.Enqueue(2);
        Run("Set-ConnectUser $arn -FirstName Bo -Confirm", ("arn", arn));
        Session.UI.Prompts.ShouldHaveSingleItem().ShouldContain("replace /IdentityInfo/FirstName: 'Ada' -> 'Bo'");
        Writes().ShouldBeEmpty();
        Session.UI.ChoiceAnswers.Enqueue(0);
        Run("Set-ConnectUser $arn -FirstName Bo -Confirm");
        Writes().Count.ShouldBe(1);
    }
}
