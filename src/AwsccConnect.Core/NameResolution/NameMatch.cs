namespace AwsccConnect.Core.NameResolution;

/// <summary>
/// What a name may mean. One resource where it is clear, several where it is ambiguous, none where it is unknown; and the table of all there
/// are, null where only the list was read.
/// </summary>
internal sealed record NameMatch(IReadOnlyList<NamedResource> Found, NameTable? Table);
