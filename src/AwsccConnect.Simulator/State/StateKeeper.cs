using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.State;

/// <summary>Keeps the state file up to date: soon after changes, and for sure at the end.</summary>
internal sealed class StateKeeper
{
    private static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(250);

    private readonly SimulatorWorld _world;
    private readonly string _path;
    private readonly byte[] _fingerprintKey;
    private readonly object _saving = new();
    private int _scheduled;
    private bool _closed;

    public StateKeeper(SimulatorWorld world, string path, byte[] fingerprintKey)
    {
        _world = world;
        _path = path;
        _fingerprintKey = fingerprintKey;
        world.Changed = Schedule;
    }

    /// <summary>The last failure of a save in the background; the save at the end throws instead.</summary>
    public Exception? LastError { get; private set; }

    /// <summary>Puts what a state file holds into a freshly seeded world.</summary>
    public static void Restore(StateDocument document, SimulatorWorld world) => world.Write(_ =>
    {
        world.Store.Now = null;
        foreach (var seed in document.RemovedSeeds)
        {
            world.Store.Remove(world.Seeded.Arn(seed));
        }

        foreach (var identifier in document.RemovedResources)
        {
            world.Store.Remove(identifier);
        }

        foreach (var resource in document.Resources)
        {
            var type = ResourceTypes.Find(resource.TypeName) ?? throw new StateFileException($"The state file has a resource of unknown type {resource.TypeName}.");
            var stored = world.Store.Put(type, resource.Identifier, resource.Properties);
            stored.Password = resource.Password;
            stored.Modified = resource.Modified ?? stored.Modified;
            stored.IsChanged = true;
        }

        world.Ledger.Continue(document.LastSequence);
        foreach (var request in document.Requests)
        {
            world.Ledger.Add(request);
        }

        return true;
    });

    /// <summary>Saves for the last time: from now on the file may belong to another simulator.</summary>
    public void Close()
    {
        lock (_saving)
        {
            if (!_closed)
            {
                _closed = true;
                Save();
            }
        }
    }

    private void Save() => StateFile.Save(_path, _world.Read(_ => StateFile.Serialize(Snapshot())));

    private StateDocument Snapshot() => new()
    {
        Format = StateDocument.CurrentFormat,
        Parameters = _world.Parameters,
        FingerprintKey = Convert.ToBase64String(_fingerprintKey),
        LastSequence = _world.Ledger.LastSequence,
        RemovedSeeds = _world.Store.RemovedSeeds,
        RemovedResources = _world.Store.RemovedResources,
        Resources = [.. _world.Store.Changed.Select(resource =>
            new StateResource(resource.Type.Name, resource.Identifier, resource.Read(_world.Seeded), resource.Password, resource.Modified))],
        Requests = _world.Ledger.InOrder,
    };

    private void Schedule()
    {
        if (Interlocked.Exchange(ref _scheduled, 1) == 0)
        {
            _ = Task.Run(SaveLaterAsync);
        }
    }

    private async Task SaveLaterAsync()
    {
        await Task.Delay(Debounce).ConfigureAwait(false);
        Interlocked.Exchange(ref _scheduled, 0);
        try
        {
            lock (_saving)
            {
                if (!_closed)
                {
                    Save();
                }
            }

            LastError = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LastError = e;
        }
    }
}
