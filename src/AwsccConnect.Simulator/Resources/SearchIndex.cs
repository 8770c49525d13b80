namespace AwsccConnect.Simulator.Resources;

/// <summary>
/// What a search sees of users that have changed within the delay of the index: their earlier state. Callers hold the world's lock.
/// </summary>
internal sealed class SearchIndex
{
    private readonly Queue<(DateTimeOffset Due, string Identifier, IndexedUser? State)> _pending = new();
    private readonly Dictionary<string, (IndexedUser? Shown, int Pending)> _stale = new(StringComparer.Ordinal);

    /// <summary>How long a change takes to appear.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Notes a change.</summary>
    public void Note(DateTimeOffset time, string identifier, IndexedUser? before, IndexedUser? after)
    {
        if (Delay <= TimeSpan.Zero)
        {
            return;
        }

        (var shown, var pending) = _stale.GetValueOrDefault(identifier, (before, 0));
        _stale[identifier] = (shown, pending + 1);
        _pending.Enqueue((time + Delay, identifier, after));
    }

    /// <summary>The users of an instance as a search at this time sees them, in list order.</summary>
    public IReadOnlyList<IndexedUser> Users(IReadOnlyList<StoredResource> live, string instanceArn, DateTimeOffset now)
    {
        while (_pending.TryPeek(out var next) && next.Due <= now)
        {
            _pending.Dequeue();
            var left = _stale[next.Identifier].Pending - 1;
            if (left == 0)
            {
                _stale.Remove(next.Identifier);
            }
            else
            {
                _stale[next.Identifier] = (next.State, left);
            }
        }

        var current = live.Where(user => !_stale.ContainsKey(user.Identifier)).Select(IndexedUser.Of);
        var stale = _stale.Values.Select(entry => entry.Shown).OfType<IndexedUser>().Where(user => user.InstanceArn == instanceArn);
        return [.. current.Concat(stale).OrderBy(user => user.Sequence)];
    }
}
