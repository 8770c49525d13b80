using AwsccConnect.Core.Users.Import;
using AwsccConnect.Errors;

namespace AwsccConnect.Commands.Users;

/// <summary>Reads a roster file as rows for the other commands. A row that cannot be read is an error of its own.</summary>
[Cmdlet(VerbsData.Import, "ConnectUser", DefaultParameterSetName = "Path")]
[OutputType(RosterRows.TypeName)]
public sealed class ImportConnectUserCommand : AsyncCmdlet
{
    private readonly HashSet<string> _reportedColumns = new(StringComparer.OrdinalIgnoreCase);
    private readonly RosterDuplicates _duplicates = new();
    private int _blankRows;
    private bool _isFirst = true;

    /// <summary>Files to read: CSV (comma, semicolon or tab), JSON or YAML, or CloudFormation templates. Wildcards are allowed.</summary>
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
    [ValidateSet("Auto", "Csv", "Json", "Yaml")]
    public string Format { get; set; } = nameof(RosterFormat.Auto);

    /// <summary>Accept a Password column in plain text; its cells come out as SecureStrings.</summary>
    [Parameter]
    public SwitchParameter AllowPlainTextPassword { get; set; }

    /// <summary>Continue where files have columns that are not known. Default: the command ends before its first row.</summary>
    [Parameter]
    public SwitchParameter IgnoreUnknownColumn { get; set; }

    private protected override void End()
    {
        if (_blankRows > 0)
        {
            WriteVerbose($"Blank rows that were skipped: {_blankRows}.");
        }
    }

    private protected override void Begin() => Output.ShowsVerbose = true;

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
                var found = GetResolvedProviderPathFromPSPath(path, out var provider);
                if (provider.Name != "FileSystem" || (found.Count == 0 && !path.AsSpan().ContainsAny("*?")))
                {
                    throw new ItemNotFoundException(found.Count > 0 ? $"'{path}' is not a file." : "No file matches; brackets are wildcards, which -LiteralPath does not expand.");
                }

                files.AddRange(found);
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
            rows.AddRange(await RosterFile.ReadAsync(file, Enum.Parse<RosterFormat>(Format, ignoreCase: true), () => _blankRows++, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            failure = exception;
        }

        if (await WriteRowsAsync(rows, file).ConfigureAwait(false) && failure is not null)
        {
            await Output.FailAsync(CannotRead(file, failure), file).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Writes the rows of a file, or their errors. False where the file has passwords in plain text, or its first row columns that are not
    /// known: all rows have the same.
    /// </summary>
    private async Task<bool> WriteRowsAsync(List<RosterRow> rows, string file)
    {
        if (!AllowPlainTextPassword && rows.Find(row => row.Cells.Any(PlainTextPasswords.IsIn)) is { } secret)
        {
            await Output.FailAsync(
                PlainTextPasswords.Refused(
                    secret.Source,
                    secret.Cells.First(PlainTextPasswords.IsIn).Key,
                    "Add -AllowPlainTextPassword, which makes SecureStrings of the passwords: New-ConnectUser uses them, or ignores them with -GeneratePassword. Or remove the column.",
                    endsCommand: _isFirst),
                TargetOf(secret)).ConfigureAwait(false);
            return false;
        }

        var duplicates = _duplicates.Find(rows);
        foreach (var (row, error) in duplicates)
        {
            await Output.FailAsync(error, TargetOf(row)).ConfigureAwait(false);
        }

        var isFirstOfFile = true;
        var columns = rows.SelectMany(row => row.Cells).Select(cell => NameOf(cell.Key)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows.Where(row => !duplicates.ContainsKey(row)))
        {
            if (!await WriteRowAsync(row, file, columns).ConfigureAwait(false) && isFirstOfFile)
            {
                return false;
            }

            isFirstOfFile &= row.Error is not null || row.Note is not null;
        }

        return true;
    }

    /// <summary>Writes a row, or its error. False where it has columns that are not known.</summary>
    private async Task<bool> WriteRowAsync(RosterRow row, string file, IEnumerable<string> columns)
    {
        if (row.Note is { } note)
        {
            Output.Verbose(note);
            return true;
        }

        if ((row.Error ?? RosterRow.CheckCase(row.Cells.Select(cell => cell.Key))) is { } error)
        {
            await Output.FailAsync(
                new ConnectOperationException(ErrorIds.InvalidRosterRow, $"{row.Source}: {error.Message}", error.Remedy), row.Source).ConfigureAwait(false);
            return true;
        }

        IReadOnlyList<string> unknown;
        Exception? failure = null;
        try
        {
            var read = UserRowReader.Read(row.Cells, AllowPlainTextPassword, row.Source);
            unknown = read.UnknownColumns;
            if (read.IsBlank && (unknown.Count == 0 || IgnoreUnknownColumn))
            {
                _blankRows++;
                return true;
            }
        }
        catch (UserValueException exception)
        {
            unknown = exception.UnknownColumns;
            failure = ItemErrors.ToOperation(exception, TargetOf(row));
        }

        if (unknown.Count > 0 && !IgnoreUnknownColumn)
        {
            failure = UserColumns.Unknown(row.Header ?? row.Source, unknown, endsCommand: _isFirst);
        }

        _isFirst = false;
        if (failure is not null)
        {
            await Output.FailAsync(failure, TargetOf(row)).ConfigureAwait(false);
            return unknown.Count == 0 || IgnoreUnknownColumn;
        }

        foreach (var column in unknown.Where(column => _reportedColumns.Add($"{file}|{column}")))
        {
            Output.Post(() => WriteVerbose($"{System.IO.Path.GetFileName(file)}: {ItemErrors.UnknownColumn(column)}"));
        }

        // All rows of a file have the same properties, as those of Import-Csv: tables and Export-Csv show those of the first row alone.
        var cells = ToTyped(row.Cells).ToList();
        var missing = columns.Except(row.Cells.Select(cell => NameOf(cell.Key)), StringComparer.OrdinalIgnoreCase);
        await Output.WriteAsync(RosterRows.Create(cells.Concat(missing.Select(name => KeyValuePair.Create(name, (object?)null))), row.Source)).ConfigureAwait(false);
        return true;
    }

    private static object TargetOf(RosterRow row) => UserInputReader.Copy(RosterRows.Create(row.Cells, row.Source));

    private static string NameOf(string column) => UserSchema.TryFind(column, out var property) ? property.Name : column;

    /// <summary>The cells under their documented names; where a row has two columns for one property, both keep their own.</summary>
    private static IEnumerable<KeyValuePair<string, object?>> ToTyped(IReadOnlyList<KeyValuePair<string, object?>> cells)
    {
        var byName = cells.ToLookup(cell => NameOf(cell.Key), StringComparer.OrdinalIgnoreCase);
        return cells.Select(cell => ToTyped(cell) is var typed && byName[typed.Key].Skip(1).Any() ? new(cell.Key, typed.Value) : typed);
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
            UserValueKind.String when property.EnumValues.Count > 0 => UserValueConverter.ToJson(property, cell.Value)?.GetValue<string>(),
            _ => cell.Value,
        };
        return new(property.Name, value);
    }

    private static ConnectOperationException CannotRead(string path, Exception exception) => new(
        ErrorIds.FileNotReadable,
        $"The roster '{path}' cannot be read: {exception.Message}",
        innerException: exception);
}
