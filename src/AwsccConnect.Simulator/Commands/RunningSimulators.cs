using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace AwsccConnect.Simulator.Commands;

/// <summary>The simulators that run in this process, oldest first. Each ends with the session that started it.</summary>
internal static class RunningSimulators
{
    private static readonly List<Entry> Running = [];

    /// <summary>Adds a simulator of the current session.</summary>
    public static void Add(ConnectSimulator simulator, ClientEnvironment? environment)
    {
        var session = Runspace.DefaultRunspace;
        lock (Running)
        {
            Running.Add(new Entry(simulator, environment, session?.InstanceId));
        }

        if (session is not null)
        {
            session.StateChanged -= StopWithSession;
            session.StateChanged += StopWithSession;
        }
    }

    /// <summary>The simulators of some ports; without ports all.</summary>
    public static IReadOnlyList<ConnectSimulator> Find(IReadOnlyCollection<int> ports, Action<ErrorRecord> fail)
    {
        var all = Snapshot();
        foreach (var port in ports.Where(port => all.All(simulator => simulator.Port != port)))
        {
            var known = all.Count == 0 ? "None is running." : $"Running: {string.Join(", ", all.Select(simulator => simulator.Port))}.";
            fail(CommandErrors.Create(
                "NotFound",
                ErrorCategory.ObjectNotFound,
                $"No simulator of this process runs on port {port}. {known}",
                "List the simulators with Get-ConnectSimulator, or start one with Start-ConnectSimulator.",
                port));
        }

        return ports.Count == 0 ? all : [.. all.Where(simulator => ports.Contains(simulator.Port))];
    }

    /// <summary>Restores the variables that point at a simulator, and stops it.</summary>
    public static void Stop(ConnectSimulator simulator)
    {
        Entry? entry;
        lock (Running)
        {
            entry = Running.Find(running => running.Simulator == simulator);
            if (entry is not null)
            {
                Running.Remove(entry);
            }
        }

        entry?.Environment?.Undo();
        simulator.StopAsync().GetAwaiter().GetResult();
    }

    /// <summary>Stops the simulators of a session.</summary>
    public static void StopAll(Guid session)
    {
        foreach (var simulator in Snapshot(session))
        {
            Stop(simulator);
        }
    }

    private static IReadOnlyList<ConnectSimulator> Snapshot(Guid? session = null)
    {
        lock (Running)
        {
            return [.. Running.Where(entry => session is null || entry.Session == session).Select(entry => entry.Simulator)];
        }
    }

    private static void StopWithSession(object? sender, RunspaceStateEventArgs change)
    {
        if (sender is Runspace session && change.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken)
        {
            StopAll(session.InstanceId);
        }
    }

    private sealed record Entry(ConnectSimulator Simulator, ClientEnvironment? Environment, Guid? Session);
}
