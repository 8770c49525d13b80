using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AwsccConnect.Tests.Faults.Cases;

namespace AwsccConnect.Tests.Faults;

/// <summary>All cases, and their run. The cases run in parallel, each with a simulator and a proxy of its own.</summary>
public sealed class FaultMatrix
{
    /// <summary>Sessions in parallel: most of a case's time is the pauses between attempts.</summary>
    private const int Sessions = 16;

    /// <summary>What was in flight when the command ended has arrived after this time, also on a busy machine; what comes later was sent afterwards.</summary>
    private static readonly TimeSpan InFlight = TimeSpan.FromSeconds(1);

    private readonly Lazy<Task<IReadOnlyList<FaultResult>>> _results = new(() => RunAsync(Cases));

    /// <summary>Every case, in the order of the page.</summary>
    public static IReadOnlyList<FaultCase> Cases { get; } =
    [
        .. HandlerErrorCases.All,
        .. ExceptionCases.All,
        .. NetworkCases.All,
        .. ResponseCases.All,
        .. ShapeCases.All,
        .. OutcomeCases.All,
        .. ListCases.All,
        .. RequestCases.All,
        .. CredentialCases.All,
    ];

    /// <summary>The results of all cases, in the same order; they are run once for all tests that look at it.</summary>
    public Task<IReadOnlyList<FaultResult>> Results => _results.Value;

    /// <summary>The line with the numbers of cases and of those survived.</summary>
    public static string CountsOf(IReadOnlyCollection<FaultResult> results) =>
        string.Create(CultureInfo.InvariantCulture, $"{results.Count} cases tried, {results.Count(result => result.IsSurvived)} survived.");

    /// <summary>Runs cases.</summary>
    /// <param name="cases">The cases.</param>
    /// <returns>Their results, in the same order.</returns>
    public static async Task<IReadOnlyList<FaultResult>> RunAsync(IReadOnlyList<FaultCase> cases)
    {
        ConcurrentDictionary<FaultCase, (FaultResult Result, FaultWorld World, long Ended)> ends = new(ReferenceEqualityComparer.Instance as IEqualityComparer<FaultCase>);
        // The long ones first, or the run would end with them alone.
        ConcurrentQueue<FaultCase> queue = new(cases.OrderBy(item => item.Expected.Hits ?? int.MaxValue).Reverse());
        var sessions = Math.Min(Sessions, cases.Count);
        using Barrier ready = new(sessions);
        await Task.WhenAll(Enumerable.Range(0, sessions).Select(_ => Task.Factory.StartNew(
            () =>
            {
                using FaultRunner runner = new();
                // What a session does for the first time takes it seconds when a dozen do it at once: more than some time-outs.
                foreach (var command in Enum.GetValues<FaultCommand>())
                {
                    var warm = runner.RunAsync(FaultCase.WarmUp(command)).GetAwaiter().GetResult();
                    warm.World.DisposeAsync().AsTask().GetAwaiter().GetResult();
                }

                ready.SignalAndWait();
                while (queue.TryDequeue(out var next))
                {
                    ends[next] = Run(runner, next);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        await Task.Delay(2 * InFlight);
        List<FaultResult> results = [];
        foreach (var about in cases)
        {
            (var result, var world, var ended) = ends[about];
            var late = world.Proxy.Calls.Where(call => Stopwatch.GetElapsedTime(ended, call.Arrived) > InFlight).Select(call => call.Operation).ToList();
            results.Add(late.Count == 0 ? result : result with { Violations = [.. result.Violations, $"calls after the command had ended: {string.Join(", ", late)}"] });
            await world.DisposeAsync();
        }

        return results;
    }

    /// <summary>Requests are polled by a list when several are due at once; that is a matter of luck, so the case is run until it is.</summary>
    private static (FaultResult Result, FaultWorld World, long Ended) Run(FaultRunner runner, FaultCase about)
    {
        for (var attempt = 1; ; attempt++)
        {
            var end = runner.RunAsync(about).GetAwaiter().GetResult();
            if (about.Command != FaultCommand.CreateMany || end.Result.Hits > 0 || attempt == 5)
            {
                return end;
            }

            end.World.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
