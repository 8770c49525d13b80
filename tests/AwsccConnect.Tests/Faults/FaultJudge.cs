using System.Management.Automation;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Faults;

/// <summary>Holds what has happened against what has to: the expectation of the case, and what holds for every case.</summary>
/// <param name="about">The case.</param>
/// <param name="world">Its users.</param>
/// <param name="run">What the command gave.</param>
/// <param name="hostText">What the host showed.</param>
public sealed class FaultJudge(FaultCase about, FaultWorld world, InvocationResult run, string hostText)
{
    private readonly List<string> _violations = [];

    /// <summary>Judges.</summary>
    public FaultResult Judge()
    {
        var expected = about.Expected;
        ErrorRecord[] ofStruck = [.. run.AllErrors.Where(error => expected.EndsCommand || error == run.TerminatingError || IsOf(error, FaultCase.Struck))];
        var error = ofStruck.FirstOrDefault();
        FaultResult result = new(about)
        {
            Error = error,
            Hits = about.SimulatorFault?.Hits ?? (about.Endpoint is null ? world.Proxy.Calls.Count(call => call.IsHit && (call.IsStruck || !expected.IsForEveryone)) : 0),
            ClientTokens = world.Proxy.Calls.Where(call => call.IsStruck && call.ClientToken is not null).Select(call => call.ClientToken).Distinct().Count(),
            After = world.After(FaultCase.Struck),
        };

        JudgeError(expected, result, ofStruck);
        JudgeRetries(expected, result);
        Require(result.After == expected.After, $"the user should be {expected.After}, but is {result.After}");
        JudgeReport(expected, result);
        JudgeOthers(expected);
        JudgeRequests();
        JudgeSecrets();
        return result with { Violations = _violations };
    }

    private void JudgeError(FaultExpectation expected, FaultResult result, ErrorRecord[] ofStruck)
    {
        Require(result.ErrorId == expected.ErrorId, $"error {result.ErrorId ?? "none"} instead of {expected.ErrorId ?? "none"}: {string.Join(" | ", run.AllErrors)}");
        if (result.Error is not { } error)
        {
            return;
        }

        Require(ofStruck.Length == 1, $"{ofStruck.Length} errors instead of one");
        Require(error.CategoryInfo.Category == expected.Category, $"category {error.CategoryInfo.Category} instead of {expected.Category}");
        Require(!string.IsNullOrWhiteSpace(error.ErrorDetails?.RecommendedAction), "no recommended action");
        Require(expected.Says is null || error.ToString().Contains(expected.Says, StringComparison.Ordinal), $"'{error}' does not say '{expected.Says}'");
        Require(run.TerminatingException is null || expected.EndsCommand, $"the command ended: {run.TerminatingException}");
    }

    private void JudgeRetries(FaultExpectation expected, FaultResult result)
    {
        if (about.Endpoint is null)
        {
            Require(expected.Hits is { } hits ? result.Hits == hits : result.Hits >= 2, $"hit {result.Hits} times instead of {(expected.Hits is null ? "2 or more" : $"{expected.Hits}")}");
        }

        if (expected.ErrorId is null && about.Operation is not ("*" or "GetResourceRequestStatus" or "ListResourceRequests" or "ListResources"))
        {
            // What is sent again is a call of the same operation; an update is followed by a read, a create by none.
            var calls = world.Proxy.Calls.Count(call => call.IsStruck && call.Operation == about.Operation);
            Require(expected.IsPatient ? calls == result.Hits : calls > result.Hits, $"{calls} calls, {result.Hits} of them hit");
        }

        Require(result.ClientTokens <= 1 || expected.IsNewRequest, $"{result.ClientTokens} client tokens for one request");
        Require(result.ClientTokens != 1 || !expected.IsNewRequest, "sent again with the same client token though AWS had ended the request");
    }

