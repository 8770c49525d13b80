namespace AwsccConnect.Core.Stacks.Parsing.Templates;

/// <summary>
/// The value of a variable, a literal or an expression: plain data, see <see cref="TemplateValues"/>. A text that stands in the file can be no secret.
/// The source is how the template names the value, null for literals; <c>Missing</c> is the error where there is no such value, unless a default
/// replaces it.
/// </summary>
internal readonly record struct TemplateValue(
    object? Value, bool IsFromFile, string? Source = null, FileLocation Location = default, Func<ConnectOperationException>? Missing = null);
