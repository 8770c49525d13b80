namespace AwsccConnect.HelpBuilder;

/// <summary>
/// An input or output type, or a related link: a heading or link with a text. The description has paragraphs of plain text, or the address of
/// the link.
/// </summary>
internal sealed record HelpItem(string Name, IReadOnlyList<string> Description);
