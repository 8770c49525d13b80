using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>Creates the errors of stack files; every message starts with the location.</summary>
internal static class StackErrors
{
    internal static ConnectOperationException At(FileLocation location, string message, string remedy, string errorId = ErrorIds.InvalidStackFile, Exception? cause = null, bool endsCommand = false) =>
        new(errorId, $"{location}: {message}", remedy, cause) { EndsCommand = endsCommand };

    internal static void CheckTwice(Dictionary<string, FileLocation> seen, string what, string name, FileLocation location, string remedy = "Remove one of them.")
    {
        if (!seen.TryAdd(name, location))
        {
            throw At(location, $"{what} '{Shorten(name)}' is there twice; the first is at {seen[name]}.", remedy);
        }
    }

    internal static ConnectOperationException Unknown(FileLocation location, string what, string name, IReadOnlyCollection<string> known) =>
        At(location, $"{what} '{Shorten(name)}' is not known.", SuggestionFor(name, known) ?? $"Known are {string.Join(", ", known)}.");

    /// <summary>A suggestion with the closest known name; null where none is close.</summary>
    internal static string? SuggestionFor(string name, IEnumerable<string> known) =>
        ClosestMatch.Match(name, known) is { } near ? $"Did you mean '{near}'?" : null;

    /// <summary>A text short enough for a message, without control characters.</summary>
    internal static string Shorten(string text)
    {
        var end = text.Length <= 80 ? text.Length : char.IsHighSurrogate(text[79]) ? 79 : 80;
        var shown = end == text.Length ? text : text[..end] + "...";
        return Clean(shown);
    }

    /// <summary>A text without control characters.</summary>
    internal static string Clean(string text) => new([.. text.Select(c => char.IsControl(c) ? '\uFFFD' : c)]);
}
