namespace AwsccConnect.HelpBuilder;

/// <summary>A page that is not written as help pages are.</summary>
internal sealed class HelpFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    public HelpFormatException(string file, int line, string problem)
        : base(problem)
    {
        File = file;
        Line = line;
    }

    /// <summary>The page's path.</summary>
    public string File { get; }

    /// <summary>Line number from 1; 0 for the page as a whole.</summary>
    public int Line { get; }

    /// <summary>The form in which MSBuild shows an error at its place.</summary>
    public override string ToString() => $"{File}({Line}): error HELP001: {Message}";
}
