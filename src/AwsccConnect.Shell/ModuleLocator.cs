namespace AwsccConnect.Shell;

/// <summary>Finds the assembled module.</summary>
internal static class ModuleLocator
{
    /// <summary>The environment variable that names the module's folder or manifest.</summary>
    public const string PathVariable = "AWSCCCONNECT_MODULE_PATH";

    private const string ManifestName = "AwsccConnect.psd1";

    /// <summary>The manifest's full path.</summary>
    /// <exception cref="FileNotFoundException">There is none; the message says where was looked.</exception>
    public static string FindManifest()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } configured)
        {
            string path = Path.GetFullPath(Directory.Exists(configured) ? Path.Combine(configured, ManifestName) : configured);
            return File.Exists(path)
                ? path
                : throw new FileNotFoundException($"The module '{path}' that {PathVariable} names does not exist.");
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "output", "AwsccConnect", ManifestName);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException(
            $"No output/AwsccConnect/{ManifestName} above '{AppContext.BaseDirectory}'. "
            + $"Build src/AwsccConnect, or set {PathVariable} to the module's folder.");
    }
}
