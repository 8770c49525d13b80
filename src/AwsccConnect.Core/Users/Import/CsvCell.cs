using System.Text.RegularExpressions;

namespace AwsccConnect.Core.Users.Import;

/// <summary>
/// Keeps spreadsheets from taking a cell for a formula. A cell that starts with <c>= + - @</c>, one of their full-width forms, a tab or a
/// line break - or with apostrophes and then one of those - is written with one more apostrophe in front, which reading takes off
/// again: every text comes back as it was. Phone numbers in E.164 form are harmless and stay as they are
/// (<see href="https://owasp.org/www-community/attacks/CSV_Injection"/>).
/// </summary>
internal static partial class CsvCell
{
    public static string Protect(string text) => Formula().IsMatch(text) && !PhoneNumber().IsMatch(text) ? "'" + text : text;

    /// <summary>Undoes <see cref="Protect"/>.</summary>
    public static string Unprotect(string text) => text is ['\'', ..] && Formula().IsMatch(text) ? text[1..] : text;

    [GeneratedRegex(@"^'*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();

    [GeneratedRegex(@"^\+[1-9][0-9]{1,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();
}
