using System.Diagnostics;
using System.Text.Json.Nodes;

namespace AwsccConnect.Benchmarks.Processes;

/// <summary>The simulated service as a process of its own.</summary>
internal static class ServeMode
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        SimulatorOptions options = new()
        {
            UserCount = arguments.TakeInteger("--users", 25),
            LatencyMilliseconds = arguments.TakeNumber("--latency", 0),
            LatencyMaximumMilliseconds = arguments.TakeNumber("--latency-max", 0),
            HandlerSeconds = arguments.TakeNumber("--handler", 0),
            PageSize = arguments.TakeInteger("--page-size", 100),
            Port = arguments.TakeInteger("--port", 0),
            SendRetryAfter = !arguments.TakeFlag("--no-retry-after"),
            MaximumCalls = 1_000_000,
        };
        foreach (var quota in arguments.TakeAll("--quota"))
        {
            var parts = quota.Split('=', 2);
            options.Quota[parts[0]] = parts.Length == 2 ? parts[1] : throw new UsageException("--quota takes NAME=RATE/BURST.");
        }

        arguments.ThrowIfAnyLeft(BenchmarkOptions.Usage);
        await using var simulator = await ConnectSimulator.StartAsync(options);
        Say(new JsonObject
        {
            ["url"] = simulator.Url.ToString(),
            ["region"] = simulator.Region,
            ["instanceArn"] = simulator.InstanceArn,
            ["instanceAlias"] = simulator.InstanceAlias,
        });
        while (await Console.In.ReadLineAsync() is { } line)
        {
            Say(Answer(simulator, options, JsonNode.Parse(line)!.AsObject()));
        }

        return 0;
    }

    private static JsonObject Answer(ConnectSimulator simulator, SimulatorOptions options, JsonObject request)
    {
        if (request["do"]?.ToString() == "clear")
        {
            // A quota that is set anew begins with its whole burst.
            foreach ((var name, var value) in options.Quota)
            {
                simulator.SetQuota(name, value);
            }

            simulator.ClearCalls();
            return [];
        }

        JsonObject calls = [];
        foreach (var operation in simulator.Calls.GroupBy(call => call.Operation, StringComparer.Ordinal))
        {
            calls[operation.Key] = new JsonObject(operation
                .GroupBy(call => call.Outcome, StringComparer.Ordinal)
                .Select(outcome => KeyValuePair.Create(outcome.Key, (JsonNode?)JsonValue.Create(outcome.Count()))));
        }

        using var self = Process.GetCurrentProcess();
        return new JsonObject { ["users"] = simulator.UserCount, ["cpuSeconds"] = self.TotalProcessorTime.TotalSeconds, ["calls"] = calls };
    }

    private static void Say(JsonObject response)
    {
        Console.Out.WriteLine(response.ToJsonString());
        Console.Out.Flush();
    }
}
