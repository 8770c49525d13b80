using System.Management.Automation;

namespace AwsccConnect.Tests.Commands.Safety;

/// <summary>What commands make of refused keys, unknown users and lost responses, beyond what the matrix of faults shows for each exception and code.</summary>
public sealed class ServiceExceptionTests
{
    private static readonly string[] Credentials =
        ["InvalidCredentialsException", "UnrecognizedClientException", "ExpiredTokenException", "InvalidSignatureException", "MissingAuthenticationTokenException"];

    [Fact]
    public async Task Refused_keys_end_the_command_with_one_error()
    {
        await using var session = await SafetySession.StartAsync();
        foreach (var name in Credentials)
        {
            session.Simulator.Faults.Clear();
            session.Simulator.Faults.Add(new SimulatorFault { Kind = SimulatorFaultKind.Exception, ExceptionName = name });
            var created = session.Create(Enumerable.Range(0, 40).Select(i => $"row{i}"));
            var error = created.AllErrors.ShouldHaveSingleItem(name);
            created.Output.ShouldBeEmpty(name);
            error.FullyQualifiedErrorId.ShouldStartWith("InvalidCredentials,");
            error.CategoryInfo.Category.ShouldBe(ErrorCategory.AuthenticationError);
            error.ErrorDetails.RecommendedAction.ShouldContain("-ProfileName");

            session.Invoke("Get-ConnectUser -InstanceArn $instance").AllErrors.ShouldHaveSingleItem(name);
            session.Remove(session.Users).AllErrors.ShouldHaveSingleItem(name);
        }

        session.Simulator.UserCount.ShouldBe(6);
    }

    [Fact]
    public async Task Keys_that_one_Region_refuses_do_not_hide_the_others()
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 6, AccessKey = "AKIDEXAMPLE", SecretKey = "secret" });
        var result = session.Invoke("Get-ConnectUser -Region me-south-1, eu-west-2");
        result.AllErrors.ShouldHaveSingleItem().FullyQualifiedErrorId.ShouldStartWith("InvalidCredentials,");
        result.Output.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Keys_refused_while_waiting_are_reported_with_the_request_token()
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 3, HandlerSeconds = 1 });
        session.Simulator.Faults.Add(new SimulatorFault { Operation = "GetResourceRequestStatus", Kind = SimulatorFaultKind.Exception, ExceptionName = "ExpiredTokenException" });
        var result = session.Create(["jane"]);
        var token = session.Calls("CreateResource", "jane").ShouldHaveSingleItem().RequestToken.ShouldNotBeNull();
        result.AllErrors.ShouldHaveSingleItem().ToString().ShouldContain(token);
    }

    [Fact]
    public async Task A_change_of_an_unknown_user_is_ObjectNotFound_and_the_others_are_changed()
    {
        await using var session = await SafetySession.StartAsync();
        var nobody = $"{session.Simulator.InstanceArn}/agent/00000000-0000-0000-0000-000000000000";
        var result = session.Set([session.Users[0], nobody, session.Users[1]], "-FirstName New -PassThru");
        var error = result.AllErrors.ShouldHaveSingleItem();
        SafetySession.ShouldBeItemError(error, "NotFound", ErrorCategory.ObjectNotFound, nobody);
        PSObject.AsPSObject(error.TargetObject).BaseObject.ShouldBe(nobody);
        result.Output.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(SimulatorFaultKind.Reset)]
    [InlineData(SimulatorFaultKind.ResetAfter)]
    [InlineData(SimulatorFaultKind.Truncated)]
    [InlineData(SimulatorFaultKind.WrongContentType)]
    public async Task A_write_whose_response_never_came_is_reported_as_possibly_accepted(SimulatorFaultKind kind)
    {
        await using var session = await SafetySession.StartAsync();
        session.Simulator.Faults.Add(new SimulatorFault { Operation = "CreateResource", User = "jane", Kind = kind });
        var result = session.Create(["jane", "joe"]);

        result.Output.ShouldHaveSingleItem().Properties["Username"].Value.ShouldBe("joe");
        var error = result.AllErrors.ShouldHaveSingleItem();
        error.FullyQualifiedErrorId.Split(',')[0].ShouldBeOneOf("NetworkFailure", "InvalidResponse");
        error.ToString().ShouldContain("may have accepted");
        var clientToken = session.Calls("CreateResource", "jane").Select(call => call.ClientToken).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        error.ToString().ShouldContain(clientToken);
    }
}
