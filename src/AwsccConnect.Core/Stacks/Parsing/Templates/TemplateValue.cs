namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>The value of a variable, a literal or an expression.</summary>
/// <param name="Value">Plain data, see <see cref="TemplateValues"/>.</param>
/// <param name="IsFromFile">Whether the text stands in the file, so that it can be no secret.</param>
/// <param name="Source">How the template names the value; null for literals.</param>
/// <param name="Location">Where the expression is.</param>
/// <param name="Missing">The error where there is no such value, unless a default replaces it.</param>
internal readonly record struct TemplateValue(
    object? Value, bool IsFromFile, string? Source = null, FileLocation Location = default, Func<ConnectOperationException>? Missing = null);
