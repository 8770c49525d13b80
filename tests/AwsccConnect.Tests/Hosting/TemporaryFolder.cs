namespace AwsccConnect.Tests.Hosting;

/// <summary>A folder of a test, deleted in the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder's path.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("awsccconnect-").FullName;

    /// <summary>The path of a file in the folder.</summary>
    public string PathOf(string name) => Path.Combine(Root, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (UnauthorizedAccessException)
        {
            // Windows keeps loaded assemblies locked until the process ends.
        }
    }
}
