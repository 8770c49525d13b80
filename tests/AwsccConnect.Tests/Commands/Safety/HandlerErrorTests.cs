using System.Management.Automation;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Commands.Safety;

/// <summary>Requests that end FAILED: which code, which category, how often it is tried.</summary>
public sealed class HandlerErrorTests
{
    /// <summary>Codes that no repetition cures (Cloud Control's HandlerErrorCode).</summary>
    private static readonly (string Code, ErrorCategory Category)[] Permanent =
    [
        ("NotUpdatable", ErrorCategory.InvalidOperation),
        ("InvalidRequest", ErrorCategory.InvalidArgument),
        ("AccessDenied", ErrorCategory.PermissionDenied),
        ("UnauthorizedTaggingOperation", ErrorCategory.PermissionDenied),
        ("InvalidCredentials", ErrorCategory.AuthenticationError),
        ("AlreadyExists", ErrorCategory.ResourceExists),
        ("NotFound", ErrorCategory.ObjectNotFound),
        ("ServiceLimitExceeded", ErrorCategory.LimitsExceeded),
        ("NotStabilized", ErrorCategory.ResourceUnavailable),
        ("GeneralServiceException", ErrorCategory.NotSpecified),
    ];

    /// <summary>Codes that pass: a new request, with a new client token, is right.</summary>
    private static readonly string[] Passing =
        ["Throttling", "ServiceInternalError", "NetworkFailure", "InternalFailure", "ServiceTimeout", "ResourceConflict"];

    [Theory]
    [InlineData("CreateResource")]
    [InlineData("UpdateResource")]
    [InlineData("DeleteResource")]
    public async Task A_permanent_code_is_the_items_error_and_is_not_tried_again(string operation)
    {
        await using SafetySession session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 30 });
        int round = 0;
        foreach ((string code, ErrorCategory category) in Permanent)
        {
            round++;
            (string bad, string[] names, InvocationResult result) = RunThree(session, operation, round, new SimulatorFault
            {
                Operation = operation,
                Kind = SimulatorFaultKind.HandlerError,
                ErrorCode = code,
                Message = $"said {code}",
            });

            ErrorRecord error = result.AllErrors.ShouldHaveSingleItem($"{operation} {code}");
            SafetySession.ShouldBeItemError(error, code, category, names);
            error.ToString().ShouldContain($"said {code}");
            result.TerminatingException.ShouldBeNull();
            session.Calls(operation, bad).Count.ShouldBe(1, code);
            session.Writes().Count.ShouldBe(3, "the others were done");
            session.Writes().ShouldAllBe(call => call.Outcome == "Success");
        }
    }

    [Theory]
    [InlineData("CreateResource")]
    [InlineData("UpdateResource")]
    [InlineData("DeleteResource")]
    public async Task A_passing_code_is_sent_again_as_a_new_request(string operation)
    {
        await using SafetySession session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 30 });
        int round = 0;
        foreach (string code in Passing)
        {
            round++;
            (string bad, _, InvocationResult result) = RunThree(session, operation, round, new SimulatorFault
            {
                Operation = operation,
                Kind = SimulatorFaultKind.HandlerError,
                ErrorCode = code,
                Count = 2,
            });

            result.AllErrors.ShouldBeEmpty(code);
            IReadOnlyList<SimulatorCall> calls = session.Calls(operation, bad);
            calls.Count.ShouldBe(3, code);
            calls.Select(call => call.ClientToken).Distinct().Count().ShouldBe(3, $"{code}: a client token belongs to one request");
            calls.Select(call => call.RequestToken).Distinct().Count().ShouldBe(3, code);
        }
    }

    [Fact]
    public async Task A_delete_that_failed_but_removed_the_user_is_success()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        foreach ((string code, int requests) in new[] { ("Throttling", 2), ("ServiceInternalError", 2), ("GeneralServiceException", 1), ("NotStabilized", 1) })
        {
            string arn = session.Users[session.Simulator.Faults.Rules.Count];
            session.Fault(new SimulatorFault { Operation = "DeleteResource", User = arn, Kind = SimulatorFaultKind.HalfApplied, ErrorCode = code, Count = 1 });
            InvocationResult result = session.Remove([arn], "-PassThru");

            result.AllErrors.ShouldBeEmpty(code);
            result.Output.Count.ShouldBe(1, code);
            session.Calls("DeleteResource", arn).Count.ShouldBe(requests, code);
            Should.Throw<KeyNotFoundException>(() => session.State(arn));
        }
    }

    [Fact]
    public async Task A_delete_of_nobody_is_NotFound_and_silent_when_asked()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        string nobody = $"{session.Simulator.InstanceArn}/agent/00000000-0000-0000-0000-000000000000";
        InvocationResult result = session.Remove([nobody, session.Users[1]]);
        SafetySession.ShouldBeItemError(result.AllErrors.ShouldHaveSingleItem(), "NotFound", ErrorCategory.ObjectNotFound, nobody);
        session.Calls("DeleteResource", session.Users[1]).Count.ShouldBe(1);
        session.Remove([nobody], "-IgnoreNotFound").AllErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repeated_create_that_meets_its_own_user_says_so()
    {
        await using SafetySession session = await SafetySession.StartAsync();
        session.Fault(new SimulatorFault { Operation = "CreateResource", Kind = SimulatorFaultKind.HalfApplied, ErrorCode = "Throttling", Count = 1 });
        InvocationResult result = session.Create(["jane"]);
        ErrorRecord error = result.AllErrors.ShouldHaveSingleItem();
        SafetySession.ShouldBeItemError(error, "AlreadyExists", ErrorCategory.ResourceExists, "jane");
        error.ToString().ShouldContain("earlier request of this command");
        error.ErrorDetails.RecommendedAction.ShouldContain("Set-ConnectUser");
        session.Simulator.UserCount.ShouldBe(7);
    }

    private static (string Bad, string[] Names, InvocationResult Result) RunThree(SafetySession session, string operation, int round, SimulatorFault fault)
    {
        string[] all = operation switch
        {
            "CreateResource" => [$"first{round}", $"bad{round}", $"last{round}"],
            // Updates change the same three users each time; deletes take three more.
            "UpdateResource" => [.. session.Users.Take(3)],
            _ => [.. session.Users.Skip((round - 1) * 3).Take(3)],
        };
        string bad = all[1];
        string[] names = operation == "CreateResource" ? [bad] : [bad, session.UsernameOf(bad)];
        session.Simulator.Faults.Clear();
        session.Fault(new SimulatorFault
        {
            Operation = fault.Operation, User = bad, Kind = fault.Kind, ErrorCode = fault.ErrorCode, Message = fault.Message, Count = fault.Count,
        });
        session.Simulator.ClearCalls();
        InvocationResult result = operation switch
        {
            "CreateResource" => session.Create(all),
            "UpdateResource" => session.Set(all, $"-FirstName Round{round}"),
            _ => session.Remove(all),
        };
        return (bad, names, result);
    }
}
