using AwsccConnect.Core.Changes;

namespace AwsccConnect.Commands.Changes;

/// <summary>
/// Which changes of a log are meant: those of some runs, of some users by patterns of their names or by ARN, and of a time, whose end does not
/// count. What is empty or null means all.
/// </summary>
internal sealed record ChangeFilter(string[] RunId, string[] Username, string[] UserArn, DateTime? After = null, DateTime? Before = null)
{
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
