using AwsccConnect.Core.Operations;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>The desired users of one instance, to be found by ARN and by username. Reading it is safe from several threads.</summary>
internal sealed class DesiredStackUsers(StackScope scope)
{
    private readonly Dictionary<string, DesiredStackUser> _byArn = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DesiredStackUser> _byUsername = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _named = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _mentionedArns = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<DesiredStackUser> _all = [];
    private readonly IdentifierSet _known = new();

    public StackScope Scope => scope;

    /// <summary>The users, in the order of the file.</summary>
    public IReadOnlyList<DesiredStackUser> All => _all;

    /// <summary>Adds a user.</summary>
    public DesiredStackUser? Add(DesiredStackUser desired)
    {
        var index = desired.UserArn is null ? _byUsername : _byArn;
        if (!index.TryAdd((desired.UserArn ?? desired.Username)!, desired))
        {
            return index[(desired.UserArn ?? desired.Username)!];
        }

        _all.Add(desired);
        if (desired.Username is { } name)
        {
            _named.Add(name);
        }

        return null;
    }

    /// <summary>The users that mean a live one: more than one is a mistake in the file.</summary>
    public IEnumerable<DesiredStackUser> Find(string userArn, string? username)
    {
        if (_byArn.TryGetValue(userArn, out var byArn))
        {
            yield return byArn;
        }

        if (username is not null && _byUsername.TryGetValue(username, out var byName))
        {
            yield return byName;
        }
    }

    /// <summary>Adds a live user to the known ones, to find the new ones later.</summary>
    public void AddKnown(string userArn) => _known.Add(userArn);

    public bool IsKnown(string userArn) => _known.Contains(userArn);

    /// <summary>Adds a user that the file mentions without a change now, such as one whose condition is false.</summary>
    public void AddMentioned(StackUser user)
    {
        if (user.Row.Identifier is { } arn)
        {
            _mentionedArns.Add(arn);
        }

        if (user.Row.Username is { } name)
        {
            _named.Add(name);
        }
    }

    /// <summary>
    /// Whether the file mentions a live user, be it with a condition that is false or by its username beside an ARN that is not its own:
    /// then it is not an extra user.
    /// </summary>
    public bool IsMentioned(string userArn, string? username) => _mentionedArns.Contains(userArn) || (username is not null && _named.Contains(username));
}
