using AwsccConnect.Core.Operations;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>The wanted users of one instance, to be found by ARN and by username. Reading it is safe from several threads.</summary>
/// <param name="scope">The instance.</param>
internal sealed class DesiredStackUsers(StackScope scope)
{
    private readonly Dictionary<string, DesiredStackUser> _byArn = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DesiredStackUser> _byUsername = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _named = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _mentionedArns = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<DesiredStackUser> _all = [];
    private readonly IdentifierSet _known = new();

    /// <summary>The instance.</summary>
    public StackScope Scope => scope;

    /// <summary>The users, in the order of the file.</summary>
    public IReadOnlyList<DesiredStackUser> All => _all;

    /// <summary>Adds a user.</summary>
    /// <param name="desired">The user.</param>
    /// <returns>The user of the file that is the same one; null where there is none and the user was added.</returns>
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
    /// <param name="userArn">ARN of the live user.</param>
    /// <param name="username">Its username; null where AWS did not tell.</param>
    /// <returns>The one with the ARN, then the one with the username.</returns>
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

    /// <summary>Remembers a live user, to tell later which are new.</summary>
    /// <param name="userArn">ARN of the user.</param>
    public void AddKnown(string userArn)
    {
        lock (_known)
        {
            _known.Add(userArn);
        }
    }

    /// <summary>Whether a live user was remembered.</summary>
    /// <param name="userArn">ARN of the user.</param>
    /// <returns>True where it was.</returns>
    public bool IsKnown(string userArn)
    {
        lock (_known)
        {
            return _known.Contains(userArn);
        }
    }

    /// <summary>Remembers a user that the file speaks of without asking anything of it now, such as one whose condition is false.</summary>
    /// <param name="user">The user.</param>
    public void AddMentioned(StackUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
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
    /// Whether the file speaks of a live user, be it in a condition that is false or by its username beside an ARN that is not its own:
    /// then it is not one that nobody wants.
    /// </summary>
    /// <param name="userArn">ARN of the live user.</param>
    /// <param name="username">Its username; null where AWS did not tell.</param>
    /// <returns>True where it does.</returns>
    public bool IsMentioned(string userArn, string? username) => _mentionedArns.Contains(userArn) || (username is not null && _named.Contains(username));
}
