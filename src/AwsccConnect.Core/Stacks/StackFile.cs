using System.Globalization;
using System.Text;
using AwsccConnect.Core.Stacks.Parsing;
using AwsccConnect.Core.Stacks.Parsing.CloudFormation;
using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Core.Stacks;

/// <summary>Reads stacks: manifests (YAML), lists of users and CloudFormation templates (JSON or YAML), and rosters (CSV).</summary>
internal static class StackFile
{
    /// <summary>
    /// Reads a file; the format is found from its extension (<c>.csv</c>, <c>.tsv</c>, <c>.txt</c>, <c>.json</c>, <c>.jsonl</c>, <c>.yml</c>, <c>.yaml</c>, <c>.template</c>) and its
    /// content: a document with <c>resources</c> is a manifest, one with <c>Resources</c> a CloudFormation template, one with <c>users</c> or a bare list is a list of users. Only manifests have
    /// templates; cells and lists are data. Users that cannot be read are in the <see cref="StackDefinition.Errors"/>.
    /// </summary>
    /// <exception cref="ConnectOperationException">
    /// The file as a whole cannot be read (<c>InvalidStackFile</c>, <c>FileNotReadable</c>), a global names a variable that was not given
    /// (<c>UnknownVariable</c>), or values per environment are there and no environment was given (<c>MissingEnvironment</c>).
    /// </exception>
    public static async Task<StackDefinition> ReadAsync(string path, StackReadOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var length = LengthOf(path);
            if (length > DocumentLimits.FileBytes)
            {
                throw new ConnectOperationException(
                    ErrorIds.InvalidStackFile,
                    string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)} has {length} bytes; a stack file takes {DocumentLimits.FileBytes}."),
                    "Split the stack, one file for each.");
            }

            switch (Path.GetExtension(path).ToUpperInvariant())
            {
                case ".CSV" or ".TSV" or ".TXT":
                    return await StackRoster.ReadAsync(path, options, cancellationToken).ConfigureAwait(false);
                case ".JSON" or ".JSONL" or ".NDJSON" or ".YML" or ".YAML" or ".TEMPLATE":
                    var root = await ReadDocumentAsync(path, cancellationToken).ConfigureAwait(false);
                    return CloudFormationTemplate.IsMatch(root) ? StackTemplate.Read(root, path, options, cancellationToken)
                        : root is DocumentMap map && map.Entries.Any(entry => entry.Key == StackManifest.ResourcesKey)
                        ? StackManifest.Read(map, path, options, cancellationToken)
                        : StackUserList.Read(root, path, options, cancellationToken);
                default:
                    throw new ConnectOperationException(
                        ErrorIds.InvalidStackFile, $"The format of '{Path.GetFileName(path)}' cannot be determined from its name.", "Name the file .yml for a manifest, .yml or .json for a list of users, .csv for a roster.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotRead(path, e);
        }
    }

    private static long LengthOf(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw CannotRead(path, e);
        }
    }

    private static ConnectOperationException CannotRead(string path, Exception cause) =>
        new(ErrorIds.FileNotReadable, $"The stack file '{StackErrors.Clean(path)}' cannot be read: {cause.Message}", innerException: cause);

    private static async Task<DocumentNode> ReadDocumentAsync(string path, CancellationToken cancellationToken)
    {
        var file = Path.GetFileName(path);
        var source = await RosterText.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        var (text, isWhole) = source.Decode();
        if (!isWhole)
        {
            throw StackErrors.At(new FileLocation(file, 1, 1), "The file is not UTF-8 text.", "Save it as UTF-8.");
        }

        var extension = Path.GetExtension(path).ToUpperInvariant();
        var isJson = extension is ".JSON" or ".JSONL" or ".NDJSON" || (extension is ".TEMPLATE" && source.LooksLikeJson);
        var root = isJson ? JsonDocumentReader.Read(Encoding.UTF8.GetBytes(text), file, cancellationToken) : YamlDocument.Read(new StringReader(text), file, cancellationToken);
        return root is null or { IsNull: true }
            ? throw StackErrors.At(new FileLocation(file, 1, 1), "The file is empty.", "Write a list of users, or a manifest with 'resources'.")
            : root;
    }
}
