using System.Management.Automation;
using System.Text.Json.Nodes;
using AwsccConnect.Tests.Commands.Safety;

namespace AwsccConnect.Tests.Idempotency;

/// <summary>A session whose commands are run, broken off and run again.</summary>
internal static class RunSession
{
    /// <summary>The writes of an operation that made a request of their own, by request token.</summary>
    public static IReadOnlyList<string> Requests(this SafetySession session, string operation, string? user = null) =>
        [.. session.Calls(operation, user).Select(call => call.RequestToken).OfType<string>().Distinct()];

    /// <summary>Runs a script until enough writes have been accepted, breaks it off and waits for the handlers.</summary>
    public static async Task BreakOffAsync(this SafetySession session, string operation, int writes, string script, params (string Name, object? Value)[] variables)
    {
        using var running = session.PowerShell.Start(script, variables);
        (await running.WaitUntilAsync(_ => session.Calls(operation).Count >= writes)).ShouldBeTrue();
        await running.StopAsync();
    }

    /// <summary>Rows for New-ConnectUser with tags, from a hashtable in no particular order.</summary>
    public static PSObject[] Rows(int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var row = SafetySession.Rows($"run{i:00}")[0];
        row.Properties["FirstName"].Value = $"First{i}";
        row.Properties.Add(new PSNoteProperty("tag:Team", "Sales"));
        row.Properties.Add(new PSNoteProperty("tag:Site", "Leeds"));
        return row;
    })];

    /// <summary>The users that a session has created.</summary>
    public static IReadOnlyList<JsonObject> Created(this SafetySession session, int count) =>
        [.. Enumerable.Range(0, count).Select(i => session.Simulator.FindUser($"run{i:00}")).OfType<string>().Select(session.State)];
}