    /// <summary>What was done is reported, as a result or in an error.</summary>
    private void JudgeReport(FaultExpectation expected, FaultResult result)
    {
        var hasRetryAfter = Succeeded().Contains(FaultCase.Struck);
        Require(!hasRetryAfter || result.Error is null || about.Command is FaultCommand.List or FaultCommand.ListRequests, "both a result and an error");
        Require(expected.Output is null || run.Output.Count == expected.Output, $"{run.Output.Count} objects instead of {expected.Output}");
        if (about.Operation == "ListResources" || about.Command == FaultCommand.ListRequests)
        {
            return;
        }

        Require(hasRetryAfter == (expected.ErrorId is null && !expected.IsLeftOut), hasRetryAfter ? "a result without success" : "success without a result");
        if (about.IsReading)
        {
            return;
        }

        if (result.After != Aftermath.Untouched && !hasRetryAfter)
        {
            var text = result.Error?.ToString() ?? string.Empty;
            string[] hints = [.. world.Simulator.Calls.Select(call => call.RequestToken).OfType<string>(), "client token", "exists already", "had changed", "as successful", "was created"];
            Require(hints.Any(hint => text.Contains(hint, StringComparison.Ordinal)), $"it was done, and '{text}' does not say so");
        }
    }

    private void JudgeOthers(FaultExpectation expected)
    {
        var succeeded = Succeeded();
        foreach (var other in world.Usernames.Where(name => name != FaultCase.Struck))
        {
            var isDone = about.IsReading || world.After(other) == Aftermath.Done;
            var hasRetryAfter = succeeded.Contains(other);
            // A list that fails concerns no single user: the case defines how much of it was written.
            var mayBeUnlisted = (about.Command == FaultCommand.List && other == "last") || (about.Command == FaultCommand.ListRequests && run.AllErrors.Count > 0);
            if (!expected.EndsCommand && !expected.IsForEveryone)
            {
                Require((hasRetryAfter && isDone) || mayBeUnlisted, $"'{other}' did not continue: {string.Join(" | ", run.AllErrors)}");
                Require(!run.AllErrors.Any(error => IsOf(error, other)), $"'{other}' has an error");
            }
            else if (!about.IsReading)
            {
                Require(hasRetryAfter == isDone || run.AllErrors.Count > 0, $"'{other}' was forgotten");
            }
        }

        var users = world.Usernames.Count(name => world.Simulator.FindUser(name) is not null || (about.Command == FaultCommand.List && name != "first"));
        var all = world.Simulator.UserCount - (about.Command == FaultCommand.List ? 6 : 0);
        Require(users == all, $"{all} users in the simulator instead of {users}");
        Require(succeeded.Distinct().Count() == succeeded.Count, "a user was written twice");
    }

    /// <summary>A client token that is sent again belongs to the same body, or AWS would refuse it.</summary>
    private void JudgeRequests()
    {
        foreach (var same in world.Proxy.Calls.Where(call => call.ClientToken is not null).GroupBy(call => call.ClientToken))
        {
            Require(same.Select(call => call.Body).Distinct().Count() == 1, "a client token with two bodies");
        }
    }

    private void JudgeSecrets()
    {
        var text = string.Join('\n', [
            hostText,
            .. run.Verbose, .. run.Debug, .. run.Warnings, .. run.Information.Select(record => record.ToString()),
            .. run.Output.Select(item => item.ToString()),
            .. run.AllErrors.Select(error => $"{error} {error.ErrorDetails?.RecommendedAction} {error.Exception} {error.TargetObject}")]);
        foreach (var secret in FaultRunner.Secrets)
        {
            Require(!text.Contains(secret, StringComparison.Ordinal), $"the secret {secret} is in a stream");
        }
    }

    private IReadOnlyList<string> Succeeded() =>
    [
        .. run.Output.Select(item => item.BaseObject is string arn ? world.UsernameOf(arn) : item.Properties["Username"]?.Value?.ToString() ?? world.UsernameOf(item.ToString())),
    ];

    private bool IsOf(ErrorRecord error, string username)
    {
        var target = error.TargetObject is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : error.TargetObject;
        var properties = PSObject.AsPSObject(target ?? string.Empty).Properties;
        var text = target is string identifier ? identifier : (properties["Username"] ?? properties["User"])?.Value?.ToString() ?? string.Empty;
        return text == username || world.UsernameOf(text) == username
            || (username == FaultCase.Struck && (about.Operation == "ListResources" || about.Command == FaultCommand.ListRequests));
    }

    private void Require(bool holds, string violation)
    {
        if (!holds)
        {
            _violations.Add(violation);
        }
    }
}
