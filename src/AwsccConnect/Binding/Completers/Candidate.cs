namespace AwsccConnect.Binding.Completers;

/// <summary>Something that a parameter may be completed to.</summary>
/// <param name="Text">The value, without quotes.</param>
/// <param name="ToolTip">What is known of it beside its name, such as the ARN; null for the value itself.</param>
/// <param name="Expression">What to write instead of the text, as it is; null for the text, quoted where it has to be.</param>
internal sealed record Candidate(string Text, string? ToolTip = null, string? Expression = null);
