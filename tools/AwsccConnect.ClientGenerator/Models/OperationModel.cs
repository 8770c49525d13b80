namespace AwsccConnect.ClientGenerator.Models;

/// <summary>
/// An operation. Errors are those that the service names for it, and error sets with a leading @; <c>Http</c> is method and path of AWS REST
/// JSON, the path with <c>{Member}</c>s; <c>Pages</c> is the list of the output, where a paginator is to be made.
/// </summary>
internal sealed record OperationModel(
    string Doc,
    string Returns,
    Dictionary<string, string> Input,
    Dictionary<string, string> Output,
    string Errors = "",
    string Http = "POST /",
    string? Pages = null);
