using System.Management.Automation;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Commands.Safety;

/// <summary>Every exception of the service model, and those all AWS services share, on each operation.</summary>
public sealed class ServiceExceptionTests
{
    private static readonly (string Name, string Id, ErrorCategory Category)[] Permanent =
    [
        ("AlreadyExistsException", "AlreadyExists", ErrorCategory.ResourceExists),
        ("ClientTokenConflictException", "ClientTokenConflict", ErrorCategory.InvalidOperation),
        ("GeneralServiceException", "GeneralServiceException", ErrorCategory.NotSpecified),
        ("InvalidRequestException", "InvalidRequest", ErrorCategory.InvalidArgument),
        ("NotStabilizedException", "NotStabilized", ErrorCategory.ResourceUnavailable),
        ("NotUpdatableException", "NotUpdatable", ErrorCategory.InvalidOperation),
        ("PrivateTypeException", "PrivateType", ErrorCategory.NotImplemented),
        ("RequestTokenNotFoundException", "RequestTokenNotFound", ErrorCategory.ObjectNotFound),
        ("ResourceNotFoundException", "NotFound", ErrorCategory.ObjectNotFound),
        ("ServiceLimitExceededException", "ServiceLimitExceeded", ErrorCategory.LimitsExceeded),
        ("TypeNotFoundException", "TypeNotFound", ErrorCategory.NotImplemented),
        ("UnsupportedActionException", "UnsupportedAction", ErrorCategory.NotImplemented),
        ("AccessDeniedException", "AccessDenied", ErrorCategory.PermissionDenied),
        ("ValidationException", "InvalidRequest", ErrorCategory.InvalidArgument),
    ];

    private static readonly string[] Passing =
    [
        "ConcurrentModificationException", "ConcurrentOperationException", "HandlerFailureException", "HandlerInternalFailureException",
        "NetworkFailureException", "ResourceConflictException", "ServiceInternalErrorException", "ThrottlingException", "InternalFailure",
        "ServiceUnavailable",
    ];

    private static readonly string[] Credentials =
        ["InvalidCredentialsException", "UnrecognizedClientException", "ExpiredTokenException", "InvalidSignatureException", "MissingAuthenticationTokenException"];

    [Theory]
    [InlineData("CreateResource")]
    [InlineData("UpdateResource")]
    [InlineData("DeleteResource")]
    [InlineData("GetResource")]
    public async Task A_permanent_exception_is_the_items_error_and_is_not_tried_again(string operation)
    {
        await using var session = await SafetySession.StartAsync();
        foreach ((var name, var id, var category) in Permanent)
        {
            (var bad, var result) = Run(session, operation, name, count: null);
            var error = result.AllErrors.ShouldHaveSingleItem($"{operation} {name}");
            SafetySession.ShouldBeItemError(error, id, category, bad, Known(session, bad));
            session.Calls(operation, bad).Count.ShouldBe(1, $"{operation} {name}");
        }
    }

    [Theory]
    [InlineData("CreateResource")]
    [InlineData("UpdateResource")]
    [InlineData("DeleteResource")]
    [InlineData("GetResource")]
    public async Task A_passing_exception_is_tried_again_with_the_same_client_token(string operation)
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 12 });
        var round = 0;
        foreach (var name in Passing)
        {
            (var bad, var result) = Run(session, operation, name, count: 1, round++);
            result.AllErrors.ShouldBeEmpty($"{operation} {name}");
            var calls = session.Calls(operation, bad);
            calls.Count.ShouldBe(2, $"{operation} {name}");
            calls.Select(call => call.ClientToken).Distinct().Count().ShouldBe(1, $"{operation} {name}");
        }
    }

    [Fact]
    public async Task Refused_keys_end_the_command_with_one_error()
    {
        await using var session = await SafetySession.StartAsync();
        foreach (var name in Credentials)
        {
            session.Simulator.Faults.Clear();
            session.Fault(new SimulatorFault { Kind = SimulatorFaultKind.Exception, ExceptionName = name });
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
        session.Fault(new SimulatorFault { Operation = "GetResourceRequestStatus", Kind = SimulatorFaultKind.Exception, ExceptionName = "ExpiredTokenException" });
        var result = session.Create(["jane"]);
        var token = session.Calls("CreateResource", "jane").ShouldHaveSingleItem().RequestToken.ShouldNotBeNull();
        result.AllErrors.ShouldHaveSingleItem().ToString().ShouldContain(token);
    }

    [Fact]
    public async Task An_unknown_user_is_ObjectNotFound_and_the_others_are_read()
    {
        await using var session = await SafetySession.StartAsync();
        var nobody = $"{session.Simulator.InstanceArn}/agent/00000000-0000-0000-0000-000000000000";
        foreach (var command in new[] { "$arns | Get-ConnectUser", "$arns | Set-ConnectUser -FirstName New -PassThru", "Get-ConnectUser $arns" })
        {
            var result = session.Invoke(command, ("arns", new[] { session.Users[0], nobody, session.Users[1] }));
            var error = result.AllErrors.ShouldHaveSingleItem(command);
            SafetySession.ShouldBeItemError(error, "NotFound", ErrorCategory.ObjectNotFound, nobody);
            PSObject.AsPSObject(error.TargetObject).BaseObject.ShouldBe(nobody);
            result.Output.Count.ShouldBe(2, command);
        }
    }

    [Fact]
    public async Task An_existing_username_is_ResourceExists()
    {
        await using var session = await SafetySession.StartAsync();
        var taken = session.UsernameOf(session.Users[0]);
        var result = session.Create(["before", taken, "after"]);
        SafetySession.ShouldBeItemError(result.AllErrors.ShouldHaveSingleItem(), "AlreadyExists", ErrorCategory.ResourceExists, taken);
        result.Output.Select(user => user.Properties["Username"].Value).ShouldBe(["before", "after"], ignoreOrder: true);
    }

    private static string Known(SafetySession session, string user) => user.StartsWith("arn:", StringComparison.Ordinal) ? session.UsernameOf(user) : user;

    private static (string Bad, InvocationResult Result) Run(SafetySession session, string operation, string exception, int? count, int round = 0)
    {
        var bad = operation == "CreateResource" ? $"new{round}" : session.Users[round];
        session.Simulator.Faults.Clear();
        session.Simulator.ClearCalls();
        session.Fault(new SimulatorFault { Operation = operation, User = bad, Kind = SimulatorFaultKind.Exception, ExceptionName = exception, Count = count });
        var result = operation switch
        {
            "CreateResource" => session.Create([bad]),
            "UpdateResource" => session.Set([bad], $"-FirstName {exception}"),
            "DeleteResource" => session.Remove([bad]),
            _ => session.Invoke("Get-ConnectUser $arn", ("arn", bad)),
        };
        return (bad, result);
    }
}
