namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>How large a stack file may be; a file beyond is a mistake or an attack.</summary>
internal static class DocumentLimits
{
    /// <summary>The most bytes of a file: 64 MiB, some 100,000 users.</summary>
    internal const long FileBytes = 64L * 1024 * 1024;

    /// <summary>The deepest nesting of lists and mappings; a manifest needs 8.</summary>
    internal const int Depth = 32;

    /// <summary>The most values that aliases may expand to, all together.</summary>
    internal const long AliasedValues = 1_000_000;

    /// <summary>The most characters of a template expression.</summary>
    internal const int ExpressionLength = 2_000;

    /// <summary>The most characters that a template may produce for one value.</summary>
    internal const int ValueLength = 65_536;
}
