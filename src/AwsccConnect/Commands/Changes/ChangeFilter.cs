using AwsccConnect.Core.Changes;

namespace AwsccConnect.Commands.Changes;

/// <summary>Which changes of a log are meant.</summary>
internal sealed class ChangeFilter
{
    /// <summary>Ids of runs; empty for all.</summary>
    public string[] RunId { get; init; } = [];

    /// <summary>Patterns of usernames; empty for all.</summary>
    public string[] Username { get; init; } = [];

    /// <summary>ARNs of users; empty for all.</summary>
    public string[] UserArn { get; init; } = [];

    /// <summary>The first moment; null for any.</summary>
    public DateTime? After { get; init; }

    /// <summary>The moment that the changes are before; null for any.</summary>
    public DateTime? Before { get; init; }

    /// <summary>Whether a change matches all filters. Throws for a username that is no pattern.</summary>
    public Func<ChangeRecord, bool> ToPredicate()
    {
        var patterns = Username.Select(name => NamePattern.Parse(nameof(Username), name)).ToList();
        return record => (RunId.Length == 0 || RunId.Contains(record.RunId, StringComparer.Ordinal))
            && (patterns.Count == 0 || (record.Username is { } name && patterns.Exists(pattern => pattern.IsMatch(name))))
            && (UserArn.Length == 0 || UserArn.Contains(record.UserArn, StringComparer.Ordinal))
            && (After is not { } after || record.Time.UtcDateTime >= after.ToUniversalTime())
            && (Before is not { } before || record.Time.UtcDateTime < before.ToUniversalTime());
    }
}
