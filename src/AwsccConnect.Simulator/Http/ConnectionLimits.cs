namespace AwsccConnect.Simulator.Http;

/// <summary>How long a connection may take for what, and how many there may be: one slow client must not keep the others out.</summary>
internal sealed record ConnectionLimits
{
    /// <summary>From the first byte of a request to its last.</summary>
    public TimeSpan Request { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Between a response and the next request; longer than clients keep an idle connection.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Until the client has read a response.</summary>
    public TimeSpan Response { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Connections open at a time; further ones wait to be accepted.</summary>
    public int Connections { get; init; } = 1024;
}
