using System.Management.Automation;

namespace AwsccConnect.Tests.Commands.Safety;

/// <summary>SUCCESS is not proof that an update was applied, FAILED is not proof that nothing was.</summary>
public sealed class UpdateOutcomeTests
{
    private const string TwoChanges = "-FirstName Half -AfterContactWorkTimeLimit 77";

    [Fact]
    public async Task A_half_applied_update_with_a_permanent_code_names_what_is_done_and_what_is_not()
    {
        await using var session = await SafetySession.StartAsync();
        session.Simulator.Faults.Add(new SimulatorFault { Operation = "UpdateResource", Kind = SimulatorFaultKind.HalfApplied, ErrorCode = "AccessDenied" });
        var arn = session.Users[0];
        var result = session.Set([arn], TwoChanges, "-PassThru");

        var error = result.AllErrors.ShouldHaveSingleItem();
        SafetySession.ShouldBeItemError(error, "UpdateHalfApplied", ErrorCategory.InvalidResult, session.UsernameOf(arn));
        var isNameApplied = session.State(arn)["IdentityInfo"]?["FirstName"]?.ToString() == "Half";
        var isLimitApplied = session.State(arn)["PhoneConfig"]?["AfterContactWorkTimeLimit"]?.ToString() == "77";
        (isNameApplied ^ isLimitApplied).ShouldBeTrue("the fault applies one of the two");
        var text = error.ToString();
        var done = text[..text.IndexOf("Not changed:", StringComparison.Ordinal)];
        var missing = text[text.IndexOf("Not changed:", StringComparison.Ordinal)..];
        (isNameApplied ? done : missing).ShouldContain("/IdentityInfo/FirstName");
        (isLimitApplied ? done : missing).ShouldContain("/PhoneConfig/AfterContactWorkTimeLimit");
        error.Exception.InnerException.ShouldNotBeNull().Message.ShouldContain("UpdateResource failed");
        session.Calls("UpdateResource").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_half_applied_update_with_a_passing_code_is_completed_by_a_smaller_patch()
    {
        await using var session = await SafetySession.StartAsync();
        session.Simulator.Faults.Add(new SimulatorFault { Operation = "UpdateResource", Kind = SimulatorFaultKind.HalfApplied, ErrorCode = "Throttling", Count = 1 });
        var arn = session.Users[0];
        var result = session.Invoke($"Set-ConnectUser $arn {TwoChanges} -Debug -PassThru", ("arn", arn));

        result.AllErrors.ShouldBeEmpty();
        session.State(arn)["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("Half");
        session.State(arn)["PhoneConfig"]!["AfterContactWorkTimeLimit"]!.ToString().ShouldBe("77");
        session.Calls("UpdateResource").Select(call => call.ClientToken).Distinct().Count().ShouldBe(2);
        string[] patches = [.. result.Debug.Where(line => line.StartsWith("UpdateResource request", StringComparison.Ordinal))];
        patches.Length.ShouldBe(2);
        patches.Count(patch => patch.Contains("FirstName", StringComparison.Ordinal) && patch.Contains("AfterContactWorkTimeLimit", StringComparison.Ordinal))
            .ShouldBe(1, "the second request sends only what is left");
    }

    [Theory]
    [InlineData("AccessDenied")]
    [InlineData("NotStabilized")]
    [InlineData("ServiceInternalError")]
    public async Task A_failed_update_that_did_all_that_was_requested_is_success(string code)
    {
        await using var session = await SafetySession.StartAsync();
        session.Simulator.Faults.Add(new SimulatorFault { Operation = "UpdateResource", Kind = SimulatorFaultKind.HalfApplied, ErrorCode = code });
        var result = session.Set([session.Users[0]], "-FirstName Whole", "-PassThru -Verbose");
        result.AllErrors.ShouldBeEmpty();
        result.Output.ShouldHaveSingleItem().Properties["FirstName"].Value.ShouldBe("Whole");
        session.Calls("UpdateResource").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_success_that_added_no_security_profile_is_UpdateNotApplied()
    {
        await using var session = await SafetySession.StartAsync();
        var arn = session.Users[0];
        var other = session.Simulator.Instances[0].SecurityProfileArns
            .First(profile => session.State(arn)["SecurityProfileArns"]!.AsArray().All(has => has!.ToString() != profile));
        session.Simulator.Faults.Add(new SimulatorFault { Operation = "UpdateResource", Kind = SimulatorFaultKind.NotApplied });

        var error = session.Set([arn], $"-AddSecurityProfile '{other}'").AllErrors.ShouldHaveSingleItem();
        SafetySession.ShouldBeItemError(error, "UpdateNotApplied", ErrorCategory.InvalidResult, session.UsernameOf(arn));
        error.ToString().ShouldContain("/SecurityProfileArns");
    }

    [Theory]
    [InlineData("Create")]
    [InlineData("Set")]
    [InlineData("Remove")]
    public async Task A_time_out_reports_the_request_token_and_leaves_the_request_running(string command)
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 3, HandlerSeconds = 30 });
        var result = command switch
        {
            "Create" => session.Create(["jane"], "-TimeoutSeconds 1"),
            "Set" => session.Set([session.Users[0]], "-FirstName Late", "-TimeoutSeconds 1"),
            _ => session.Remove([session.Users[0]], "-TimeoutSeconds 1"),
        };
        var error = result.AllErrors.ShouldHaveSingleItem();
        error.FullyQualifiedErrorId.ShouldStartWith("RequestTimeout,");
        error.CategoryInfo.Category.ShouldBe(ErrorCategory.OperationTimeout);
        var token = session.Writes().ShouldHaveSingleItem().RequestToken.ShouldNotBeNull();
        error.ToString().ShouldContain(token);
        session.Session.UI.WarningLines.ShouldBeEmpty("the error names the request; it is not reported twice");
    }

    [Fact]
    public async Task Changes_of_one_user_by_two_runspaces_take_turns()
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 2, HandlerSeconds = 0.3 });
        using ModuleSession other = new();
        session.Point(other);
        var arn = session.Users[0];
        using var first = session.Session.Start("Set-ConnectUser $arn -FirstName One -AddTag @{ a = '1' }", ("arn", arn));
        using var second = other.Start("Set-ConnectUser $arn -LastName Two -AddTag @{ b = '2' }", ("arn", arn));
        var results = await Task.WhenAll(first.Completion, second.Completion);

        results.SelectMany(result => result.AllErrors).ShouldBeEmpty();
        session.Calls("UpdateResource").Select(call => call.Outcome).ShouldBe(["Success", "Success"]);
        session.State(arn)["IdentityInfo"]!["FirstName"]!.ToString().ShouldBe("One");
        session.State(arn)["IdentityInfo"]!["LastName"]!.ToString().ShouldBe("Two");
        session.State(arn)["Tags"]!.AsArray().Count(tag => tag!["Key"]!.ToString() is "a" or "b").ShouldBe(2);
    }
}
