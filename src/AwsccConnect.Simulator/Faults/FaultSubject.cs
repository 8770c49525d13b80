namespace AwsccConnect.Simulator.Faults;

/// <summary>What a fault rule can match a call by.</summary>
internal sealed record FaultSubject(string Operation, string? TypeName, string? Identifier, string? Username);
