namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>A part of a template: text as it is, or an expression.</summary>
/// <param name="Text">The text, or what stands between the braces.</param>
/// <param name="IsExpression">Whether it is an expression.</param>
/// <param name="Offset">Where it starts in the template.</param>
internal readonly record struct TemplateSegment(string Text, bool IsExpression, int Offset);
