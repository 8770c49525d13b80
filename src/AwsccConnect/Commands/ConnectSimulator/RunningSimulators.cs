using AwsccConnect.Session;

namespace AwsccConnect.Commands;

/// <summary>The simulators that run in this process, oldest first.</summary>
internal static class RunningSimulators
{
    private static readonly List<ConnectSimulator> Running = [];

    /// <summary>Adds a simulator.</summary>
    /// <param name="simulator">The simulator.</param>
    public static void Add(ConnectSimulator simulator)
    {
        lock (Running)
        {
            Running.Add(simulator);
        }
    }

    /// <summary>The simulators.</summary>
    /// <returns>A snapshot.</returns>
    public static IReadOnlyList<ConnectSimulator> Snapshot()
    {
        lock (Running)
        {
            return [.. Running];
        }
    }

    /// <summary>Stops a simulator and takes back the defaults that point at it.</summary>
    /// <param name="simulator">The simulator.</param>
    /// <returns>A task that ends when it has stopped.</returns>
    public static async Task StopAsync(ConnectSimulator simulator)
    {
        lock (Running)
        {
            Running.Remove(simulator);
        }

        SessionDefaults.Clear(simulator.Url.AbsoluteUri);
        await simulator.StopAsync().ConfigureAwait(false);
    }
}
