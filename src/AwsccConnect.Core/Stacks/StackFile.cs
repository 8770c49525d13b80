using AwsccConnect.Core.Operations;

namespace AwsccConnect.Core.Stacks;

/// <summary>Reads stacks: manifests (YAML), lists of users (JSON or YAML) and rosters (CSV).</summary>
public static class StackFile
{
    /// <summary>Reads a file; the format is told by its name and content.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="options">Name, environment, variables.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The stack. Users that cannot be read are in its <see cref="StackDefinition.Errors"/>.</returns>
    /// <exception cref="ConnectOperationException">The file as a whole cannot be read (<c>InvalidStackFile</c>, <c>FileNotReadable</c>).</exception>
    public static Task<StackDefinition> ReadAsync(string path, StackReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        throw new NotSupportedException();
    }
}
