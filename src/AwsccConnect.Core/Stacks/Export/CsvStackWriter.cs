using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Export;

/// <summary>
/// Writes a stack as a roster (RFC 4180, comma, LF): a column for each property that some user has, arrays in the roster syntax.
/// </summary>
internal static class CsvStackWriter
{
    public static void Write(TextWriter writer, IReadOnlyList<StackEntry> users)
    {
        var columns = Columns().Where(column => users.Any(user => Cell(user, column).Length > 0)).ToList();
        CsvLine.Write(writer, columns.Select(column => column.Name), users.Select(user => columns.Select(column => Cell(user, column))));
    }

    /// <summary>The leaves and arrays, who it is first.</summary>
    private static IEnumerable<UserProperty> Columns()
    {
        UserProperty[] identity = [UserSchema.Get("Username"), UserSchema.Get("InstanceArn")];
        return identity.Concat(UserSchema.Leaves.Except(identity));
    }

    private static string Cell(StackEntry user, UserProperty column) =>
        RosterSyntax.Format(column, JsonPointer.Get(user.Properties, column.Pointer));
}
