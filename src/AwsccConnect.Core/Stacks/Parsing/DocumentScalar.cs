namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>
/// A scalar, kept as the text that is written: what it means (a boolean, a number, a text) is for the property that it is given to say, so
/// that the name <c>No</c> and the number <c>07700900123</c> stay what they are.
/// </summary>
internal sealed record DocumentScalar(FileLocation Location, string Text, bool IsPlain) : DocumentNode(Location)
{
    internal override long Size => 1;

    internal override string Kind => IsNull ? "null" : "a single value";

    /// <summary>Whether the text means null where it stands without quotes (YAML 1.2.2, 10.3.2 Tag Resolution).</summary>
    internal bool IsNullText => IsPlain && (Text is "" or "~" or "null" or "Null" or "NULL");

    /// <summary>Whether it is the boolean, in the spellings of YAML 1.1 and 1.2; null for something else.</summary>
    internal bool? Boolean => !IsPlain ? null : Text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" => true,
        "FALSE" or "NO" or "OFF" => false,
        _ => null,
    };
}
