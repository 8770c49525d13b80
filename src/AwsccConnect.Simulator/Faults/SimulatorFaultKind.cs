namespace AwsccConnect;

/// <summary>What a fault rule does to the calls that it hits.</summary>
public enum SimulatorFaultKind
{
    /// <summary>ThrottlingException "Rate exceeded"; the call does nothing.</summary>
    Throttle,

    /// <summary>An HTTP error with <see cref="SimulatorFault.StatusCode"/> (500-599); the call does nothing.</summary>
    Http5xx,

    /// <summary>The connection is cut before the call is handled.</summary>
    Reset,

    /// <summary>The call is handled, then the connection is cut without a response.</summary>
    ResetAfter,

    /// <summary>The response comes <see cref="SimulatorFault.Milliseconds"/> later. Combines with one rule of another kind.</summary>
    Slow,

    /// <summary>The call is handled; half of the response's body arrives, then the connection is cut.</summary>
    Truncated,

    /// <summary>The call is handled; the response's body is no JSON.</summary>
    Garbage,

    /// <summary>The call is handled; the response is an HTML page with status 200.</summary>
    WrongContentType,

    /// <summary>The exception of the service model named by <see cref="SimulatorFault.ExceptionName"/>; the call does nothing.</summary>
    Exception,

    /// <summary>A write is accepted, changes nothing and ends FAILED with <see cref="SimulatorFault.ErrorCode"/>.</summary>
    HandlerError,

    /// <summary>
    /// A write is accepted, applied in part and ends FAILED with <see cref="SimulatorFault.ErrorCode"/>: of an update the first half of the patch
    /// (rounded up), of a create all but tags and proficiencies, of a delete everything.
    /// </summary>
    HalfApplied,

    /// <summary>A write is accepted, ends SUCCESS and echoes the desired model, but changes nothing.</summary>
    NotApplied,
}
