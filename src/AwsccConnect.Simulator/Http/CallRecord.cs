namespace AwsccConnect.Simulator.Http;

/// <summary>What is learnt about a call on its way, for the log.</summary>
internal sealed class CallRecord
{
    public required string Operation { get; set; }

    public string? TypeName { get; set; }

    public string? Identifier { get; set; }

    public string? Username { get; set; }

    public string? RequestToken { get; set; }

    public string? ClientToken { get; set; }
}
