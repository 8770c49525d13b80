namespace AwsccConnect.HelpBuilder;

/// <summary>A page that is not written as help pages are. The line counts from 1; 0 is for the page as a whole.</summary>
internal sealed class HelpFormatException(string file, int line, string problem) : Exception(problem)
{
    /// <summary>The form in which MSBuild shows an error at its place.</summary>
    public override string ToString() => $"{file}({line}): error HELP001: {Message}";
}
