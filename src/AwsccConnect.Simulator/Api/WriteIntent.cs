using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Api;

/// <summary>A write as the client means it.</summary>
internal sealed record WriteIntent(string Operation, string ApiName, ResourceType Type, string? ClientToken, bool HasRole, string Fingerprint);
