using System.Collections.Concurrent;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>
/// The names of resources that a session has read, for a short time: a name has to be looked up once in a session, not
/// once in a command, and yet a renamed profile is found soon. Safe from any thread.
/// </summary>
internal sealed class NameCache(TimeProvider time)
{
    /// <summary>How long cached names are used: 5 minutes.</summary>
    public static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(ConnectResourceKind Kind, string Scope), (NameTable Table, long Since)> _tables = new();
    private readonly ConcurrentDictionary<(ConnectResourceKind Kind, string Scope), (IReadOnlyList<string> Arns, long Since)> _lists = new();
    private readonly ConcurrentDictionary<string, NameTable> _tableOf = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _identityManagement = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> _parents = new(StringComparer.Ordinal);

    /// <summary>The groups above the hierarchy groups that were read, by ARN; null at the top. They never change.</summary>
    public IReadOnlyDictionary<string, string?> Parents => _parents;

    /// <summary>The names of a type in a scope.</summary>
    public NameTable? Find(ConnectResourceKind kind, string scope) =>
        _tables.TryGetValue((kind, scope), out var known) && time.GetElapsedTime(known.Since) < TimeToLive ? known.Table : null;

    /// <summary>The ARNs of a type in a scope.</summary>
    public IReadOnlyList<string> FindArns(ConnectResourceKind kind, string scope) =>
        _lists.TryGetValue((kind, scope), out var known) && time.GetElapsedTime(known.Since) < TimeToLive ? known.Arns : [];

    public void AddArns(ConnectResourceKind kind, string scope, IReadOnlyList<string> arns) => _lists[(kind, scope)] = (arns, time.GetTimestamp());

    /// <summary>Caches names, with the paths of groups that are known, and returns them.</summary>
    public NameTable Add(ConnectResourceKind kind, string scope, NameTable table) => Add(kind, scope, table, time.GetTimestamp());

    /// <summary>Caches names again after the parents of some were read; they are used no longer for it.</summary>
    public NameTable AddPaths(ConnectResourceKind kind, string scope, NameTable table) =>
        Add(kind, scope, table, _tables.TryGetValue((kind, scope), out var known) ? known.Since : time.GetTimestamp());

    /// <summary>Keeps the group above a hierarchy group; null at the top.</summary>
    public void AddParent(string group, string? parent) => _parents[group] = parent;

    /// <summary>Caches how an instance manages identities, which never changes.</summary>
    public void Add(ConnectInstance instance)
    {
        if (instance is { Arn: { } arn, IdentityManagementType: { } type })
        {
            _identityManagement[arn] = type;
        }
    }

    /// <summary>How an instance that was read manages identities: SAML, CONNECT_MANAGED or EXISTING_DIRECTORY.</summary>
    public string? IdentityManagementOf(string instanceArn) => _identityManagement.GetValueOrDefault(instanceArn);

    /// <summary>The name that is shown for a resource, from the last list that was read, however old; null where it is not known.</summary>
    public string? ShownNameOf(string arn) => _tableOf.GetValueOrDefault(arn)?.ShownNameOf(arn);

    private NameTable Add(ConnectResourceKind kind, string scope, NameTable table, long since)
    {
        var completed = table.WithPaths(_parents);
        _tables[(kind, scope)] = (completed, since);
        foreach (var resource in completed.Resources)
        {
            _tableOf[resource.Arn] = completed;
        }

        return completed;
    }
}
