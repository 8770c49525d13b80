namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>A value that templates can name.</summary>
/// <param name="Value">Plain data, see <see cref="TemplateValues"/>.</param>
/// <param name="IsFromFile">Whether the text stands in the file, so that it can be no secret.</param>
internal readonly record struct TemplateVariable(object? Value, bool IsFromFile);
