namespace AwsccConnect.Tests.Commands.Users;

/// <summary>Creating users.</summary>
public sealed class NewConnectUserTests : SimulatorTestBase
{
    private const string Minimal = "-RoutingProfile $routing[0] -SecurityProfile $security[0] -InstanceArn $instance -Password $password";

    [Fact]
    public void WhatIf_prints_the_desired_state_and_sends_nothing()
    {
        Session.UI.TakeText();
        Run($"New-ConnectUser ben {Minimal} -FirstName Ben -LastName Li -AutoAccept $true -Tag @{{ Team = 'A' }} -WhatIf").ShouldBeEmpty();
        var text = Session.UI.TakeText();
        text.ShouldStartWith("What if: ");
        text.ShouldContain("Create user 'ben'");
        text.ShouldContain("IdentityInfo/FirstName = Ben");
        text.ShouldContain("PhoneConfig/AutoAccept = true");
        text.ShouldContain("Tags = Team=A");
        text.ShouldContain("Password = ***");
        text.ShouldNotContain("Correct7Horse");
        // What a user needs depends on the identity management of the instance; a username of another user is refused.
        Simulator.Calls.Select(call => call.Operation).ShouldBe(["GetResource", "ListUsers"]);
    }
}
