using System.Collections.Immutable;
using AwsccConnect.Simulator.Faults;

namespace AwsccConnect.Simulator.Permissions;

/// <summary>The IAM actions that the caller may not use, as patterns with * and ?: <c>connect:SearchUsers</c>, <c>cloudformation:Create*</c>.</summary>
internal sealed class ActionDenials(string accountId)
{
    private ImmutableList<string> _patterns = [];

    public IReadOnlyList<string> Patterns => Volatile.Read(ref _patterns);

    public void Add(string pattern)
    {
        if (pattern.Split(':') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            throw new ArgumentException($"'{pattern}' is not an IAM action such as connect:SearchUsers.", nameof(pattern));
        }

        ImmutableInterlocked.Update(ref _patterns, known => known.Add(pattern));
    }

    public bool Remove(string pattern) =>
        ImmutableInterlocked.Update(ref _patterns, known => known.RemoveAll(one => one.Equals(pattern, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The message of the service for an action that is denied; null for one that is not.</summary>
    public string? Refusal(string action, string resource) => Patterns.Any(pattern => Wildcard.IsMatch(pattern, action))
        ? $"User: arn:aws:iam::{accountId}:user/simulated is not authorized to perform: {action} on resource: {resource} with an explicit deny in an identity-based policy"
        : null;
}
