using System.Text.Json.Nodes;

namespace AwsccConnect.Benchmarks.Processes;

/// <summary>A PowerShell session with the module, running as a process of its own.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private readonly LineProcess _process;

    private Worker(LineProcess process)
    {
        _process = process;
    }

    public static async Task<Worker> StartAsync() => new(await LineProcess.StartSelfAsync("work", []));

    /// <summary>Runs a script in the session.</summary>
    public Task<WorkResult> RunAsync(string script, Service service, params (string Name, JsonNode Value)[] variables)
    {
        var all = service.Variables;
        foreach ((var name, var value) in variables)
        {
            all[name] = value;
        }

        return RunAsync(script, all);
    }

    /// <summary>Runs a script in the session.</summary>
    public async Task<WorkResult> RunAsync(string script, JsonObject variables)
    {
        var response = await _process.AskAsync(new JsonObject { ["script"] = script, ["variables"] = variables });
        return new WorkResult(
            response["seconds"]!.GetValue<double>(),
            response["cpuSeconds"]!.GetValue<double>(),
            response["allocatedBytes"]!.GetValue<long>(),
            response["count"]!.GetValue<int>(),
            [.. response["errors"]!.AsArray().Select(error => error!.ToString())],
            [.. response["texts"]!.AsArray().Select(text => text!.ToString())]);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
