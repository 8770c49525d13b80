using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Core.Stacks.Export;

/// <summary>
/// Writes a stack as a roster (RFC 4180, comma, LF): a column for each property that some user has, arrays in the roster syntax.
/// </summary>
internal static class CsvStackWriter
{
    /// <summary>Writes the roster.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<StackEntry> users)
    {
        var columns = Columns().Where(column => users.Any(user => Cell(user, column).Length > 0)).ToList();
        WriteLine(writer, columns.Select(column => column.Name));
        foreach (var user in users)
        {
            WriteLine(writer, columns.Select(column => CsvCell.Protect(Cell(user, column))));
        }
    }

    /// <summary>The leaves and arrays, who it is first.</summary>
    private static IEnumerable<UserProperty> Columns()
    {
        UserProperty[] identity = [UserSchema.Get("Username"), UserSchema.Get("InstanceArn")];
        return identity.Concat(UserSchema.Leaves.Except(identity));
    }

    private static string Cell(StackEntry user, UserProperty column) =>
        RosterSyntax.Format(column, JsonPointer.Get(user.Properties, column.Pointer));

    private static void WriteLine(TextWriter writer, IEnumerable<string> cells)
    {
        writer.Write(string.Join(',', cells.Select(Quote)));
        writer.Write('\n');
    }

    private static string Quote(string cell)
    {
        var isPlain = cell.Length == 0
            || (cell.IndexOfAny([',', ';', '"', '\r', '\n', '\t']) < 0 && !char.IsWhiteSpace(cell[0]) && !char.IsWhiteSpace(cell[^1]));
        return isPlain ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
