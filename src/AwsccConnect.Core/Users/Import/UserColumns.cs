namespace AwsccConnect.Core.Users.Import;

/// <summary>The columns of rows that are no properties of a user: those that are ignored, and those that are not known.</summary>
internal static class UserColumns
{
    /// <summary>Columns that say nothing about the desired state: AWS sets them, or the module, PowerShell or .NET adds them.</summary>
    private static readonly HashSet<string> Ignored = new(StringComparer.OrdinalIgnoreCase)
    {
        // Connect's and Terraform's read-only members.
        "LastModifiedTime", "LastModifiedRegion", "TagsAll",

        // Of this module: rows, users, requests, results of stacks and comparisons.
        UserChecksum.Name, "Source", "Line", "Protected", "InitialCredential",
        "RequestToken", "Operation", "OperationStatus", "TypeName", "User", "ErrorCode", "StatusMessage", "EventTime", "RetryAfter",
        "Stack", "Status", "Outcome", "Differences", "Message", "ErrorId", "IsEqual", "PatchDocument", "NotUpdatable",

        // Of providers, jobs and remote sessions, and of System.Data.DataRow.
        "PSPath", "PSParentPath", "PSChildName", "PSDrive", "PSProvider", "PSIsContainer",
        "PSComputerName", "RunspaceId", "PSShowComputerName", "PSSourceJobInstanceId",
        "RowError", "RowState", "Table", "ItemArray", "HasErrors",
    };

    private const string TagPrefix = "tag";
    private const string ProficiencyPrefix = "proficiency";

    /// <summary>What names of columns with passwords have in them.</summary>
    private static readonly string[] SecretWords = ["pass", "pwd", "secret", "kennwort"];

    private static readonly char[] Delimiters = [';', '\t', ','];

    private static readonly string[] KnownNames =
        [.. UserSchema.Properties.SelectMany(property => property.Aliases.Prepend(property.Name)).Where(name => !name.Contains('(', StringComparison.Ordinal)), "Region", "Protected"];

    /// <summary>The element that a column <c>tag:NAME</c> or <c>proficiency:ATTRIBUTE/VALUE</c> means, with the name as it was typed; else null.</summary>
    public static (UserProperty Set, string Key)? ElementOf(string column)
    {
        var colon = column.IndexOf(':', StringComparison.Ordinal);
        var set = colon < 0 ? null
            : ColumnName.AreEqual(column[..colon], TagPrefix) ? UserSchema.Get("Tags")
            : ColumnName.AreEqual(column[..colon], ProficiencyPrefix) ? UserSchema.Get("UserProficiencies")
            : null;
        return set is null ? null : (set, column[(colon + 1)..].Trim());
    }

    public static bool IsRegion(string column) => ColumnName.AreEqual(column, "Region");

    public static bool IsChecksum(string column) => ColumnName.AreEqual(column, UserChecksum.Name);

    /// <summary>Whether a column is known and has no meaning in a row.</summary>
    public static bool IsIgnored(string column) => Ignored.Contains(ColumnName.Compact(column));

    /// <summary>Whether a column, by its name, has passwords: the known one, and those that are meant as it in whatever spelling.</summary>
    public static bool HasPassword(string column) => UserSchema.TryFind(column, out var property)
        ? property.IsWriteOnly
        : ElementOf(column) is null
            && (Nearest(column) == "Password" || SecretWords.Any(word => ColumnName.Compact(column).Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The delimiter of a file that was read with another one: the name of a column that is not known splits into known names. Null for none.</summary>
    public static char? DelimiterIn(IEnumerable<string> unknown) => unknown
        .SelectMany(column => Delimiters.Where(delimiter => column.Split(delimiter).Count(name => IsRegion(name) || ElementOf(name) is not null || UserSchema.TryFind(name, out _)) > 1))
        .Select(delimiter => (char?)delimiter)
        .FirstOrDefault();

    /// <summary>The failure of the rows of such a file.</summary>
    public static ConnectOperationException Delimited(char delimiter, bool endsCommand) => new(
        ErrorIds.UnknownColumn,
        $"The row has the names of several columns in one: its file is delimited by {(delimiter == '\t' ? "tabs" : $"'{delimiter}'")} and was read with another delimiter. Nothing was done{(endsCommand ? "" : " for the row")}.",
        $"Read the file with Import-ConnectUser, which finds the delimiter, or with Import-Csv -Delimiter {(delimiter == '\t' ? "\"`t\"" : $"'{delimiter}'")}.") { EndsCommand = endsCommand };

    /// <summary>The known name nearest to a column, or null where none is near.</summary>
    public static string? Nearest(string column) => column.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        ? ClosestMatch.Match(ColumnName.Compact(column[..colon]), [TagPrefix, ProficiencyPrefix]) is { } prefix ? prefix + column[colon..] : null
        : ClosestMatch.Match(ColumnName.Compact(column), KnownNames);

    /// <summary>Unknown columns with the nearest known names, for a message.</summary>
    public static string Describe(IEnumerable<string> columns) =>
        string.Join(", ", columns.Select(column => Nearest(column) is { } nearest ? $"'{column}' (did you mean '{nearest}'?)" : $"'{column}'"));

    /// <summary>The failure because of columns that are not known; it ends the command, before its first write, or leaves the row out.</summary>
    public static ConnectOperationException Unknown(string? where, IReadOnlyCollection<string> columns, bool endsCommand) => new(
        ErrorIds.UnknownColumn,
        $"{(where is null ? "" : where + ": ")}{(columns.Count == 1 ? "A column is" : $"{columns.Count} columns are")} not known: {Describe(columns)}. "
        + $"{(endsCommand ? "Nothing was done" : "Nothing was done for the row")}; -IgnoreUnknownColumn continues without {(columns.Count == 1 ? "it" : "them")}.") { EndsCommand = endsCommand };
}
