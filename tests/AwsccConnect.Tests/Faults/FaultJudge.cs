using System.Management.Automation;
using AwsccConnect.Tests.Faults.Proxy;

namespace AwsccConnect.Tests.Faults;

/// <summary>Holds what has happened against what has to: how the case has to end, and what holds for every case.</summary>
/// <param name="about">The case.</param>
/// <param name="world">Its users.</param>
/// <param name="run">What the command gave.</param>
/// <param name="hostText">What the host showed.</param>
public sealed class FaultJudge(FaultCase about, FaultWorld world, InvocationResult run, string hostText)
{
    private readonly List<string> _violations = [];
    private readonly IReadOnlyList<ProxiedCall> _calls = world.Proxy.Calls;

    /// <summary>Usernames of what was written.</summary>
    private readonly IReadOnlyList<string> _succeeded =
        [.. run.Output.Select(item => item.BaseObject is string arn ? world.UsernameOf(arn) : item.Properties["Username"]?.Value?.ToString() ?? world.UsernameOf(item.ToString()))];

    private bool IsAboutList => about.Operation == "ListResources" || about.Command == FaultCommand.ListRequests;

    /// <summary>Judges.</summary>
    public FaultResult Judge()
    {
        ErrorRecord[] ofStruck = [.. run.AllErrors.Where(error => about.EndsCommand || error == run.TerminatingError || IsOf(error, FaultCase.Struck))];
        var hits = about.SimulatorFault?.Hits ?? (about.Endpoint is null ? _calls.Count(call => call.IsHit && (call.IsStruck || !about.IsForEveryone)) : 0);
        FaultResult result = new(about, ofStruck.FirstOrDefault(), hits, world.After(FaultCase.Struck), _violations);
        JudgeError(result, ofStruck);
        JudgeRetries(result);
        Require(result.After == about.After, $"the user should be {about.After}, but is {result.After}");
        JudgeReport(result);
        JudgeOthers();
        JudgeSecrets();
        return result;
    }

    private void JudgeError(FaultResult result, ErrorRecord[] ofStruck)
    {
        Require(result.ErrorId == about.ErrorId, $"error {result.ErrorId ?? "none"} instead of {about.ErrorId ?? "none"}: {string.Join(" | ", run.AllErrors)}");
        if (result.Error is not { } error)
        {
            return;
        }

        Require(ofStruck.Length == 1, $"{ofStruck.Length} errors instead of one");
        Require(error.CategoryInfo.Category == about.Category, $"category {error.CategoryInfo.Category} instead of {about.Category}");
        Require(!string.IsNullOrWhiteSpace(error.ErrorDetails?.RecommendedAction), "no recommended action");
        Require(about.Says is null || error.ToString().Contains(about.Says, StringComparison.Ordinal), $"'{error}' does not say '{about.Says}'");
        Require(run.TerminatingException is null || about.EndsCommand, $"the command ended: {run.TerminatingException}");
    }

    private void JudgeRetries(FaultResult result)
    {
        if (about.Endpoint is null)
        {
            Require(about.Hits is { } hits ? result.Hits == hits : result.Hits >= 2, $"hit {result.Hits} times instead of {(about.Hits is null ? "2 or more" : $"{about.Hits}")}");
        }

        if (about.ErrorId is null && about.Operation is not ("*" or "GetResourceRequestStatus" or "ListResourceRequests" or "ListResources"))
        {
            // What is sent again is a call of the same operation; an update is followed by a read, a create by none.
            var calls = _calls.Count(call => call.IsStruck && call.Operation == about.Operation);
            Require(about.IsPatient ? calls == result.Hits : calls > result.Hits, $"{calls} calls, {result.Hits} of them hit");
        }

        var tokens = _calls.Where(call => call.IsStruck && call.ClientToken is not null).Select(call => call.ClientToken).Distinct().Count();
        Require(tokens <= 1 || about.IsNewRequest, $"{tokens} client tokens for one request");
        Require(tokens != 1 || !about.IsNewRequest, "sent again with the same client token though AWS had ended the request");

        // A client token that is sent again belongs to the same body, or AWS would refuse it.
        var bodies = _calls.Where(call => call.ClientToken is not null).GroupBy(call => call.ClientToken, call => call.Body);
        Require(bodies.All(same => same.Distinct().Count() == 1), "a client token with two bodies");
    }

