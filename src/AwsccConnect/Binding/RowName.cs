using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Binding;

/// <summary>Finds the name by which a message says which user a row is about.</summary>
internal static class RowName
{
    /// <summary>The username, else the end of the ARN; null where there is neither.</summary>
    public static string? Of(string? username, string? userArn) =>
        !string.IsNullOrWhiteSpace(username) ? username : string.IsNullOrWhiteSpace(userArn) ? null : ServiceText.Shorten(userArn);

    /// <summary>The name in a row that could not be understood; null where it has none.</summary>
    public static string? In(object? row)
    {
        if (row is not PSObject { BaseObject: not string } value)
        {
            return null;
        }

        IReadOnlyList<KeyValuePair<string, object?>> cells;
        try
        {
            cells = PSValue.Cells(value);
        }
        catch (Exception exception) when (exception is GetValueException or UserValueException)
        {
            return null;
        }

        return Of(Text("Username"), Text("UserArn"));

        string? Text(string property) =>
            cells.FirstOrDefault(cell => UserSchema.TryFind(cell.Key, out var known) && known.Name == property && cell.Value is string { Length: > 0 }).Value as string;
    }
}
