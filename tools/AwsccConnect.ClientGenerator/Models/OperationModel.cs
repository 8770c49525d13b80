namespace AwsccConnect.ClientGenerator.Models;

/// <summary>An operation.</summary>
/// <param name="Doc">What it does.</param>
/// <param name="Returns">What it returns.</param>
/// <param name="Input">The request's members.</param>
/// <param name="Output">The response's members.</param>
/// <param name="Errors">The errors that the service names for it, and error sets with a leading @.</param>
/// <param name="Http">Method and path of AWS REST JSON, the path with <c>{Member}</c>s.</param>
/// <param name="Pages">The output's list, where a paginator is to be made.</param>
internal sealed record OperationModel(
    string Doc,
    string Returns,
    Dictionary<string, string> Input,
    Dictionary<string, string> Output,
    string Errors = "",
    string Http = "POST /",
    string? Pages = null);
