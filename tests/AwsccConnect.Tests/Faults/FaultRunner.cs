using System.Diagnostics;
using System.Management.Automation;
using System.Net;
using System.Security;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Faults;

/// <summary>Runs cases in a session of the engine with the built module.</summary>
/// <param name="seed">What the simulators start with.</param>
public sealed class FaultRunner(FaultSeed seed) : IDisposable
{
    /// <summary>What must not appear in any stream.</summary>
    public static IReadOnlyList<string> Secrets { get; } = ["Str0ng-Passw0rd-Of-Struck", "TheSecretAccessKeyOfTheMatrix", "TheSessionTokenOfTheMatrix"];

    private readonly ModuleSession _session = new();

    /// <summary>Runs a case.</summary>
    /// <param name="about">The case.</param>
    /// <returns>What it came to, and its proxy, which continues counting.</returns>
    public async Task<(FaultResult Result, FaultWorld World, int Calls)> RunAsync(FaultCase about)
    {
        var world = await FaultWorld.StartAsync(about, seed);
        TakeHostText();
        var start = Stopwatch.GetTimestamp();
        var invocation = _session.Invoke(ScriptOf(about), VariablesOf(about, world));
        var duration = Stopwatch.GetElapsedTime(start);
        // What was in flight when the command ended arrives within a moment; whatever comes later was sent afterwards.
        await Task.Delay(50);
        var calls = world.Proxy.Calls.Count;
        await world.SettleAsync();
        FaultJudge judge = new(about, world, invocation, TakeHostText());
        return (judge.Judge() with { Duration = duration }, world, calls);
    }

    public void Dispose() => _session.Dispose();

    private string TakeHostText()
    {
        var host = _session.UI;
        var text = string.Join('\n', [.. host.WarningLines, .. host.VerboseLines, .. host.DebugLines, .. host.ErrorLines, host.TakeText()]);
        host.WarningLines.Clear();
        host.VerboseLines.Clear();
        host.DebugLines.Clear();
        host.ErrorLines.Clear();
        return text;
    }

    private static string ScriptOf(FaultCase about)
    {
        var command = about.Command switch
        {
            FaultCommand.Create or FaultCommand.CreateMany =>
                "$rows | New-ConnectUser -InstanceArn $instances[0] -RoutingProfile $routing -SecurityProfile $security -FirstName Ada -LastName Li -Password $password",
            FaultCommand.Change => "$arns | Set-ConnectUser -FirstName Changed -AfterContactWorkTimeLimit 77 -PassThru",
            FaultCommand.Remove => "$arns | Remove-ConnectUser -Force -PassThru",
            FaultCommand.Read => "$arns | Get-ConnectUser",
            FaultCommand.Cancel => "$requests | Stop-ConnectUserRequest -PassThru",
            FaultCommand.Await => "$requests | Wait-ConnectUserRequest",
            FaultCommand.ReadRequests => "$requests | Get-ConnectUserRequest",
            FaultCommand.ListRequests => "Get-ConnectUserRequest",
            _ => "Get-ConnectUser -InstanceArn $instances",
        };
        var keys = about.Parameters.Contains("-Credential", StringComparison.Ordinal) ? string.Empty : " -AccessKey AKIDFAULTS -SecretKey $secret -SessionToken $token";
        return $"{command} -EndpointUrl $url -Region $region{keys} -TimeoutSeconds $timeout -Verbose -Debug {about.Parameters}";
    }

    private (string Name, object? Value)[] VariablesOf(FaultCase about, FaultWorld world) =>
    [
        ("rows", world.Usernames.Select(name => RowOf(("Username", name))).ToArray()),
        ("requests", world.Requests.Select(request => RowOf(("Username", request.Key), ("RequestToken", request.Value))).ToArray()),
        ("arns", world.Arns.Take(3).ToArray()),
        ("instances", seed.Instances.ToArray()),
        ("routing", seed.RoutingProfile),
        ("security", seed.SecurityProfile),
        ("password", Secure(Secrets[0])),
        ("secret", Secrets[1]),
        ("token", Secrets[2]),
        ("url", about.Endpoint ?? world.Proxy.Url),
        ("region", world.Simulator.Region),
        ("timeout", about.TimeoutSeconds),
        .. about.Variables,
    ];

    private static PSObject RowOf(params IEnumerable<(string Name, string Value)> cells)
    {
        PSObject row = new();
        foreach ((var name, var value) in cells)
        {
            row.Properties.Add(new PSNoteProperty(name, value));
        }

        return row;
    }

    private static SecureString Secure(string text) => new NetworkCredential(string.Empty, text).SecurePassword;
}
