using System.Management.Automation;
using AwsccConnect.Binding;
using AwsccConnect.Core.Changes;

namespace AwsccConnect.Commands.Changes;

/// <summary>
/// Which changes of a log are meant: parameters that <c>Get-ConnectUserChange</c> and <c>Undo-ConnectUserChange</c>, which have no base
/// class of their own, give to PowerShell as their dynamic ones.
/// </summary>
public sealed class ChangeFilter
{
    /// <summary>Only changes of these runs.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] RunId { get; set; } = [];

    /// <summary>Only changes of users of these names.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Username { get; set; } = [];

    /// <summary>Only changes of these users, by ARN.</summary>
    [Parameter]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    public string[] UserArn { get; set; } = [];

    /// <summary>Only changes at this time and later.</summary>
    [Parameter]
    [Alias("Since")]
    public DateTime? After { get; set; }

    /// <summary>Only changes before this time.</summary>
    [Parameter]
    public DateTime? Before { get; set; }

    /// <summary>Whether a change is meant.</summary>
    /// <exception cref="ConnectOperationException">A pattern is none.</exception>
    internal Func<ChangeRecord, bool> ToPredicate()
    {
        var patterns = Username.Select(name => NamePattern.Parse(nameof(Username), name)).ToList();
        return record => (RunId.Length == 0 || RunId.Contains(record.RunId, StringComparer.Ordinal))
            && (patterns.Count == 0 || (record.Username is { } name && patterns.Exists(pattern => pattern.IsMatch(name))))
            && (UserArn.Length == 0 || UserArn.Contains(record.UserArn, StringComparer.Ordinal))
            && (After is not { } after || record.Time.UtcDateTime >= after.ToUniversalTime())
            && (Before is not { } before || record.Time.UtcDateTime < before.ToUniversalTime());
    }
}
