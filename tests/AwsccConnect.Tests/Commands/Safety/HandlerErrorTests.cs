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
    public async Task Permanent_codes_are_the_errors_of_their_items_and_are_not_tried_again(string operation)
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 12 });
        var all = Targets(session, operation, Permanent.Length);
        for (var i = 0; i < Permanent.Length; i++)
        {
            session.Fault(new SimulatorFault
            {
                Operation = operation, User = all[i + 1], Kind = SimulatorFaultKind.HandlerError, ErrorCode = Permanent[i].Code, Message = $"said {Permanent[i].Code}",
            });
        }

        string[] usernames = [.. all.Select(user => user.StartsWith("arn:", StringComparison.Ordinal) ? session.UsernameOf(user) : user)];
        var result = Run(session, operation, all);

        result.TerminatingException.ShouldBeNull();
        result.AllErrors.Count.ShouldBe(Permanent.Length);
        for (var i = 0; i < Permanent.Length; i++)
        {
            (var code, var category) = Permanent[i];
            var error = result.AllErrors.Single(item => item.ToString().Contains($"said {code}", StringComparison.Ordinal));
            SafetySession.ShouldBeItemError(error, code, category, all[i + 1], usernames[i + 1]);
        }

        session.Writes().Count.ShouldBe(all.Length, "each was sent once, the good ones at both ends too");
        session.Writes().ShouldAllBe(call => call.Outcome == "Success");
    }

    [Theory]
    [InlineData("CreateResource")]
    [InlineData("UpdateResource")]
    [InlineData("DeleteResource")]
    public async Task Passing_codes_are_sent_again_as_new_requests(string operation)
    {
        await using var session = await SafetySession.StartAsync(new SimulatorOptions { UserCount = 12 });
        var all = Targets(session, operation, Passing.Length);
        for (var i = 0; i < Passing.Length; i++)
        {
            session.Fault(new SimulatorFault { Operation = operation, User = all[i + 1], Kind = SimulatorFaultKind.HandlerError, ErrorCode = Passing[i], Count = 1 });
        }

        Run(session, operation, all).AllErrors.ShouldBeEmpty();
        for (var i = 0; i < Passing.Length; i++)
        {
            var calls = session.Calls(operation, all[i + 1]);
            calls.Count.ShouldBe(2, Passing[i]);
            calls.Select(call => call.ClientToken).Distinct().Count().ShouldBe(2, $"{Passing[i]}: a client token belongs to one request");
            calls.Select(call => call.RequestToken).Distinct().Count().ShouldBe(2, Passing[i]);
        }
    }

    [Fact]
    public async Task A_delete_that_failed_but_removed_the_user_is_success()
    {
        await using var session = await SafetySession.StartAsync();
        foreach ((var code, var requests) in new[] { ("Throttling", 2), ("ServiceInternalError", 2), ("GeneralServiceException", 1), ("NotStabilized", 1) })
        {
            var arn = session.Users[session.Simulator.Faults.Rules.Count];
            session.Fault(new SimulatorFault { Operation = "DeleteResource", User = arn, Kind = SimulatorFaultKind.HalfApplied, ErrorCode = code, Count = 1 });
            var result = session.Remove([arn], "-PassThru");

            result.AllErrors.ShouldBeEmpty(code);
            result.Output.Count.ShouldBe(1, code);
            session.Calls("DeleteResource", arn).Count.ShouldBe(requests, code);
            Should.Throw<KeyNotFoundException>(() => session.State(arn));
        }
    }

    [Fact]
    public async Task A_delete_of_nobody_is_NotFound_and_silent_when_asked()
    {
        await using var session = await SafetySession.StartAsync();
        var nobody = $"{session.Simulator.InstanceArn}/agent/00000000-0000-0000-0000-000000000000";
        var result = session.Remove([nobody, session.Users[1]]);
        SafetySession.ShouldBeItemError(result.AllErrors.ShouldHaveSingleItem(), "NotFound", ErrorCategory.ObjectNotFound, nobody);
        session.Calls("DeleteResource", session.Users[1]).Count.ShouldBe(1);
        session.Remove([nobody], "-IgnoreNotFound").AllErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repeated_create_that_meets_its_own_user_is_success()
    {
        await using var session = await SafetySession.StartAsync();
        session.Fault(new SimulatorFault { Operation = "CreateResource", Kind = SimulatorFaultKind.HalfApplied, ErrorCode = "Throttling", Count = 1 });
        var result = session.Create(["jane"]);
        result.AllErrors.ShouldBeEmpty();
        result.Output.ShouldHaveSingleItem().Properties["UserArn"].Value.ShouldBe(session.Simulator.FindUser("jane"));
        session.Simulator.UserCount.ShouldBe(7);
    }

    /// <summary>A good user, the bad ones, a good user.</summary>
    private static string[] Targets(SafetySession session, string operation, int bad) =>
        operation == "CreateResource" ? [.. Enumerable.Range(0, bad + 2).Select(i => $"new{i:00}")] : [.. session.Users.Take(bad + 2)];

    private static InvocationResult Run(SafetySession session, string operation, string[] users) => operation switch
    {
        "CreateResource" => session.Create(users),
        "UpdateResource" => session.Set(users, "-FirstName Changed"),
        _ => session.Remove(users),
    };
}
