namespace AwsccConnect.HelpBuilder;

/// <summary>An input or output type, or a related link: a heading or link with a text.</summary>
/// <param name="Name">Type name or link text.</param>
/// <param name="Description">Paragraphs of plain text, or the link's address.</param>
public sealed record HelpItem(string Name, IReadOnlyList<string> Description);
