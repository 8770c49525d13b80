using AwsccConnect.Chaos;

namespace AwsccConnect.Tests.Hosting;

/// <summary>Where things are in the working copy that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root => PwshCommand.RepositoryRoot;

    /// <summary>The assembled module's folder.</summary>
    public static string ModuleRoot => Path.Combine(Root, "output", "AwsccConnect");

    /// <summary>The assembled module's manifest.</summary>
    public static string ModuleManifest => Path.Combine(ModuleRoot, "AwsccConnect.psd1");
}
