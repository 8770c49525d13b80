namespace AwsccConnect.Chaos;

/// <summary>How a phase went.</summary>
/// <param name="Operation">The Cloud Control operation.</param>
/// <param name="Processes">Processes that were started.</param>
/// <param name="Kills">Processes that were killed.</param>
/// <param name="Requests">Requests that the service accepted.</param>
/// <param name="Calls">Calls of the operation.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record PhaseResult(string Operation, int Processes, int Kills, int Requests, int Calls, double Seconds);
