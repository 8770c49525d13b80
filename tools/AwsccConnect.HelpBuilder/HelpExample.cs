namespace AwsccConnect.HelpBuilder;

/// <summary>
/// An example of a page. The title is the heading, for example <c>Example 1: List the users of an instance</c>; remarks are paragraphs of plain
/// text.
/// </summary>
internal sealed record HelpExample(string Title, string Code, IReadOnlyList<string> Remarks);
