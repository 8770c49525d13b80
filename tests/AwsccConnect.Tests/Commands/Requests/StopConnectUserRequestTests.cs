namespace AwsccConnect.Tests.Commands.Requests;

public sealed class StopConnectUserRequestTests : RequestSession
{
    [Theory]
    [InlineData("$requests | Stop-ConnectUserRequest -WhatIf -PassThru")]
    [InlineData("& { $WhatIfPreference = $true; $requests | Stop-ConnectUserRequest -PassThru }")]
    public void WhatIf_names_the_request_and_calls_nothing(string script)
    {
        Run("$requests = @(New-ConnectUser ada.li -NoWait)");
        Simulator.ClearCalls();
        Session.UI.TakeText();
        Run(script).ShouldBeEmpty();
        Simulator.CallCount.ShouldBe(0);
        var text = Session.UI.TakeText();
        text.ShouldContain("Cancel the CREATE request");
        text.ShouldContain("'ada.li'");
        text.ShouldContain(Texts("$requests[0].RequestToken").Single());
    }
}
