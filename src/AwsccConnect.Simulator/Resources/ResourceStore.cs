namespace AwsccConnect.Simulator.Resources;

/// <summary>The resources by identifier, by type and instance in list order, and users by username. Callers hold the world's lock.</summary>
internal sealed class ResourceStore
{
    private readonly Dictionary<string, StoredResource> _byIdentifier = new(StringComparer.Ordinal);
    private readonly Dictionary<(ResourceType Type, string Scope), List<StoredResource>> _lists = [];
    private readonly Dictionary<(string InstanceArn, string Username), StoredResource> _usernames = [];
    private readonly List<int> _removedSeeds = [];
    private readonly List<string> _removedResources = [];
    private long _sequence;

    public int UserCount { get; private set; }

    /// <summary>The search index of the users.</summary>
    public SearchIndex Index { get; } = new();

    /// <summary>The time of the changes that are being made; null while the seed or a state file is.</summary>
    public DateTimeOffset? Now { get; set; }

    public IReadOnlyList<int> RemovedSeeds => _removedSeeds;

    /// <summary>Identifiers of removed resources that are not users.</summary>
    public IReadOnlyList<string> RemovedResources => _removedResources;

    public IEnumerable<StoredResource> Changed => _byIdentifier.Values.Where(resource => resource.IsChanged).OrderBy(resource => resource.Sequence);

    public StoredResource? Find(ResourceType type, string identifier) =>
        _byIdentifier.TryGetValue(identifier, out var resource) && resource.Type == type ? resource : null;

    public StoredResource? Find(string identifier) => _byIdentifier.GetValueOrDefault(identifier);

    public StoredResource? FindUser(string instanceArn, string username) =>
        _usernames.GetValueOrDefault((instanceArn, username.ToUpperInvariant()));

    public int CountUsers(string instanceArn) => List(ResourceTypes.User, instanceArn).Count;

    /// <summary>At most <paramref name="count"/> resources after a sequence number, in list order.</summary>
    public IReadOnlyList<StoredResource> Page(ResourceType type, string scope, long after, int count)
    {
        var list = List(type, scope);
        var start = Position(list, after + 1);
        return list.GetRange(start, Math.Min(count, list.Count - start));
    }

    public StoredResource Put(ResourceType type, string identifier, JsonObject properties)
    {
        var instance = type == ResourceTypes.Instance ? null : Text(properties, "InstanceArn");
        var name = Text(properties, type.NameProperty);
        var existing = Find(type, identifier);
        if (existing is not null && string.Equals(existing.InstanceArn, instance, StringComparison.Ordinal))
        {
            var before = IndexedUser.Of(existing);
            Unname(existing);
            existing.Name = name;
            existing.Json = JsonTexts.Text(properties);
            existing.Version++;
            Name(existing);
            Touch(existing, before, IndexedUser.Of(existing));
            return existing;
        }

        var added = Add(new StoredResource(type, identifier, instance, name, ++_sequence) { Json = JsonTexts.Text(properties) });
        Touch(added, null, IndexedUser.Of(added));
        return added;
    }

    public void PutSeeded(int index, string identifier, string instanceArn, string username) =>
        Add(new StoredResource(ResourceTypes.User, identifier, instanceArn, username, ++_sequence) { SeedIndex = index });

    public bool Remove(string identifier)
    {
        if (!_byIdentifier.Remove(identifier, out var resource))
        {
            return false;
        }

        var list = List(resource.Type, Scope(resource));
        list.RemoveAt(Position(list, resource.Sequence));
        Unname(resource);
        if (resource.Type == ResourceTypes.User)
        {
            UserCount--;
        }
        else
        {
            _removedResources.Add(identifier);
        }

        if (resource.SeedIndex >= 0)
        {
            _removedSeeds.Add(resource.SeedIndex);
        }

        Touch(resource, IndexedUser.Of(resource), null);
        return true;
    }

    public static string? Text(JsonObject properties, string name) =>
        properties.TryGetPropertyValue(name, out var node) && node?.GetValueKind() == System.Text.Json.JsonValueKind.String ? node.GetValue<string>() : null;

    private void Touch(StoredResource resource, IndexedUser? before, IndexedUser? after)
    {
        if (Now is not { } now)
        {
            return;
        }

        resource.Modified = now;
        if (resource.Type == ResourceTypes.User)
        {
            Index.Note(now, resource.Identifier, before, after);
        }
    }

    private StoredResource Add(StoredResource resource)
    {
        if (!_byIdentifier.TryAdd(resource.Identifier, resource))
        {
            throw new InvalidOperationException($"Identifier {resource.Identifier} is taken by another resource.");
        }

        List(resource.Type, Scope(resource)).Add(resource);
        Name(resource);
        if (resource.Type == ResourceTypes.User)
        {
            UserCount++;
        }

        return resource;
    }

    private void Name(StoredResource resource)
    {
        if (resource is { Type: var type, InstanceArn: { } instance, Name: { } name } && type == ResourceTypes.User)
        {
            _usernames[(instance, name.ToUpperInvariant())] = resource;
        }
    }

    private void Unname(StoredResource resource)
    {
        if (resource is { InstanceArn: { } instance, Name: { } name } && FindUser(instance, name) == resource)
        {
            _usernames.Remove((instance, name.ToUpperInvariant()));
        }
    }

    private List<StoredResource> List(ResourceType type, string scope)
    {
        if (!_lists.TryGetValue((type, scope), out var list))
        {
            _lists.Add((type, scope), list = []);
        }

        return list;
    }

    private static string Scope(StoredResource resource) => resource.InstanceArn ?? string.Empty;

    /// <summary>Index of the first resource whose sequence number is at least the given one.</summary>
    private static int Position(List<StoredResource> list, long sequence)
    {
        var low = 0;
        var high = list.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (list[middle].Sequence < sequence)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
