using System.Management.Automation;
using AwsccConnect.Errors;
using AwsccConnect.Session;

namespace AwsccConnect.Commands.Simulators;

/// <summary>The simulators that run in this process, oldest first.</summary>
internal static class RunningSimulators
{
    private static readonly List<ConnectSimulator> Running = [];

    /// <summary>Adds a simulator.</summary>
    public static void Add(ConnectSimulator simulator)
    {
        lock (Running)
        {
            Running.Add(simulator);
        }
    }

    /// <summary>The simulators.</summary>
    public static IReadOnlyList<ConnectSimulator> Snapshot()
    {
        lock (Running)
        {
            return [.. Running];
        }
    }

    /// <summary>The simulators of some ports.</summary>
    public static IReadOnlyList<ConnectSimulator> Find(IReadOnlyCollection<int> ports, Action<ErrorRecord> fail)
    {
        var all = Snapshot();
        foreach (var port in ports.Where(port => all.All(simulator => simulator.Port != port)))
        {
            var known = all.Count == 0 ? "None is running." : $"Running: {string.Join(", ", all.Select(simulator => simulator.Port))}.";
            fail(ErrorRecords.Create(
                ErrorIds.NotFound,
                $"No simulator of this process runs on port {port}. {known}",
                "List the simulators with Get-ConnectSimulator, or start one with Start-ConnectSimulator.",
                port));
        }

        return ports.Count == 0 ? all : [.. all.Where(simulator => ports.Contains(simulator.Port))];
    }

    /// <summary>Stops a simulator and takes back the defaults that point at it.</summary>
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
