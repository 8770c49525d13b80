namespace AwsccConnect.Tests.Hosting;

/// <summary>Where things are in the working copy that the tests were built from.</summary>
public static class Repository
{
    private static readonly Lazy<string> LazyRoot = new(FindRoot);

    /// <summary>The folder with the solution.</summary>
    public static string Root => LazyRoot.Value;

    /// <summary>The assembled module's folder.</summary>
    public static string ModuleRoot => Path.Combine(Root, "output", "AwsccConnect");

    /// <summary>The assembled module's manifest.</summary>
    public static string ModuleManifest => Path.Combine(ModuleRoot, "AwsccConnect.psd1");

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
