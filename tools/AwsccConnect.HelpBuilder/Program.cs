namespace AwsccConnect.HelpBuilder;

/// <summary>
/// <c>build SOURCE OUTPUT MODULE</c> turns the pages of a folder into a module's help files; <c>update-syntax SOURCE</c> rewrites the
/// syntax sections of the pages after a change to their parameters.
/// </summary>
internal static class Program
{
    private const string Usage = "Usage: AwsccConnect.HelpBuilder build SOURCE OUTPUT MODULE | update-syntax SOURCE";

    /// <summary>Runs the builder.</summary>
    public static int Main(string[] args)
    {
        try
        {
            switch (args)
            {
                case ["build", var source, var output, var module]:
                    Build(source, output, module);
                    return 0;
                case ["update-syntax", var source]:
                    foreach (var page in CmdletPages(source).Where(SyntaxText.Update))
                    {
                        Console.WriteLine($"Updated {page}");
                    }

                    return 0;
                default:
                    Console.Error.WriteLine(Usage);
                    return 1;
            }
        }
        catch (HelpFormatException problem)
        {
            Console.Error.WriteLine(problem.ToString());
            return 1;
        }
    }

    /// <summary>Turns the pages of a folder into help files. What else is in the folder of the help files is removed.</summary>
    public static void Build(string source, string output, string module)
    {
        var pages = CmdletPages(source).Select(HelpPageReader.Read).ToList();
        foreach (var page in pages)
        {
            CheckSyntax(page);
        }

        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }

        Directory.CreateDirectory(output);
        foreach (var about in Pages(source).Where(IsAbout))
        {
            AboutPageWriter.Write(about, Path.Combine(output, Path.GetFileNameWithoutExtension(about) + ".help.txt"));
        }

        // Last, because its time says that all of the help is up to date.
        MamlWriter.Write(Path.Combine(output, $"{module}.dll-Help.xml"), pages);
    }

    /// <summary>The pages of cmdlets in a folder. They are in order.</summary>
    public static IEnumerable<string> CmdletPages(string source) => Pages(source).Where(page => !IsAbout(page));

    private static IEnumerable<string> Pages(string source) => Directory.EnumerateFiles(source, "*.md").Order(StringComparer.Ordinal);

    private static bool IsAbout(string page) => Path.GetFileName(page).StartsWith("about_", StringComparison.Ordinal);

    private static void CheckSyntax(HelpPage page)
    {
        foreach (var (set, written) in page.ParameterSets.Zip(page.Syntax))
        {
            if (SyntaxText.Of(page, set) != written)
            {
                throw new HelpFormatException(
                    page.File, 0, $"The syntax of '{set}' is not that of the parameters; run: dotnet run --project tools/AwsccConnect.HelpBuilder -- update-syntax {Path.GetDirectoryName(page.File)}");
            }
        }
    }
}
