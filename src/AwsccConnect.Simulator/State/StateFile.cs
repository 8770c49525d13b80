using System.Text.Json;
using System.Text.Json.Serialization;
using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.State;

/// <summary>Reads and writes state files. A write goes to a new file that then replaces the old one, so a crash leaves one or the other.</summary>
internal static class StateFile
{
    private static readonly JsonSerializerOptions Options = new(JsonTexts.Compact)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static StateDocument? Load(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var stream = File.OpenRead(path);
            var document = JsonSerializer.Deserialize<StateDocument>(stream, Options) ?? throw new JsonException("The file is empty.");
            if (document is not { Format: StateDocument.CurrentFormat, Parameters: not null, FingerprintKey: not null })
            {
                throw new JsonException("It is no state file of this version of the simulator.");
            }

            return document;
        }
        catch (JsonException e)
        {
            throw new StateFileException($"The state file {path} cannot be read: {e.Message} Move or delete it to start from the seed.", e);
        }
    }

    public static byte[] Serialize(StateDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, Options);

    public static void Save(string path, byte[] content)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var temporary = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                // Only the owner may read the hashes of passwords.
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (FileStream stream = new(temporary, options))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
