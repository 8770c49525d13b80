using System.Globalization;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>A location in a file, for messages.</summary>
/// <param name="File">The file's name without its folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal readonly record struct FileLocation(string File, long Line, long Column)
{
    /// <summary>The location as <c>file:line:column</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
