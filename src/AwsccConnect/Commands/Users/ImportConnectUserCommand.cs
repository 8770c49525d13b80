using System.Management.Automation;
using AwsccConnect.Binding;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;
using AwsccConnect.Errors;
using AwsccConnect.Pipeline;

namespace AwsccConnect.Commands.Users;

/// <summary>Reads a roster file as rows for the other commands. A row that cannot be read is an error of its own.</summary>
[Cmdlet(VerbsData.Import, "ConnectUser", DefaultParameterSetName = "Path")]
[OutputType(RosterRows.TypeName)]
public sealed class ImportConnectUserCommand : AsyncCmdlet
{
    private readonly HashSet<string> _reportedColumns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Files to read: CSV (comma, semicolon or tab) or JSON. Wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files to read, taken literally.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Format of the files. Default: by the name and the content.</summary>
    [Parameter]
    [ValidateSet("Auto", "Csv", "Json")]
    public string Format { get; set; } = nameof(RosterFormat.Auto);

    /// <summary>Accept a Password column in plain text; its cells come out as SecureStrings.</summary>
    [Parameter]
    public SwitchParameter AllowPlainTextPassword { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (var file in Files())
        {
            Await(token => ReadAsync(file, token));
        }
    }

    private List<string> Files()
    {
        var files = new List<string>();
        foreach (var path in LiteralPath)
        {
            try
            {
                files.Add(FilePath.Resolve(this, nameof(LiteralPath), path));
            }
            catch (ConnectOperationException exception)
            {
                WriteError(ErrorRecords.From(exception, path));
            }
        }

        foreach (var path in Path)
        {
            try
            {
                files.AddRange(GetResolvedProviderPathFromPSPath(path, out var provider));
                if (provider.Name != "FileSystem")
                {
                    throw new ItemNotFoundException($"'{path}' is not a file.");
                }
            }
            catch (Exception exception) when (FilePath.IsBad(exception))
            {
                WriteError(ErrorRecords.From(CannotRead(path, exception), path));
            }
        }

        return files;
    }

    private async Task ReadAsync(string file, CancellationToken cancellationToken)
    {
        // The whole file is read first: a user that is in it twice has to be known before the first row is worked on.
        var rows = new List<RosterRow>();
        Exception? failure = null;
        try
        {
            await foreach (var row in RosterFile.ReadAsync(file, Enum.Parse<RosterFormat>(Format, ignoreCase: true), cancellationToken).ConfigureAwait(false))
            {
                rows.Add(row);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            failure = exception;
        }

        var duplicates = RosterDuplicates.Find(rows);
        foreach (var (row, error) in duplicates)
        {
            await Output.FailAsync(error, UserInputReader.Copy(RosterRows.Create(row.Cells, row.Source))).ConfigureAwait(false);
        }

        foreach (var row in rows.Where(row => !duplicates.ContainsKey(row)))
        {
            await WriteRowAsync(row, file).ConfigureAwait(false);
        }

        if (failure is not null)
        {
            await Output.FailAsync(CannotRead(file, failure), file).ConfigureAwait(false);
        }
    }

    private async Task WriteRowAsync(RosterRow row, string file)
    {
        if (row.Error is { } error)
        {
            await Output.FailAsync(
                new ConnectOperationException(UserErrorIds.InvalidRosterRow, $"{row.Source}: {error.Message}", error.Remedy), row.Source).ConfigureAwait(false);
            return;
        }

        try
        {
            var read = UserRowReader.Read(row.Cells, AllowPlainTextPassword, row.Source);
            foreach (var column in read.UnknownColumns.Where(column => _reportedColumns.Add($"{file}|{column}")))
            {
                await Output.WarningAsync($"{System.IO.Path.GetFileName(file)}: {ItemErrors.UnknownColumn(column)}").ConfigureAwait(false);
            }
        }
        catch (UserRowException exception)
        {
            var target = UserInputReader.Copy(RosterRows.Create(row.Cells, row.Source));
            await Output.FailAsync(ItemErrors.ToOperation(exception, target), target).ConfigureAwait(false);
            return;
        }

        await Output.WriteAsync(RosterRows.Create(row.Cells.Select(ToTyped), row.Source)).ConfigureAwait(false);
    }

    /// <summary>A cell under its documented name and with its property's type, as far as it is known without AWS.</summary>
    private static KeyValuePair<string, object?> ToTyped(KeyValuePair<string, object?> cell)
    {
        if (!UserSchema.TryFind(cell.Key, out var property))
        {
            return cell;
        }

        if (property.IsWriteOnly)
        {
            return new(property.Name, cell.Value is string { Length: > 0 } plain ? SecureText.From(plain) : cell.Value);
        }

        if (cell.Value is null or string { Length: 0 })
        {
            return new(property.Name, null);
        }

        var value = property.Kind switch
        {
            UserValueKind.Boolean => UserValueConverter.ToJson(property, cell.Value)?.GetValue<bool>(),
            UserValueKind.Integer => UserValueConverter.ToJson(property, cell.Value)?.GetValue<long>(),
            _ => cell.Value,
        };
        return new(property.Name, value);
    }

    private static ConnectOperationException CannotRead(string path, Exception exception) => new(
        ErrorIds.FileNotReadable,
        $"The roster '{path}' cannot be read: {exception.Message}",
        "Check the path and whether another program holds the file.",
        exception);
}
