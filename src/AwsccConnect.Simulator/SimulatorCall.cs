namespace AwsccConnect;

/// <summary>One call that the simulator handled: who, what, when and the outcome; never a body or a secret.</summary>
public sealed record SimulatorCall
{
    /// <summary>Number of the call in order of arrival, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>When the call arrived.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Operation of Cloud Control or Amazon Connect, e.g. CreateResource or ListUsers; the HTTP method where there was none.</summary>
    public required string Operation { get; init; }

    /// <summary>CloudFormation type name, where the operation has one.</summary>
    public string? TypeName { get; init; }

    /// <summary>Identifier of the resource, where known.</summary>
    public string? Identifier { get; init; }

    /// <summary>Username of the user that the call was about, where known.</summary>
    public string? Username { get; init; }

    /// <summary>Request token given or returned.</summary>
    public string? RequestToken { get; init; }

    /// <summary>Client token of a write.</summary>
    public string? ClientToken { get; init; }

    /// <summary>"Success", the error code, or the kind of the fault that changed the response.</summary>
    public required string Outcome { get; init; }

    /// <summary>HTTP status of the response; 0 when the connection was cut.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The x-amzn-RequestId of the response.</summary>
    public required string RequestId { get; init; }

    /// <summary>Milliseconds from arrival to response.</summary>
    public required double Milliseconds { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Sequence} {Operation} {Username ?? Identifier ?? RequestToken} {Outcome} {StatusCode}";
}
