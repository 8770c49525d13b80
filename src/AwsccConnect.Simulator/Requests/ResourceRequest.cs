namespace AwsccConnect.Simulator.Requests;

/// <summary>A write request and its life: PENDING, IN_PROGRESS, then SUCCESS, FAILED or, by way of CANCEL_IN_PROGRESS, CANCEL_COMPLETE.</summary>
internal sealed class ResourceRequest
{
    public required long Sequence { get; init; }

    public required string RequestToken { get; init; }

    public string? ClientToken { get; init; }

    /// <summary>Keyed digest of operation and input, to distinguish a repeated request from another with the same client token.</summary>
    public required string Fingerprint { get; init; }

    public required string TypeName { get; init; }

    public required string Operation { get; init; }

    public required DateTimeOffset Accepted { get; init; }

    public required DateTimeOffset Starts { get; init; }

    public required DateTimeOffset Ends { get; init; }

    /// <summary>Username of the user, for the log and the fault rules.</summary>
    public string? Username { get; init; }

    public string? Identifier { get; set; }

    /// <summary>The model in events; never with a password.</summary>
    public string? Model { get; set; }

    /// <summary>Null once done.</summary>
    public HandlerWork? Work { get; set; }

    public DateTimeOffset? CancelEnds { get; set; }

    public DateTimeOffset? CancelAsked { get; set; }

    /// <summary>SUCCESS, FAILED or CANCEL_COMPLETE once reached.</summary>
    public string? FinalStatus { get; set; }

    public DateTimeOffset? Finished { get; set; }

    public HandlerFailure? Failure { get; set; }

    public string StatusAt(DateTimeOffset now) =>
        FinalStatus ?? (CancelEnds is not null ? RequestStatus.CancelInProgress : now >= Starts ? RequestStatus.InProgress : RequestStatus.Pending);

    public DateTimeOffset EventTimeAt(DateTimeOffset now) => Finished ?? CancelAsked ?? (now >= Starts ? Starts : Accepted);
}
