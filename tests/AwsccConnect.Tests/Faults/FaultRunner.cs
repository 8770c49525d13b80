using System.Diagnostics;
using AwsccConnect.Tests.Commands;
using AwsccConnect.Tests.Commands.Safety;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Faults;

/// <summary>Runs cases in a session of the engine with the built module.</summary>
public sealed class FaultRunner : IDisposable
{
    /// <summary>What must not appear in any stream.</summary>
    public static IReadOnlyList<string> Secrets { get; } = ["Str0ng-Passw0rd-Of-Struck", "TheSecretAccessKeyOfTheMatrix", "TheSessionTokenOfTheMatrix"];

    private readonly ModuleSession _session = new();

    /// <summary>Runs a case.</summary>
    /// <param name="about">The case.</param>
    /// <returns>What it came to, its proxy, which continues counting, and the timestamp of the command's end.</returns>
    public async Task<(FaultResult Result, FaultWorld World, long Ended)> RunAsync(FaultCase about)
    {
        var world = await FaultWorld.StartAsync(about);
        TakeHostText();
        var invocation = _session.Invoke(ScriptOf(about), VariablesOf(about, world));
        var ended = Stopwatch.GetTimestamp();
        await world.SettleAsync();
        return (new FaultJudge(about, world, invocation, TakeHostText()).Judge(), world, ended);
    }

    public void Dispose() => _session.Dispose();

    private string TakeHostText()
    {
        var host = _session.UI;
        var text = string.Join('\n', [.. host.WarningLines, .. host.OtherLines, host.TakeText()]);
        host.WarningLines.Clear();
        host.OtherLines.Clear();
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

    private static (string Name, object? Value)[] VariablesOf(FaultCase about, FaultWorld world) =>
    [
        ("rows", world.Usernames.Select(name => SafetySession.Row(("Username", name))).ToArray()),
        ("requests", world.Requests.Select(request => SafetySession.Row(("Username", request.Key), ("RequestToken", request.Value))).ToArray()),
        ("arns", world.Arns.Take(3).ToArray()),
        ("instances", world.Simulator.Instances.Select(instance => instance.Arn).ToArray()),
        ("routing", world.Simulator.Instances[0].RoutingProfileArns[0]),
        ("security", world.Simulator.Instances[0].SecurityProfileArns[0]),
        ("password", SimulatorTestBase.Secure(Secrets[0])),
        ("secret", Secrets[1]),
        ("token", Secrets[2]),
        ("url", about.Endpoint ?? world.Proxy.Url),
        ("region", world.Simulator.Region),
        ("timeout", about.TimeoutSeconds),
        .. about.Variables,
    ];
}
