using System.Management.Automation;
using AwsccConnect.Core;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Stacks.Planning;
using AwsccConnect.Core.Users;

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
            : ("UnexpectedError", "Run the command again with -Verbose and report what it prints.");
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
        for (var link = exception; link is not null; link = link.InnerException)
        {
            if (!TerminalText.IsClean(link.Message) || link.Message.Length > LongestMessage)
            {
                var known = exception as ConnectOperationException;
                return new ConnectOperationException(id, Shorten(TerminalText.Clean(exception.Message)), TerminalText.Clean(remedy))
                {
                    EndsCommand = known?.EndsCommand == true,
                    RequestToken = known?.RequestToken,
                };
            }
        }

        return exception;
    }

    /// <summary>Makes the record for a failure of the module's own making.</summary>
    public static ErrorRecord Create(string errorId, string message, string remedy, object? target) =>
        From(new ConnectOperationException(errorId, message, remedy), target);

    /// <summary>The category of an error id.</summary>
    public static ErrorCategory CategoryOf(string errorId) => errorId switch
    {
        ErrorIds.NotFound or ErrorIds.RequestTokenNotFound => ErrorCategory.ObjectNotFound,
        ErrorIds.AlreadyExists or StackErrorIds.FileExists => ErrorCategory.ResourceExists,
        StackErrorIds.FileNotWritable => ErrorCategory.WriteError,
        ErrorIds.InvalidRequest or ErrorIds.MissingIdentity or ErrorIds.AmbiguousName or ErrorIds.InvalidEndpoint or ErrorIds.MissingRegion
            or ErrorIds.NothingToChange => ErrorCategory.InvalidArgument,
        UserErrorIds.UnknownColumn or UserErrorIds.InvalidValue or UserErrorIds.MissingProperty or UserErrorIds.ConflictingProperties
            or UserErrorIds.ConflictingColumns or UserErrorIds.RegionMismatch or UserErrorIds.InstanceMismatch or UserErrorIds.UsernameMismatch
            or UserErrorIds.InvalidArn or UserErrorIds.WeakPassword or UserErrorIds.InvalidPatchDocument => ErrorCategory.InvalidArgument,
        ErrorIds.FileNotReadable or ErrorIds.SimulatorNotStarted => ErrorCategory.OpenError,
        UserErrorIds.InvalidRosterRow or ErrorIds.IncompleteExport => ErrorCategory.InvalidData,
        StackPlanErrorIds.EmptyStack or StackPlanErrorIds.IncompleteStack or StackPlanErrorIds.DuplicateUser => ErrorCategory.InvalidData,
        StackPlanErrorIds.TooManyRemovals => ErrorCategory.LimitsExceeded,
        StackPlanErrorIds.OwnedByOtherStack => ErrorCategory.InvalidOperation,
        ErrorIds.AccessDenied or "UnauthorizedTaggingOperation" => ErrorCategory.PermissionDenied,
        UserErrorIds.PlainTextPassword => ErrorCategory.SecurityError,
        ErrorIds.InvalidCredentials or ErrorIds.LoginRequired => ErrorCategory.AuthenticationError,
        ErrorIds.Throttling or ErrorIds.ServiceLimitExceeded => ErrorCategory.LimitsExceeded,
        ErrorIds.ConcurrentOperation or ErrorIds.ResourceConflict or "ConcurrentModification" => ErrorCategory.ResourceBusy,
        ErrorIds.NotUpdatable or ErrorIds.PromptNotAvailable or UserErrorIds.PropertyNotUpdatable
            or ErrorIds.ConcurrentChange or ErrorIds.RequestHasEnded => ErrorCategory.InvalidOperation,
        ErrorIds.UpdateNotApplied or ErrorIds.UpdateHalfApplied or ErrorIds.CreateHalfApplied => ErrorCategory.InvalidResult,
        ErrorIds.RequestTimeout or "ServiceTimeout" => ErrorCategory.OperationTimeout,
        ErrorIds.RequestCancelled => ErrorCategory.OperationStopped,
        ErrorIds.NetworkFailure => ErrorCategory.ConnectionError,
        ErrorIds.InvalidResponse => ErrorCategory.ProtocolError,
        ErrorIds.ServiceInternalError or ErrorIds.NotStabilized or "InternalFailure" => ErrorCategory.ResourceUnavailable,
        ErrorIds.ClientTokenConflict => ErrorCategory.InvalidOperation,
        "TypeNotFound" or "UnsupportedAction" or "PrivateType" => ErrorCategory.NotImplemented,
        _ => ErrorCategory.NotSpecified,
    };
}
