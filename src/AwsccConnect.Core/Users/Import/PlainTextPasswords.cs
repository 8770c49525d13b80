using System.Security;

namespace AwsccConnect.Core.Users.Import;

/// <summary>Passwords in plain text, as the template of the Connect console has them in every row: one error is enough for a file.</summary>
internal static class PlainTextPasswords
{
    /// <summary>Whether a cell is one; the name of the type, which exports write for a SecureString, is none.</summary>
    public static bool IsIn(KeyValuePair<string, object?> cell) =>
        cell.Value is string text && !string.IsNullOrWhiteSpace(text) && text != typeof(SecureString).FullName && UserSchema.TryFind(cell.Key, out var property) && property.IsWriteOnly;

    /// <summary>The column for which a row was refused, or null where it was not for a password.</summary>
    public static string? ColumnOf(UserValueException exception) =>
        exception.Problems.FirstOrDefault(problem => problem.ErrorId == ErrorIds.PlainTextPassword)?.PropertyName;

    /// <summary>The failure of a file with passwords, of which the first row that has one may be named.</summary>
    public static ConnectOperationException Refused(string? where, string column, string remedy, bool endsCommand) => new(
        ErrorIds.PlainTextPassword,
        $"{(where is null ? "" : where + ": ")}The column '{column}' holds passwords in plain text. Nothing was done.",
        remedy) { EndsCommand = endsCommand };
}
