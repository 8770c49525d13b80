using System.Collections.Concurrent;

namespace AwsccConnect.Commands.Users;

/// <summary>Filter of a listing: by name, by -Skip and by -First. Safe from any thread.</summary>
internal sealed class UserPage(IReadOnlyList<string> usernames, ulong skip, ulong first)
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, bool> _found = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[] _wholeNames = [.. usernames.Select(NamePattern.LiteralOf).OfType<string>()];
    private readonly WildcardPattern[] _patterns = [.. usernames.Select(name => NamePattern.Parse("Username", name))];
    private ulong _skip = skip;
    private ulong _left = first;

    /// <summary>Whether there is a filter by name.</summary>
    public bool HasFilter => usernames.Count > 0;

    /// <summary>The whole names, where all are; else null.</summary>
    public IReadOnlyList<string>? ExactNames => HasFilter && _wholeNames.Length == usernames.Count ? _wholeNames : null;

    /// <summary>Whether the names are whole names, so that a search can end when all are found.</summary>
    public bool IsExact => ExactNames is not null;

    /// <summary>Whether the listing has no limit.</summary>
    public bool IsWhole { get; } = first == ulong.MaxValue && skip == 0;

    /// <summary>Whether -First limits the number.</summary>
    public bool IsLimited { get; } = first != ulong.MaxValue;

    /// <summary>Whether the limit is reached.</summary>
    public bool IsFull => Volatile.Read(ref _left) == 0;

    /// <summary>The whole names that no user had.</summary>
    public IReadOnlyList<string> NotFound => [.. _wholeNames.Where(name => !_found.ContainsKey(name))];

    /// <summary>Whether a user of that name matches.</summary>
    public bool Matches(string? username) => !HasFilter || (username is not null && _patterns.Any(pattern => pattern.IsMatch(username)));

    /// <summary>Notes the name of a user that matches in every respect.</summary>
    public void Found(string? username) => _found.TryAdd(username ?? string.Empty, true);

    /// <summary>Counts a user against -Skip and -First.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            if (_skip > 0)
            {
                _skip--;
                return false;
            }

            if (_left == 0)
            {
                return false;
            }

            _left--;
            return true;
        }
    }
}
