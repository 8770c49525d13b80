namespace AwsccConnect.Core.NameResolution;

/// <summary>What a name may mean.</summary>
/// <param name="Found">One where it is clear, several where it is ambiguous, none where it is unknown.</param>
/// <param name="Table">All there are; null where only the list was read.</param>
internal sealed record NameMatch(IReadOnlyList<NamedResource> Found, NameTable? Table);
