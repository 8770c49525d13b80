namespace AwsccConnect.Tests.Structure;

/// <summary>A copy of the assembled module in a folder of its own, deleted in the end.</summary>
internal sealed class ModuleCopy : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ModuleCopy(string folderName)
    {
        var target = Path.Combine(_folder.Root, folderName, "AwsccConnect");
        foreach (var file in Directory.EnumerateFiles(Repository.ModuleRoot, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Repository.ModuleRoot, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Manifest = Path.Combine(target, "AwsccConnect.psd1");
    }

    public string Manifest { get; }

    public void Dispose() => _folder.Dispose();
}
