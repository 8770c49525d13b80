namespace AwsccConnect.HelpBuilder;

/// <summary>An example of a page.</summary>
/// <param name="Title">The heading, for example <c>Example 1: List the users of an instance</c>.</param>
/// <param name="Code">The commands.</param>
/// <param name="Remarks">What the commands do, in paragraphs of plain text.</param>
public sealed record HelpExample(string Title, string Code, IReadOnlyList<string> Remarks);
