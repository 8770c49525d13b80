namespace AwsccConnect.Tests.Structure;

/// <summary>A copy of the assembled module in a folder of its own, deleted in the end.</summary>
internal sealed class ModuleCopy : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("awsccconnect-").FullName;

    public ModuleCopy(string folderName)
    {
        var target = Path.Combine(_root, folderName, "AwsccConnect");
        foreach (var file in Directory.EnumerateFiles(Hosting.Repository.ModuleRoot, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Hosting.Repository.ModuleRoot, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Manifest = Path.Combine(target, "AwsccConnect.psd1");
    }

    public string Manifest { get; }

    public void Dispose()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            // Windows keeps loaded assemblies locked until the process ends.
        }
    }
}