    /// <summary>What was done is reported, as a result or in an error.</summary>
    private void JudgeReport(FaultResult result)
    {
        var isWritten = _succeeded.Contains(FaultCase.Struck);
        Require(!isWritten || result.Error is null || about.Command == FaultCommand.List || about.Command == FaultCommand.ListRequests, "both a result and an error");
        Require(about.Output is null || run.Output.Count == about.Output, $"{run.Output.Count} objects instead of {about.Output}");
        Require(IsAboutList || isWritten == (about.ErrorId is null && !about.IsLeftOut), isWritten ? "a result without success" : "success without a result");
        if (!about.Command.IsReading && result.After != Aftermath.Untouched && !isWritten)
        {
            var text = result.Error?.ToString() ?? string.Empty;
            string[] hints = [.. world.Simulator.Calls.Select(call => call.RequestToken).OfType<string>(), "client token", "exists already", "had changed", "as successful", "was created"];
            Require(hints.Any(hint => text.Contains(hint, StringComparison.Ordinal)), $"it was done, and '{text}' does not say so");
        }
    }

    private void JudgeOthers()
    {
        foreach (var other in world.Usernames.Where(name => name != FaultCase.Struck))
        {
            var isDone = about.Command.IsReading || world.After(other) == Aftermath.Done;
            var isWritten = _succeeded.Contains(other);
            // A list that fails concerns no single user: the case defines how much of it was written.
            var mayBeUnlisted = (about.Command == FaultCommand.List && other == "last") || (about.Command == FaultCommand.ListRequests && run.AllErrors.Count > 0);
            if (!about.EndsCommand && !about.IsForEveryone)
            {
                Require((isWritten && isDone) || mayBeUnlisted, $"'{other}' did not continue: {string.Join(" | ", run.AllErrors)}");
                Require(!run.AllErrors.Any(error => IsOf(error, other)), $"'{other}' has an error");
            }
            else if (!about.Command.IsReading)
            {
                Require(isWritten == isDone || run.AllErrors.Count > 0, $"'{other}' was forgotten");
            }
        }

        var users = world.Usernames.Count(name => world.Simulator.FindUser(name) is not null || (about.Command == FaultCommand.List && name != "first"));
        var all = world.Simulator.UserCount - (about.Command == FaultCommand.List ? 6 : 0);
        Require(users == all, $"{all} users in the simulator instead of {users}");
        Require(_succeeded.Distinct().Count() == _succeeded.Count, "a user was written twice");
    }

    private void JudgeSecrets()
    {
        var text = string.Join('\n', [
            hostText,
            .. run.Verbose, .. run.Debug, .. run.Warnings, .. run.Information.Select(record => record.ToString()),
            .. run.Output.Select(item => item.ToString()),
            .. run.AllErrors.Select(error => $"{error} {error.ErrorDetails?.RecommendedAction} {error.Exception} {error.TargetObject}")]);
        foreach (var secret in FaultWorld.Secrets)
        {
            Require(!text.Contains(secret, StringComparison.Ordinal), $"the secret {secret} is in a stream");
        }
    }

    private bool IsOf(ErrorRecord error, string username)
    {
        var target = error.TargetObject is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : error.TargetObject;
        var properties = PSObject.AsPSObject(target ?? string.Empty).Properties;
        var text = target is string identifier ? identifier : (properties["Username"] ?? properties["User"])?.Value?.ToString() ?? string.Empty;
        return text == username || world.UsernameOf(text) == username || (username == FaultCase.Struck && IsAboutList);
    }

    private void Require(bool holds, string violation)
    {
        if (!holds)
        {
            _violations.Add(violation);
        }
    }
}
