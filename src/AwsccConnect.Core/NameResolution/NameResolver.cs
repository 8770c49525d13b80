using System.Collections.Concurrent;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>Resolves the names and ids that a command was given to ARNs. One instance serves a whole command and a Region.</summary>
internal sealed class NameResolver(
    ServiceConnection connection, ConnectLists lists, ConnectResources directory, HierarchyAncestors ancestors, CommandCancellation stop, int parallelism)
{
    private const int CandidatesAtMost = 20;

    private readonly NameReader _reader = new(directory, ancestors, parallelism);
    private readonly ConcurrentDictionary<(ConnectResourceKind Kind, string Scope), NameLookup> _lookups = new();

    /// <summary>
    /// Resolves every name in the requested changes of a user. Types are looked up in parallel. Throws where a name is unknown
    /// (<see cref="ErrorIds.NotFound"/>) or means several (<see cref="ErrorIds.AmbiguousName"/>); the message has every such name of the user
    /// and what there is to choose from.
    /// </summary>
    public async Task<UserChanges> ResolveAsync(string label, UserChanges changes, string instanceArn, CancellationToken cancellationToken)
    {
        var names = UserNames.In(changes);
        if (names.Count == 0)
        {
            return changes;
        }

        return UserNames.Replace(label, changes, await Task.WhenAll(names.Select(async name =>
        {
            var (arn, problem) = await FindAsync(name.Property, name.Text, instanceArn, cancellationToken).ConfigureAwait(false);
            return (name.Property, name.Text, arn, problem);
        })).ConfigureAwait(false));
    }

    /// <summary>Finds the ARN that a name of a profile or group means in an instance, or else says what is wrong with the name.</summary>
    public Task<(string? Arn, UserProblem? Problem)> FindAsync(UserProperty property, string text, string instanceArn, CancellationToken cancellationToken) =>
        TryFindAsync(property.ArnKind!.Value, property.Name, text, instanceArn, cancellationToken);

    /// <summary>
    /// Finds an instance by ARN, id or alias. Throws where there is none, with the aliases that there are (<see cref="ErrorIds.NotFound"/>).
    /// </summary>
    public Task<string> ResolveInstanceAsync(string text, CancellationToken cancellationToken) => UserNames.IsArn(text)
        ? Task.FromResult(text)
        : FindAsync(ConnectResourceKind.Instance, "InstanceArn", text, connection.Region, cancellationToken);

    /// <summary>
    /// Finds a profile or group of an instance by ARN, id or name. Throws for none (<see cref="ErrorIds.NotFound"/>) and for several
    /// (<see cref="ErrorIds.AmbiguousName"/>).
    /// </summary>
    public async Task<string> ResolveAsync(ConnectResourceKind kind, string text, string instanceArn, CancellationToken cancellationToken)
    {
        if (!UserNames.IsArn(text))
        {
            return await FindAsync(kind, kind.ToString(), text, instanceArn, cancellationToken).ConfigureAwait(false);
        }

        return text.Trim().StartsWith(instanceArn + "/", StringComparison.OrdinalIgnoreCase)
            ? text.Trim()
            : throw new ConnectOperationException(ErrorIds.NotFound, $"The {ConnectArn.NounOf(kind)} '{text}' is of another instance than {instanceArn}.");
    }

    /// <summary>Reads the names that are shown for resources of a type; of a hierarchy group the path too where its name is not enough.</summary>
    public Task ReadShownAsync(ConnectResourceKind kind, string scope, string? arn, CancellationToken cancellationToken) =>
        Lookup(kind, scope).ReadShownAsync(arn, cancellationToken);

    /// <summary>All names of a type, with paths.</summary>
    public Task<NameTable> ListAsync(ConnectResourceKind kind, string scope, CancellationToken cancellationToken) =>
        Lookup(kind, scope).AllAsync(cancellationToken);

    private async Task<string> FindAsync(ConnectResourceKind kind, string property, string text, string scope, CancellationToken cancellationToken)
    {
        var (arn, problem) = await TryFindAsync(kind, property, text, scope, cancellationToken).ConfigureAwait(false);
        return arn ?? throw UserProblems.ToException(null, [problem!]);
    }

    private async Task<(string? Arn, UserProblem? Problem)> TryFindAsync(
        ConnectResourceKind kind, string property, string text, string scope, CancellationToken cancellationToken)
    {
        var match = await Lookup(kind, scope).FindAsync(text, cancellationToken).ConfigureAwait(false);
        return match.Found is [var only] ? (only.Arn, null) : (null, Problem(kind, property, text, match, scope));
    }

    private static UserProblem Problem(ConnectResourceKind kind, string property, string text, NameMatch match, string scope)
    {
        var noun = ConnectArn.NounOf(kind);
        var command = $"Get-Connect{kind}";
        if (match.Found.Count > 1)
        {
            var candidates = string.Join(", ", match.Found.Take(CandidatesAtMost).Select(found => $"{found.Label} ({found.Id})"));
            return new(
                ErrorIds.AmbiguousName,
                property,
                $"The {noun} '{text}' in {scope} can be any of {match.Found.Count}: {candidates}.",
                kind == ConnectResourceKind.HierarchyGroup ? "Give the path (from the top with a leading /), the id or the ARN." : "Give the id or the ARN instead.");
        }

        var all = match.Table?.Resources ?? [];
        var known = all.Count == 0 ? $"There are no {noun}s." : $"There are: {string.Join(", ", all.Take(CandidatesAtMost).Select(item => item.Label))}{(all.Count > CandidatesAtMost ? ", ..." : ".")}";
        var nearest = ClosestMatch.Match(text, all.SelectMany(item => new[] { item.Label, item.Name }).OfType<string>().Distinct(StringComparer.Ordinal));
        return new(
            ErrorIds.NotFound,
            property,
            kind == ConnectResourceKind.Instance ? $"No instance in {scope} has the id or alias '{text}'. {known}" : $"No {noun} in {scope} has the name or id '{text}'. {known}",
            nearest is null ? $"List the {noun}s with {command}." : $"Did you mean '{nearest}'?");
    }

    private NameLookup Lookup(ConnectResourceKind kind, string scope) =>
        _lookups.GetOrAdd((kind, scope), key => new NameLookup(connection.Names, stop, lists, _reader, key.Kind, key.Scope));
}
