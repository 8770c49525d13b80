namespace AwsccConnect;

/// <summary>How two states of a user differ, and the patch document that leads from the first to the second.</summary>
public sealed class ConnectUserComparison
{
    /// <summary>Username of the first state; null where it has none.</summary>
    public string? Username { get; init; }

    /// <summary>ARN of the first state's user; null where it has none.</summary>
    public string? UserArn { get; init; }

    /// <summary>Whether the states mean the same. Sets have no order, and what is empty is absent.</summary>
    public bool IsEqual => Differences.Count == 0;

    /// <summary>The properties that differ, leaves of objects one by one.</summary>
    public DifferenceList<ConnectUserDifference> Differences { get; init; } = new([]);

    /// <summary>
    /// The smallest patch document (RFC 6902, JSON text) that makes the second state of the first, for
    /// <c>Set-ConnectUser -PatchDocument</c>; <c>[]</c> where there is nothing to do. It has no operation on what AWS cannot change.
    /// </summary>
    public string PatchDocument { get; init; } = "[]";

    /// <summary>The differing properties that AWS cannot change of an existing user, such as <c>Username</c>.</summary>
    public IReadOnlyList<string> NotUpdatable => [.. Differences.Where(difference => !difference.IsUpdatable).Select(difference => difference.Property)];

    /// <summary>The differences, or that there are none.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsEqual ? $"{Username ?? UserArn}: equal" : $"{Username ?? UserArn}: {Differences}";
}
