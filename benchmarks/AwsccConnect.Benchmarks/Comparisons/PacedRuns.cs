using System.Text.Json.Nodes;
using AwsccConnect.Benchmarks.Processes;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>
/// Runs that spend their time waiting for a quota: all of them in parallel, each with a service and a session of its own.
/// </summary>
internal static class PacedRuns
{
    /// <summary>How long a quota's burst takes to be whole again after the warm-up.</summary>
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(3);

    public static async Task<IReadOnlyList<(WorkResult Work, ServiceFacts Facts)>> RunAsync(
        int runs, Func<Task<Service>> start, string warmUp, string script, params (string Name, JsonNode Value)[] variables)
    {
        List<(Service Service, Worker Worker)> pairs = [];
        try
        {
            pairs.AddRange(await Task.WhenAll(Enumerable.Range(0, runs).Select(async _ => (await start(), await Worker.StartAsync()))));
            await Task.WhenAll(pairs.Select(async pair =>
            {
                (string Name, JsonNode Value)[] all = [.. Clone(variables), .. await ProfilesAsync(pair.Service)];
                (await pair.Worker.RunAsync(warmUp, pair.Service, all)).Expect(1);
            }));
            await Task.Delay(Refill);
            return await Task.WhenAll(pairs.Select(pair => RunAsync(pair.Service, pair.Worker, script, Clone(variables))));
        }
        finally
        {
            foreach ((var service, var worker) in pairs)
            {
                await worker.DisposeAsync();
                await service.DisposeAsync();
            }
        }
    }

    private static async Task<(WorkResult Work, ServiceFacts Facts)> RunAsync(
        Service service, Worker worker, string script, (string Name, JsonNode Value)[] variables)
    {
        await service.ClearAsync();
        var work = await worker.RunAsync(script, service, variables);
        return (work, await service.FactsAsync());
    }

    private static async Task<(string Name, JsonNode Value)[]> ProfilesAsync(Service service)
    {
        using RawClient client = new(service, 1);
        var routing = (await client.ListAsync("AWS::Connect::RoutingProfile"))[0];
        var security = (await client.ListAsync("AWS::Connect::SecurityProfile"))[0];
        return [("routing", routing), ("security", security)];
    }

    private static (string Name, JsonNode Value)[] Clone((string Name, JsonNode Value)[] variables) =>
        [.. variables.Select(variable => (variable.Name, variable.Value.DeepClone()))];
}
