namespace AwsccConnect.Simulator.Api;

/// <summary>A successful response: its JSON, and the fields of the call log.</summary>
internal sealed record ApiResponse(ReadOnlyMemory<byte> Body)
{
    public string? Identifier { get; init; }

    public string? Username { get; init; }

    public string? RequestToken { get; init; }
}
