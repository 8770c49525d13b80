namespace AwsccConnect.Benchmarks;

/// <summary>Where things are in the working copy that the program was built from.</summary>
internal static class Repository
{
    private static readonly string Project = Path.Combine("benchmarks", "AwsccConnect.Benchmarks");

    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The assembled module's manifest.</summary>
    public static string ModuleManifest => Path.Combine(Root, "output", "AwsccConnect", "AwsccConnect.psd1");

    /// <summary>The manifest of the empty binary module.</summary>
    public static string EmptyModuleManifest =>
        Path.Combine(Root, "benchmarks", "AwsccConnect.EmptyModule", Output("net8.0"), "EmptyModule.psd1");

    private static string Output(string framework)
    {
        var own = Path.GetRelativePath(Path.Combine(Root, Project), AppContext.BaseDirectory);
        return Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(own))!, framework);
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AwsccConnect.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No AwsccConnect.sln above {AppContext.BaseDirectory}.");
    }
}
