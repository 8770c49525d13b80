using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>Reads a CSV roster as a stack. Cells are data: templates in them are not evaluated.</summary>
internal static class StackRoster
{
    private const string ProtectedColumn = "Protected";

    /// <summary>Reads the file row by row.</summary>
    /// <exception cref="ConnectOperationException">From some row on the file cannot be read (<c>InvalidStackFile</c>).</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    internal static async Task<StackDefinition> ReadAsync(string path, StackReadOptions options, CancellationToken cancellationToken)
    {
        var users = new StackUsers(options);
        foreach (var row in await RosterFile.ReadAsync(path, RosterFormat.Csv, users.SkipBlankRow, cancellationToken).ConfigureAwait(false))
        {
            if (row.Error is { IsFatal: true } fatal)
            {
                throw new ConnectOperationException(ErrorIds.InvalidStackFile, $"{row.Source}: {fatal.Message}", fatal.Remedy);
            }

            users.Add(() => Read(row, options, users));
        }

        return users.ToDefinition(path);
    }

    private static StackUser Read(RosterRow row, StackReadOptions options, StackUsers users)
    {
        if (row.Error is { } error)
        {
            throw new ConnectOperationException(ErrorIds.InvalidRosterRow, $"{row.Source}: {error.Message}", error.Remedy);
        }

        var isProtected = false;
        var cells = new List<KeyValuePair<string, object?>>(row.Cells.Count);
        foreach (var cell in row.Cells)
        {
            if (ColumnName.AreEqual(cell.Key, ProtectedColumn))
            {
                isProtected = IsTrue(row.Source, cell.Value as string);
            }
            else if (!options.IgnorePlainTextPassword || !PlainTextPasswords.IsIn(cell))
            {
                cells.Add(cell);
            }
        }

        try
        {
            var user = UserRowReader.Read(cells, options.AllowPlainTextPassword, row.Source);
            users.AddUnknown(user.UnknownColumns);
            return new StackUser(user, ResourceName: null, isProtected);
        }
        catch (UserValueException e) when (PlainTextPasswords.ColumnOf(e) is { } column)
        {
            // The other rows of the file have the column too.
            throw PlainTextPasswords.Refused(row.Source, column, "Remove the column; or add -AllowPlainTextPassword, or have Publish-ConnectUserStack make others with -GeneratePassword.", endsCommand: true);
        }
        catch (UserValueException e)
        {
            users.AddUnknown(e.UnknownColumns);
            throw UserProblems.ToException(row.Source, e.Problems, e);
        }
    }

    private static bool IsTrue(string source, string? cell) => cell?.Trim().ToUpperInvariant() switch
    {
        null or "" or "FALSE" or "NO" or "0" => false,
        "TRUE" or "YES" or "1" => true,
        _ => throw new ConnectOperationException(
            ErrorIds.InvalidValue, $"{source}: The column {ProtectedColumn} cannot be '{StackErrors.Shorten(cell)}'.", "Use true for a user that the stack never removes, else false or an empty cell."),
    };
}
