using System.Collections.Frozen;

namespace AwsccConnect.Simulator.Faults;

/// <summary>Ranges and names of a fault rule.</summary>
internal static class FaultChecks
{
    /// <summary>HandlerErrorCode of the service model.</summary>
    public static readonly FrozenSet<string> HandlerErrorCodes = new[]
    {
        "NotUpdatable", "InvalidRequest", "AccessDenied", "UnauthorizedTaggingOperation", "InvalidCredentials", "AlreadyExists", "NotFound",
        "ResourceConflict", "Throttling", "ServiceLimitExceeded", "NotStabilized", "GeneralServiceException", "ServiceInternalError",
        "ServiceTimeout", "NetworkFailure", "InternalFailure",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static void Check(SimulatorFault fault)
    {
        Require(fault.Probability is >= 0 and <= 1, "Probability has to be between 0 and 1.");
        Require(fault.Skip >= 0, "Skip has to be 0 or more.");
        Require(fault.Count is null or >= 0, "Count has to be 0 or more.");
        Require(fault.StatusCode is >= 500 and <= 599, "StatusCode has to be between 500 and 599.");
        Require(fault.Milliseconds is >= 0 and <= 3_600_000, "Milliseconds has to be between 0 and 3600000.");
        Require(!string.IsNullOrEmpty(fault.Operation) && !string.IsNullOrEmpty(fault.User) && !string.IsNullOrEmpty(fault.TypeName), "Patterns must not be empty; use *.");
        Require(HandlerErrorCodes.Contains(fault.ErrorCode), $"ErrorCode has to be one of {string.Join(", ", HandlerErrorCodes.Order(StringComparer.Ordinal))}.");
        Require(fault.ExceptionName is { Length: > 0 and < 100 } && fault.ExceptionName.All(char.IsAsciiLetterOrDigit), "ExceptionName has to be the name of an exception.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException($"Fault rule: {message}", nameof(condition));
        }
    }
}
