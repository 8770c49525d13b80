namespace AwsccConnect;

/// <summary>One call that the simulator handled: who, what, when and the outcome; never a body or a secret.</summary>
public sealed class SimulatorCall
{
    /// <summary>Number of the call in order of arrival, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>When the call arrived.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Operation of Cloud Control or Amazon Connect, e.g. CreateResource or ListUsers; the HTTP method where there was none.</summary>
    public string Operation { get; internal set; } = string.Empty;

    /// <summary>CloudFormation type name, where the operation has one.</summary>
    public string? TypeName { get; internal set; }

    /// <summary>Identifier of the resource, where known.</summary>
    public string? Identifier { get; internal set; }

    /// <summary>Username of the user that the call was about, where known.</summary>
    public string? Username { get; internal set; }

    /// <summary>Request token given or returned.</summary>
    public string? RequestToken { get; internal set; }

    /// <summary>Client token of a write.</summary>
    public string? ClientToken { get; internal set; }

    /// <summary>"Success", the error code, or the kind of the fault that changed the response.</summary>
    public string Outcome { get; internal set; } = string.Empty;

    /// <summary>HTTP status of the response; 0 when the connection was cut.</summary>
    public int StatusCode { get; internal set; }

    /// <summary>The x-amzn-RequestId of the response.</summary>
    public required string RequestId { get; init; }

    /// <summary>Milliseconds from arrival to response.</summary>
    public double Milliseconds { get; internal set; }

    /// <inheritdoc />
    public override string ToString() => $"{Sequence} {Operation} {Username ?? Identifier ?? RequestToken} {Outcome} {StatusCode}";
}
