using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Changes;

/// <summary>
/// A file of changes, one JSON object a line. Any number of processes may append: a lock file beside it lets one write at a time, and what
/// is appended is on disk when the method ends. A line that a kill has cut short stays alone on its line.
/// </summary>
internal sealed class ChangeLog(string path, TimeSpan? timeout = null) : IDisposable
{
    private readonly TimeSpan _timeout = timeout ?? TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private static readonly JsonSerializerOptions Options = new(JsonText.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly SemaphoreSlim _own = new(1);

    /// <summary>Appends a record. A file that cannot be written ends the command (<see cref="ErrorIds.FileNotWritable"/>).</summary>
    public async Task AppendAsync(ChangeRecord record, CancellationToken cancellationToken)
    {
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(record, Options) + "\n");
        await _own.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var others = await LockAsync(cancellationToken).ConfigureAwait(false);
            using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length > 0)
            {
                if (stream.ReadByte() is 0xFE or 0xFF)
                {
                    throw new IOException("it is in UTF-16. Save it as UTF-8 first.");
                }

                stream.Seek(-1, SeekOrigin.End);
                line = stream.ReadByte() == '\n' ? line : [(byte)'\n', .. line];
            }

            stream.Seek(0, SeekOrigin.End);
            stream.Write(line);
            stream.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(exception);
        }
        finally
        {
            _own.Release();
        }
    }

    /// <summary>
    /// The changes of a file, each once with its last outcome, in the order in which they were sent. A line that is wrong is skipped, with a
    /// warning. A file that cannot be read or is none of changes ends the command (<see cref="ErrorIds.FileNotReadable"/>).
    /// </summary>
    public static IReadOnlyList<ChangeRecord> Read(string path, Action<string> warn)
    {
        var records = new List<ChangeRecord>();
        var incomplete = new List<int>();
        var isOther = false;
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        try
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);
            for (var number = 1; reader.ReadLine() is { } line; number++)
            {
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                if (Parse(line) is not { } record)
                {
                    incomplete.Add(number);
                    isOther |= !line.StartsWith('{');
                }
                else if (positions.TryGetValue(record.Id, out var position))
                {
                    records[position] = record;
                }
                else
                {
                    positions.Add(record.Id, records.Count);
                    records.Add(record);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotReadable(path, exception.Message, exception);
        }

        if (records.Count == 0 && (isOther || incomplete.Count > 1))
        {
            throw NotReadable(path, "it is not a change log, which has a record in JSON on each line.");
        }

        foreach (var number in incomplete)
        {
            warn($"{Path.GetFileName(path)}:{number}: this record is incomplete and is skipped; it is left from a command that was killed. What that command had sent has a line of its own.");
        }

        return records;
    }

    /// <summary>Throws where the file cannot be written for want of a folder, or because it is one (<see cref="ErrorIds.FileNotWritable"/>).</summary>
    public void Check()
    {
        if (Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
        {
            throw NotWritable(new DirectoryNotFoundException(Directory.Exists(path) ? "it is a folder." : "its folder does not exist."));
        }
    }

    public void Dispose() => _own.Dispose();

    private ConnectOperationException NotWritable(Exception exception) =>
        new(ErrorIds.FileNotWritable, $"The change log '{path}' cannot be written: {exception.Message}", innerException: exception) { EndsCommand = true };

    private static ConnectOperationException NotReadable(string path, string reason, Exception? exception = null) =>
        new(ErrorIds.FileNotReadable, $"The change log '{path}' cannot be read: {reason}", innerException: exception) { EndsCommand = true };

    private static ChangeRecord? Parse(string line)
    {
        try
        {
            return JsonText.Parse(line).Deserialize<ChangeRecord>(Options) is { Id: not null, Changes: not null, UndoOf: not null } record
                && record.Changes.All(change => change?.Path is ['/', ..]) ? record : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Makes the lock file, which goes when it is closed. The file system of Windows deletes it with its only handle; elsewhere .NET deletes
    /// it under its lock, and looks after each lock whether the file of that name is still the locked one, for this mode, share and option.
    /// </summary>
    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (Exception exception) when (Stopwatch.GetElapsedTime(start) < WaitFor(exception))
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>How long to try again. Windows denies access to a file that is being deleted, and also where that is for good.</summary>
    private TimeSpan WaitFor(Exception exception) => exception switch
    {
        DirectoryNotFoundException or PathTooLongException => TimeSpan.Zero,
        IOException => _timeout,
        UnauthorizedAccessException when OperatingSystem.IsWindows() => TimeSpan.FromSeconds(2),
        _ => TimeSpan.Zero,
    };
}
