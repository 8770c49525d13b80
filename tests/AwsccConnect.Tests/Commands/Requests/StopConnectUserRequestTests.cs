using System.Management.Automation;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Commands.Requests;

public sealed class StopConnectUserRequestTests : RequestSession
{
    [Theory]
    [InlineData("Stop-ConnectUserRequest $requests[0].RequestToken")]
    [InlineData("$requests | Stop-ConnectUserRequest")]
    [InlineData("$requests | Select-Object -Property RequestToken, Region | Stop-ConnectUserRequest -Confirm:$false")]
    public void Cancels_and_writes_nothing(string script)
    {
        Create("ada.li");
        Run(script).ShouldBeEmpty();
        Calls("CancelResourceRequest").ShouldBe(1);
        Text(Run("$requests | Get-ConnectUserRequest").Single(), "OperationStatus").ShouldStartWith("CANCEL_");
        Summaries(Run("Get-ConnectUserRequest -Status CANCEL_COMPLETE, CANCEL_IN_PROGRESS | Wait-ConnectUserRequest")).ShouldBe(["ada.li CREATE CANCEL_COMPLETE"]);
        Simulator.FindUser("ada.li").ShouldBeNull();
    }

    [Fact]
    public void PassThru_writes_the_request_as_it_stands()
    {
        Create("a.a", "b.b");
        InvocationResult result = Invoke("$requests | Stop-ConnectUserRequest -PassThru -Verbose");
        Summaries(result.Output).ShouldBe(["a.a CREATE CANCEL_IN_PROGRESS", "b.b CREATE CANCEL_IN_PROGRESS"], ignoreOrder: true);
        result.Verbose.ShouldContain(line => line.Contains("Wait-ConnectUserRequest", StringComparison.Ordinal));
    }

    [Fact]
    public void A_request_that_is_being_cancelled_or_was_cancelled_is_no_error()
    {
        Create("a.a");
        Run("$requests | Stop-ConnectUserRequest; $requests | Stop-ConnectUserRequest -PassThru").ShouldHaveSingleItem();
        Run("$requests | Stop-ConnectUserRequest -PassThru | Wait-ConnectUserRequest | Out-Null");
        Summaries(Run("$requests | Stop-ConnectUserRequest -PassThru")).ShouldBe(["a.a CREATE CANCEL_COMPLETE"]);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ User = 'old.name'; RequestToken = $request.RequestToken } | Stop-ConnectUserRequest", "old.name")]
    [InlineData("Stop-ConnectUserRequest $request.RequestToken", "old.name")]
    public async Task An_ended_request_is_a_clear_error(string script, string label)
    {
        // The same seed gives the same instance and profiles.
        await using ConnectSimulator quick = await ConnectSimulator.StartAsync(new SimulatorOptions { UserCount = 0 });
        string arn = AddUser("old.name");
        quick.SetProperties("AWS::Connect::User", arn, Simulator.GetProperties(arn));
        Run(
            "$PSDefaultParameterValues['*-Connect*:EndpointUrl'] = $url; $request = Set-ConnectUser $arn -AddTag @{ A = 'b' } -NoWait",
            ("url", quick.Url.ToString()),
            ("arn", arn));
        ErrorRecord error = Fails("RequestHasEnded", script);
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.InvalidOperation);
        error.ToString().ShouldContain($"'{label}'");
        error.ToString().ShouldContain("SUCCESS");
        error.ToString().ShouldContain(Texts("$request.RequestToken").Single());
        error.ErrorDetails.RecommendedAction.ShouldContain("Set-ConnectUser");
    }

    [Fact]
    public void An_unknown_request_is_an_error_and_the_others_are_cancelled()
    {
        Create("a.a");
        InvocationResult result = Invoke("'00000000-dead', $requests[0].RequestToken | Stop-ConnectUserRequest -PassThru");
        result.Output.ShouldHaveSingleItem();
        ErrorRecord error = result.AllErrors.ShouldHaveSingleItem();
        IdOf(error).ShouldBe("RequestTokenNotFound");
        error.ErrorDetails.RecommendedAction.ShouldContain("7 days");
    }

    [Theory]
    [InlineData("$requests | Stop-ConnectUserRequest -WhatIf -PassThru")]
    [InlineData("& { $WhatIfPreference = $true; $requests | Stop-ConnectUserRequest -PassThru }")]
    public void WhatIf_names_the_request_and_calls_nothing(string script)
    {
        Create("ada.li");
        ClearCalls();
        Session.UI.TakeText();
        Run(script).ShouldBeEmpty();
        Simulator.CallCount.ShouldBe(0);
        string text = Session.UI.TakeText();
        text.ShouldContain("Cancel the CREATE request");
        text.ShouldContain("'ada.li'");
        text.ShouldContain(Texts("$requests[0].RequestToken").Single());
    }

    [Fact]
    public void AWS_busy_with_an_ended_request_is_not_waited_for()
    {
        Create("a.a");
        Simulator.Faults.Add(new SimulatorFault { Operation = "CancelResourceRequest", Kind = SimulatorFaultKind.Exception, ExceptionName = "ConcurrentModificationException", Count = 1 });
        Run("$requests | Stop-ConnectUserRequest -PassThru").ShouldHaveSingleItem("AWS was busy for a moment");
        Calls("CancelResourceRequest").ShouldBe(2);
    }
}
