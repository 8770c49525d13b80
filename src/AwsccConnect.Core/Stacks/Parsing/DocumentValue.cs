using System.Security;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>A value that a template took from a variable as it is, with its type.</summary>
/// <param name="Location">Where the template is.</param>
/// <param name="Value">A text, boolean, number, list, dictionary with text keys, SecureString, or null.</param>
/// <param name="IsFromFile">Whether its text stands in the file, so that it can be no secret.</param>
internal sealed record DocumentValue(FileLocation Location, object? Value, bool IsFromFile = false) : DocumentNode(Location)
{
    /// <inheritdoc/>
    internal override long Size => 1;

    /// <inheritdoc/>
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
