namespace AwsccConnect.Simulator.Http;

/// <summary>A response before it is sent.</summary>
internal sealed record HttpResponse(int Status, ReadOnlyMemory<byte> Body, string ContentType, string Outcome)
{
    public string? ErrorType { get; init; }

    public string RequestId { get; init; } = string.Empty;

    public DateTimeOffset Date { get; init; }

    /// <summary>Cut the connection after half of the body.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>Cut the connection instead of responding.</summary>
    public bool IsReset { get; init; }
}
