using System.Management.Automation;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Commands.Requests;

public sealed class WaitConnectUserRequestTests : RequestSession
{
    protected override SimulatorOptions Options => new() { UserCount = 0, HandlerSeconds = 0.8 };

    [Fact]
    public void Waits_until_the_request_is_carried_out()
    {
        PSObject ended = Run("New-ConnectUser ada.li -NoWait | Wait-ConnectUserRequest").Single();
        Summaries([ended]).ShouldBe(["ada.li CREATE SUCCESS"]);
        Text(ended, "Identifier").ShouldBe(Simulator.FindUser("ada.li"));
        Writes().ShouldBe(1);
    }

    [Theory]
    [InlineData("Wait-ConnectUserRequest $requests.RequestToken")]
    [InlineData("Wait-ConnectUserRequest -RequestToken $requests[0].RequestToken, $requests[1].RequestToken")]
    [InlineData("$requests.RequestToken | Wait-ConnectUserRequest")]
    [InlineData("$requests | Export-Csv \"$folder/r.csv\"; Import-Csv \"$folder/r.csv\" | Wait-ConnectUserRequest")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($requests)) | Wait-ConnectUserRequest")]
    public void Takes_what_Get_takes(string script)
    {
        string[] tokens = [.. Create("a.a", "b.b").Select(Token)];
        IReadOnlyList<PSObject> ended = Run(script);
        ended.Select(Token).ShouldBe(tokens, ignoreOrder: true);
        ended.ShouldAllBe(request => Text(request, "OperationStatus") == "SUCCESS");
    }

    [Theory]
    [InlineData("New-ConnectUser x.y -GeneratePassword -NoWait | Wait-ConnectUserRequest")]
    [InlineData("New-ConnectUser x.y -GeneratePassword -NoWait | Get-ConnectUserRequest | Wait-ConnectUserRequest")]
    public void A_generated_password_comes_along(string script)
    {
        Run("$PSDefaultParameterValues.Remove('New-ConnectUser:Password')");
        PSObject ended = Run(script).Single();
        PSCredential credential = ended.Properties["InitialCredential"].Value.ShouldBeOfType<PSCredential>();
        Simulator.CheckPassword(Text(ended, "Identifier"), credential.GetNetworkCredential().Password).ShouldBeTrue();
        Session.Render([ended]).ShouldNotContain(credential.GetNetworkCredential().Password);
    }

