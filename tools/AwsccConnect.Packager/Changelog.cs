namespace AwsccConnect.Packager;

/// <summary>A change log in the format of Keep a Changelog 1.1.0.</summary>
public static class Changelog
{
    private const string SectionStart = "## ";

    /// <summary>The newest section, without its heading: what the release notes say.</summary>
    /// <param name="text">The change log.</param>
    /// <exception cref="InvalidDataException">There is no section, or it is empty.</exception>
    public static string TopSection(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n')
            .SkipWhile(line => !line.StartsWith(SectionStart, StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith(SectionStart, StringComparison.Ordinal));
        var section = string.Join('\n', lines).Trim();
        return section.Length > 0 ? section : throw new InvalidDataException("The change log's first section says nothing.");
    }
}
