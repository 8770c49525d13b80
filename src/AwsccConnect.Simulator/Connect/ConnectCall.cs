using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Connect;

/// <summary>A call of Amazon Connect's own API.</summary>
/// <param name="Operation">Name of the operation, which is also that of its quota and, after <c>connect:</c>, of its IAM action.</param>
/// <param name="Type">What it lists.</param>
/// <param name="InstanceId">Id or ARN of the instance; null where the operation has none.</param>
/// <param name="Input">Members of the query or of the body.</param>
internal sealed record ConnectCall(string Operation, ResourceType Type, string? InstanceId, ConnectInput Input);
