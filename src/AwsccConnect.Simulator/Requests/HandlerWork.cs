using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Requests;

/// <summary>
/// What a handler is going to do when its time is over; plain data, so that requests in progress survive in the state file.
/// A failure with changes is a half-applied write.
/// </summary>
internal sealed class HandlerWork
{
    /// <summary>Desired state of a create, without the password.</summary>
    public JsonObject? Desired { get; init; }

    public PasswordHash? Password { get; init; }

    /// <summary>Top-level properties that an update sets; null values remove.</summary>
    public JsonObject? Changes { get; init; }

    /// <summary>Whether a delete really deletes.</summary>
    public bool Deletes { get; init; }

    public HandlerFailure? Failure { get; init; }

    /// <summary>Whether the write reports success without having done anything.</summary>
    public bool IsNotApplied { get; init; }
}
