namespace AwsccConnect.Binding.Completers;

/// <summary>
/// Something that a parameter may be completed to. The text has no quotes; the tooltip is what is known beside the name, such as the ARN (null
/// for the text); the expression is written as it is instead of the text, which is quoted where it has to be.
/// </summary>
internal sealed record Candidate(string Text, string? ToolTip = null, string? Expression = null);
