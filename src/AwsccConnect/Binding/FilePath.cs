namespace AwsccConnect.Binding;

/// <summary>
/// Paths of files as parameters give them. They are the caller's own: any file that the caller may use is allowed. No cell of a roster
/// and no response of AWS names a file.
/// </summary>
internal static class FilePath
{
    /// <summary>What the engine throws for paths that lead to no file.</summary>
    public static bool IsBad(Exception exception) => exception is ItemNotFoundException or System.Management.Automation.DriveNotFoundException
        or ProviderNotFoundException or ProviderInvocationException or WildcardPatternException or ArgumentException or NotSupportedException
        or PSInvalidOperationException or IOException or UnauthorizedAccessException;

    /// <summary>The full path of a file that may not exist yet; wildcards are taken literally. Throws for a path that leads to no file.</summary>
    public static string Resolve(PSCmdlet cmdlet, string parameter, string path)
    {
        try
        {
            var full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return provider.Name == "FileSystem" && !full.Contains('\0', StringComparison.Ordinal) ? full : throw Bad(parameter, path, null);
        }
        catch (Exception exception) when (IsBad(exception))
        {
            throw Bad(parameter, path, exception);
        }
    }

    private static ConnectOperationException Bad(string parameter, string path, Exception? cause) => new(
        ErrorIds.FileNotReadable, $"-{parameter} '{path}' is not the path of a file.", "Give a path of the file system.", cause)
    {
        EndsCommand = true,
    };
}
