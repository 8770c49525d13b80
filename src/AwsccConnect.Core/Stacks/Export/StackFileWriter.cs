using System.Text;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Export;

/// <summary>Writes users to a file: whole or not at all.</summary>
internal static class StackFileWriter
{
    /// <summary>The format by a file's extension.</summary>
    public static StackFormat? FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".YML" or ".YAML" => StackFormat.Yaml,
        ".JSON" => StackFormat.Json,
        ".CSV" => StackFormat.Csv,
        _ => null,
    };

    /// <summary>The users in the order in which they are written, each once.</summary>
    public static IReadOnlyList<StackEntry> InOrder(IEnumerable<StackEntry> users) =>
    [
        .. users
            .OrderBy(user => user.Username, StringComparer.OrdinalIgnoreCase)
            .ThenBy(user => user.InstanceArn, StringComparer.Ordinal)
            .DistinctBy(user => (user.Username.ToUpperInvariant(), user.InstanceArn)),
    ];

    public static string ToText(StackFormat format, string name, IReadOnlyList<StackEntry> users)
    {
        var writer = new StringWriter();
        switch (format)
        {
            case StackFormat.Yaml:
                ManifestWriter.Write(writer, name, RegionOf(users), users);
                break;
            case StackFormat.Json:
                writer.Write(JsonText.WriteIndented(new JsonArray([.. users.Select(user => user.Properties.DeepClone())])));
                writer.Write('\n');
                break;
            default:
                CsvStackWriter.Write(writer, users);
                break;
        }

        return writer.ToString();
    }

    /// <summary>Writes the text under another name beside the file and then gives it the file's name.</summary>
    /// <exception cref="ConnectOperationException">It cannot be written (<c>FileNotWritable</c>, <c>FileExists</c>).</exception>
    public static async Task WriteAsync(string path, StackFormat format, string text, bool noClobber, bool force, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
            Check(file, noClobber, force);
            var draft = $"{file}.{Guid.NewGuid():N}.tmp";
            try
            {
                await File.WriteAllTextAsync(draft, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: format == StackFormat.Csv), cancellationToken).ConfigureAwait(false);
                File.Move(draft, file, overwrite: !noClobber);
            }
            finally
            {
                File.Delete(draft);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConnectOperationException(
                ErrorIds.FileNotWritable,
                $"'{path}' cannot be written: {exception.Message}",
                innerException: exception);
        }
    }

    private static void Check(string file, bool noClobber, bool force)
    {
        var info = new FileInfo(file);
        if (!info.Exists)
        {
            return;
        }

        if (noClobber)
        {
            throw new ConnectOperationException(
                ErrorIds.FileExists, $"'{file}' exists, and -NoClobber keeps it.");
        }

        if (info.IsReadOnly)
        {
            info.IsReadOnly = force ? false : throw new ConnectOperationException(
                ErrorIds.FileNotWritable, $"'{file}' is marked as read-only.", "Use -Force to replace it, or choose another name.");
        }
    }

    private static string? RegionOf(IReadOnlyList<StackEntry> users)
    {
        var regions = users.Select(user => ConnectArn.TryParse(user.InstanceArn, out var arn) ? arn.Region : null).Distinct().ToList();
        return regions is [{ } only] ? only : null;
    }
}
