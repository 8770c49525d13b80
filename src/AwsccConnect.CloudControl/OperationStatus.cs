using Amazon.Runtime;

namespace Amazon.CloudControlApi;

/// <summary>How far a resource request is.</summary>
/// <remarks>
/// Values that AWS adds later are kept as they come: compare with these fields, or with strings.
/// </remarks>
public class OperationStatus : ConstantClass
{
    /// <summary>The request was cancelled. Final.</summary>
    public static readonly OperationStatus CANCEL_COMPLETE = new("CANCEL_COMPLETE");

    /// <summary>The request is being cancelled.</summary>
    public static readonly OperationStatus CANCEL_IN_PROGRESS = new("CANCEL_IN_PROGRESS");

    /// <summary>The request failed; see the event's error code and message. Final.</summary>
    public static readonly OperationStatus FAILED = new("FAILED");

    /// <summary>The handler is at work.</summary>
    public static readonly OperationStatus IN_PROGRESS = new("IN_PROGRESS");

    /// <summary>The request waits for its start.</summary>
    public static readonly OperationStatus PENDING = new("PENDING");

    /// <summary>The handler reported success. Final.</summary>
    public static readonly OperationStatus SUCCESS = new("SUCCESS");

    /// <summary>Makes a constant of any value, also one that is not listed here.</summary>
    public OperationStatus(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant of a value, or makes one.</summary>
    public static OperationStatus FindValue(string value) => FindValue<OperationStatus>(value);

    /// <summary>Finds the constant of a value, or makes one.</summary>
    public static implicit operator OperationStatus(string value) => FindValue(value);
}
