using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AwsccConnect.Tests.Faults.Cases;

namespace AwsccConnect.Tests.Faults;

/// <summary>The run of all cases. They run in parallel, each with a simulator and a proxy of its own.</summary>
public sealed class FaultMatrix
{
    /// <summary>Sessions in parallel: most of a case's time is the pauses between attempts.</summary>
    private const int Sessions = 16;

    /// <summary>What was in flight when the command ended has arrived after this time, also on a busy machine; what comes later was sent afterwards.</summary>
    private static readonly TimeSpan InFlight = TimeSpan.FromSeconds(1);

    private readonly Lazy<Task<IReadOnlyList<FaultResult>>> _results = new(RunAsync);

    /// <summary>The results of all cases, in the order of the page; they are run once for all tests that look at it.</summary>
    public Task<IReadOnlyList<FaultResult>> Results => _results.Value;

    /// <summary>The line with the numbers of cases and of those survived.</summary>
    public static string CountsOf(IReadOnlyCollection<FaultResult> results) =>
        string.Create(CultureInfo.InvariantCulture, $"{results.Count} cases tried, {results.Count(result => result.IsSurvived)} survived.");

    private static async Task<IReadOnlyList<FaultResult>> RunAsync()
    {
        ConcurrentDictionary<string, (FaultResult Result, FaultWorld World, long Ended)> ends = new(StringComparer.Ordinal);
        // The long ones first, or the run would end with them alone.
        ConcurrentQueue<FaultCase> queue = new(FaultCases.All.OrderBy(item => item.Hits ?? int.MaxValue).Reverse());
        using Barrier ready = new(Sessions);
        await Task.WhenAll(Enumerable.Range(0, Sessions).Select(_ => Task.Factory.StartNew(
            () =>
            {
                using ModuleSession session = new();
                // What a session does for the first time takes it seconds when a dozen do it at once: more than some time-outs.
                foreach (var command in FaultCommand.All)
                {
                    var operation = command == FaultCommand.Cancel ? "CancelResourceRequest" : "GetResource";
                    var warm = RunAsync(session, new FaultCase("None", operation) { Command = command, Hits = 0 }).GetAwaiter().GetResult();
                    warm.World.DisposeAsync().AsTask().GetAwaiter().GetResult();
                }

                ready.SignalAndWait();
                while (queue.TryDequeue(out var next))
                {
                    ends[next.Name] = RunAsync(session, next).GetAwaiter().GetResult();
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        await Task.Delay(2 * InFlight);
        List<FaultResult> results = [];
        foreach (var about in FaultCases.All)
        {
            (var result, var world, var ended) = ends[about.Name];
            var late = world.Proxy.Calls.Where(call => Stopwatch.GetElapsedTime(ended, call.Arrived) > InFlight).Select(call => call.Operation).ToList();
            results.Add(late.Count == 0 ? result : result with { Violations = [.. result.Violations, $"calls after the command had ended: {string.Join(", ", late)}"] });
            await world.DisposeAsync();
        }

        return results;
    }

    /// <summary>
    /// Runs a case. Requests are polled by a list when several are due at once; that is a matter of luck, so such a case is run until it is. Within
    /// a time-out there are several attempts unless the machine stalls; such a case is run again then.
    /// </summary>
    /// <param name="session">A session with the module.</param>
    /// <param name="about">The case.</param>
    /// <returns>What it came to, its proxy, which continues counting, and the timestamp of the command's end.</returns>
    private static async Task<(FaultResult Result, FaultWorld World, long Ended)> RunAsync(ModuleSession session, FaultCase about)
    {
        for (var attempt = 1; ; attempt++)
        {
            var world = await FaultWorld.StartAsync(about);
            session.UI.TakeAll();
            var run = world.Run(session);
            var ended = Stopwatch.GetTimestamp();
            await world.SettleAsync();
            var result = new FaultJudge(about, world, run, session.UI.TakeAll()).Judge();
            var isTried = about.Hits is null ? result.IsSurvived : about.Command != FaultCommand.CreateMany || about.Hits == 0 || result.Hits > 0;
            if (isTried || attempt == 5)
            {
                return (result, world, ended);
            }

            await world.DisposeAsync();
        }
    }
}
