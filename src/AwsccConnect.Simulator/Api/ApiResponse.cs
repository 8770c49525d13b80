namespace AwsccConnect.Simulator.Api;

/// <summary>A successful answer: its JSON, and what the call log wants to know.</summary>
internal sealed record ApiResponse(ReadOnlyMemory<byte> Body)
{
    public string? Identifier { get; init; }

    public string? Username { get; init; }

    public string? RequestToken { get; init; }
}
