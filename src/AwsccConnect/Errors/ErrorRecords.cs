using AwsccConnect.Core;
using AwsccConnect.Session;

namespace AwsccConnect.Errors;

/// <summary>The only code that creates error records: id, category, target and recommended action.</summary>
internal static class ErrorRecords
{
    /// <summary>Characters of a message; AWS's own have some hundreds.</summary>
    private const int LongestMessage = 4000;

    /// <summary>Makes the record for a failure of one item.</summary>
    public static ErrorRecord From(Exception exception, object? target)
    {
        var (id, remedy) = exception is ConnectOperationException known
            ? (known.ErrorId, known.Remedy)
            : (ErrorIds.UnexpectedError, ErrorCatalogue.Find(ErrorIds.UnexpectedError).Remedy);
        id = TerminalText.CleanLine(id);
        var shown = Printable(exception, id, remedy);
        var record = new ErrorRecord(shown, id, CategoryOf(id), target)
        {
            ErrorDetails = new ErrorDetails(shown.Message) { RecommendedAction = TerminalText.Clean(remedy) },
        };

        // The target itself stays as it is; its name is printed with the category.
        if (target?.ToString() is { } name && !TerminalText.IsClean(name))
        {
            record.CategoryInfo.TargetName = TerminalText.CleanLine(name);
        }

        return record;
    }

    private static string Shorten(string message) => message.Length <= LongestMessage ? message : string.Concat(message.AsSpan(0, LongestMessage), "...");

    /// <summary>
    /// The exception, or a replacement where it or a cause has terminal control sequences or is very long: Get-Error and ConciseView print the
    /// messages of the whole chain, and those of the SDK repeat the response of the service or of a proxy.
    /// </summary>
    private static Exception Printable(Exception exception, string id, string remedy)
    {
        if (FailureReason.Chain(exception).All(link => TerminalText.IsClean(link.Message) && link.Message.Length <= LongestMessage))
        {
            return exception;
        }

        var known = exception as ConnectOperationException;
        return new ConnectOperationException(id, Shorten(TerminalText.Clean(exception.Message)), TerminalText.Clean(remedy))
        {
            EndsCommand = known?.EndsCommand == true,
            RequestToken = known?.RequestToken,
        };
    }

    private static ErrorCategory CategoryOf(string errorId) => Enum.Parse<ErrorCategory>(ErrorCatalogue.Find(errorId).Category);
}