    [Fact]
    public async Task Ctrl_C_ends_listing_waiting_and_cancelling()
    {
        string[] tokens = await AcceptAsync(300);
        Simulator.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.Slow, Milliseconds = 300 });
        foreach (string script in new[] { "Get-ConnectUserRequest -Username zz*", "$tokens | Get-ConnectUserRequest", "$tokens | Stop-ConnectUserRequest" })
        {
            ClearCalls();
            using RunningInvocation running = Session.Start(script, ("tokens", tokens));
            (await running.WaitUntilAsync(_ => Simulator.CallCount > 10)).ShouldBeTrue(script);
            (await running.StopAsync()).Stopped.ShouldBeTrue(script);
            Simulator.CallCount.ShouldBeLessThan(150, script);
        }
    }

    [Fact]
    public void A_request_that_has_ended_costs_no_call()
    {
        Run("$ended = New-ConnectUser a.a -NoWait | Wait-ConnectUserRequest");
        ClearCalls();
        Summaries(Run("$ended | Wait-ConnectUserRequest")).ShouldBe(["a.a CREATE SUCCESS"]);
        Simulator.CallCount.ShouldBe(0);
    }

    [Fact]
    public async Task Two_hundred_requests_are_looked_after_with_lists()
    {
        string[] tokens = await AcceptAsync(200);
        Run("$tokens | Wait-ConnectUserRequest", ("tokens", tokens)).Select(Token).ShouldBe(tokens, ignoreOrder: true);
        (Calls("GetResourceRequestStatus") + Calls("ListResourceRequests")).ShouldBeLessThan(40);
    }

    [Fact]
    public async Task Old_requests_among_many_newer_ones_are_found_in_later_pages()
    {
        string[] tokens = await AcceptAsync(450);
        Run("$all = Get-ConnectUserRequest; $old = $all[250..449]");
        ClearCalls();
        Run("$old.RequestToken | Wait-ConnectUserRequest").Count.ShouldBe(200);
        tokens.Length.ShouldBe(450);
        (Calls("GetResourceRequestStatus") + Calls("ListResourceRequests")).ShouldBeLessThan(60);
    }

    [Fact]
    public void A_failed_request_is_an_error_with_Cloud_Controls_code()
    {
        AddUser("ada.li");
        Create("ada.li", "b.b");
        InvocationResult result = Invoke("$requests | Wait-ConnectUserRequest");
        Summaries(result.Output).ShouldBe(["b.b CREATE SUCCESS"]);
        ErrorRecord error = result.AllErrors.ShouldHaveSingleItem();
        IdOf(error).ShouldBe("AlreadyExists");
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.ResourceExists);
        error.ToString().ShouldContain("'ada.li'");
        error.ToString().ShouldContain(Text(PSObject.AsPSObject(error.TargetObject), "StatusMessage").TrimEnd('.'));
        error.ToString().ShouldContain(Token(PSObject.AsPSObject(error.TargetObject)));
        error.ErrorDetails.RecommendedAction.ShouldNotBeNullOrEmpty();
        Summaries(Invoke("$requests | Wait-ConnectUserRequest -PassThru -ErrorAction SilentlyContinue").Output)
            .ShouldBe(["ada.li CREATE FAILED", "b.b CREATE SUCCESS"], ignoreOrder: true);
    }

    [Fact]
    public void A_failed_request_given_by_token_is_named()
    {
        AddUser("ada.li");
        Create("ada.li");
        Fails("AlreadyExists", "Wait-ConnectUserRequest $requests[0].RequestToken").ToString().ShouldContain("'ada.li'");
    }

    [Fact]
    public void A_request_that_somebody_cancels_is_an_error_unless_it_was_being_cancelled_already()
    {
        Create("a.a");
        Fails("RequestCancelled", "Stop-ConnectUserRequest $requests[0].RequestToken; $requests | Wait-ConnectUserRequest")
            .CategoryInfo.Category.ShouldBe(ErrorCategory.OperationStopped);
        Create("b.b");
        Summaries(Run("$requests | Stop-ConnectUserRequest -PassThru | Wait-ConnectUserRequest")).ShouldBe(["b.b CREATE CANCEL_COMPLETE"]);
    }

    [Fact]
    public void An_unknown_token_is_an_error_of_its_own()
    {
        Create("a.a");
        InvocationResult result = Invoke("'00000000-dead', $requests[0].RequestToken | Wait-ConnectUserRequest");
        result.Output.ShouldHaveSingleItem();
        IdOf(result.AllErrors.ShouldHaveSingleItem()).ShouldBe("RequestTokenNotFound");
    }

    [Fact]
    public void A_passed_time_out_is_an_error_for_each_request_and_names_its_token()
    {
        Run("$simulator = Start-ConnectSimulator -UserCount 0 -HandlerSeconds 60");
        InvocationResult result = Invoke(
            """
            $slow = @{ EndpointUrl = $simulator.Url }
            $requests = 'a.a', 'b.b' | ForEach-Object { New-ConnectUser $_ -NoWait -InstanceArn $simulator.InstanceArn @slow }
            $requests | Wait-ConnectUserRequest -TimeoutSeconds 1 @slow
            $requests | Get-ConnectUserRequest @slow
            $simulator | Stop-ConnectSimulator
            """);
        result.AllErrors.Select(IdOf).ShouldBe(["RequestTimeout", "RequestTimeout"]);
        result.AllErrors.ShouldAllBe(error => error.CategoryInfo.Category == ErrorCategory.OperationTimeout);
        foreach (PSObject request in result.Output)
        {
            Text(request, "OperationStatus").ShouldBe("IN_PROGRESS");
            result.AllErrors.ShouldContain(error => error.ToString().Contains(Token(request), StringComparison.Ordinal)
                && error.ToString().Contains($"'{Text(request, "User")}'", StringComparison.Ordinal));
        }
    }
}
