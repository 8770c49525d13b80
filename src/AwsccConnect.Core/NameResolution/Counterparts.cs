using System.Globalization;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.NameResolution;

/// <summary>
/// Finds for users of other instances the profiles and groups of the same names in an instance. <c>namesOf</c> resolves names in the Region of
/// another instance.
/// </summary>
internal sealed class Counterparts(string instanceArn, NameResolver names, Func<string, NameResolver> namesOf)
{
    private const int UsersAtMost = 5;

    private readonly Dictionary<(ConnectResourceKind Kind, string Text), (string Name, string? Arn, UserProblem? Problem)> _found = [];
    private readonly Dictionary<(ConnectResourceKind Kind, string Name), (UserProblem Problem, List<string> Users)> _missing = [];

    /// <summary>The names without a counterpart so far, each with its error.</summary>
    public IEnumerable<(string Name, ConnectOperationException Error)> Missing => _missing.Select(entry => (entry.Key.Name, ErrorOf(entry.Key.Kind, entry.Value.Problem, entry.Value.Users)));

    /// <summary>The values of a user for the instance, as far as there are counterparts. Known names, by ARN, need no look-up.</summary>
    public async Task<UserChanges> MapAsync(string username, UserChanges changes, IReadOnlyDictionary<string, string> known, CancellationToken cancellationToken)
    {
        foreach (var (property, text) in UserNames.WithArnsIn(changes).ToList())
        {
            var key = (property.ArnKind!.Value, text);
            if (!_found.TryGetValue(key, out var found))
            {
                _found[key] = found = await FindAsync(property, text, known.GetValueOrDefault(text), cancellationToken).ConfigureAwait(false);
            }

            if (found.Problem is { } problem)
            {
                _missing.TryAdd((key.Value, found.Name), (problem, []));
                _missing[(key.Value, found.Name)].Users.Add(username);
            }
        }

        var here = UserNames.Replace(changes, (property, text) => _found[(property.ArnKind!.Value, text)].Arn ?? text);

        // An id belongs to one directory; the other instance has another directory.
        return UserChanges.Of(here.Steps.Where(step => step.Property.Name != nameof(ConnectUser.DirectoryUserId)));
    }

    private async Task<(string Name, string? Arn, UserProblem? Problem)> FindAsync(
        UserProperty property, string text, string? known, CancellationToken cancellationToken)
    {
        var isArn = ConnectArn.TryParse(text, out var arn);
        if (UserNames.IsArn(text) && (!isArn || arn!.InstanceArn == instanceArn))
        {
            return (text, text, null);
        }

        try
        {
            var name = !isArn ? text : await NameOfAsync(arn!, text, known == arn!.ResourceId ? null : known, cancellationToken).ConfigureAwait(false);
            var (found, problem) = await names.FindAsync(property, name, instanceArn, cancellationToken).ConfigureAwait(false);
            return (name, found, problem);
        }
        catch (ConnectOperationException exception) when (!exception.EndsCommand)
        {
            return (text, null, new UserProblem(exception.ErrorId, property.Name, $"The name of '{text}' cannot be looked up: {exception.Message}", exception.Remedy));
        }
    }

    private async Task<string> NameOfAsync(ConnectArn arn, string text, string? known, CancellationToken cancellationToken)
    {
        // A group of the same name may be below another one: the path says which is meant.
        if (known is not null && (arn.ResourceKind != ConnectResourceKind.HierarchyGroup || known.Contains('/', StringComparison.Ordinal)))
        {
            return known;
        }

        try
        {
            var there = await namesOf(arn.Region).ListAsync(arn.ResourceKind, arn.InstanceArn, cancellationToken).ConfigureAwait(false);
            var found = there.Resources.FirstOrDefault(resource => resource.Arn == text);
            return (found?.Path is { } path ? "/" + path : found?.Name) ?? known ?? arn.ResourceId;
        }
        catch (ConnectOperationException exception) when (known is not null && !exception.EndsCommand)
        {
            return known;
        }
    }

    private static ConnectOperationException ErrorOf(ConnectResourceKind kind, UserProblem problem, List<string> users)
    {
        var some = string.Join(", ", users.Take(UsersAtMost)) + (users.Count > UsersAtMost ? ", ..." : ".");
        return new ConnectOperationException(
            problem.ErrorId,
            string.Create(CultureInfo.InvariantCulture, $"{problem.Message} {users.Count} {(users.Count == 1 ? "user has" : "users have")} it: {some} No user was created."),
            $"{problem.Remedy} Or give -{kind}, which counts for all users.");
    }
}
