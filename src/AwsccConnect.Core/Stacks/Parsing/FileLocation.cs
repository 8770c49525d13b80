using System.Globalization;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>A location in a file, for messages: the name without its folder, line and column from 1.</summary>
internal readonly record struct FileLocation(string File, long Line, long Column)
{
    /// <summary>The location as <c>file:line:column</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
