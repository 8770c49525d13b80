using System.Management.Automation;

namespace AwsccConnect.Tests.Hosting;

/// <summary>Where things are in the working copy that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The assembled module's folder.</summary>
    public static string ModuleRoot => RootOf("AwsccConnect");

    /// <summary>The assembled module's manifest.</summary>
    public static string ModuleManifest => ManifestOf("AwsccConnect");

    /// <summary>The manifest of the assembled module with the simulator.</summary>
    public static string SimulatorManifest => ManifestOf("AwsccConnect.Simulator");

    /// <summary>The command that imports the simulator and the assembled module, or another copy of it, to prefix a script.</summary>
    /// <param name="manifest">Path of the manifest; null for the repository's.</param>
    /// <returns>One line of PowerShell.</returns>
    public static string ImportModule(string? manifest = null) =>
        $"Import-Module -Name '{SimulatorManifest}', '{WildcardPattern.Escape(manifest ?? ModuleManifest).Replace("'", "''", StringComparison.Ordinal)}' -ErrorAction Stop\n";

    /// <summary>The folder of an assembled module.</summary>
    public static string RootOf(string module) => Path.Combine(Root, "output", module);

    private static string ManifestOf(string module) => Path.Combine(RootOf(module), module + ".psd1");

    private static string FindRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AwsccConnect.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No AwsccConnect.sln above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
