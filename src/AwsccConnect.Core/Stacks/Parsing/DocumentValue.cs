using System.Security;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>
/// A value that a template took from a variable as it is: a text, boolean, number, list, dictionary with text keys, SecureString, or null. One whose
/// text stands in the file can be no secret.
/// </summary>
internal sealed record DocumentValue(FileLocation Location, object? Value, bool IsFromFile = false) : DocumentNode(Location)
{
    internal override long Size => 1;

    internal override string Kind => Value switch
    {
        null => "null",
        SecureString => "a secret",
        IReadOnlyDictionary<string, object?> => "a mapping",
        IReadOnlyList<object?> => "a list",
        _ => "a single value",
    };

    /// <summary>Nothing that could carry a secret into a log.</summary>
    public override string ToString() => $"{Kind} at {Location}";
}
