using System.Text.Json.Nodes;
using AwsccConnect.Benchmarks.Comparisons;
using AwsccConnect.Benchmarks.Processes;

namespace AwsccConnect.Benchmarks.Pacing;

/// <summary>New-ConnectUser, in a session of its own.</summary>
internal sealed class ModuleStrategy : IPacingStrategy
{
    private Worker? _worker;

    public string Name => "New-ConnectUser";

    public async Task PrepareAsync(PacingTarget target)
    {
        _worker = await Worker.StartAsync();
        (await _worker.RunAsync("Get-ConnectUser -InstanceArn $instance -First 1 @aws", Variables(target))).Expect(1);
    }

    public async Task<double> RunAsync(PacingTarget target, int creates)
    {
        var variables = Variables(target);
        variables["count"] = creates;
        variables["routing"] = target.RoutingProfileArn;
        variables["security"] = target.SecurityProfileArn;
        return (await _worker!.RunAsync(CreateScript.Many, variables)).Seconds;
    }

    public ValueTask DisposeAsync() => _worker?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static JsonObject Variables(PacingTarget target) => Service.VariablesFor(target.Url, target.InstanceArn);
}
