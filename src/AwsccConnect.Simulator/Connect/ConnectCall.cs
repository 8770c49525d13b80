using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Connect;

/// <summary>
/// A call of Amazon Connect's own API. The operation is also the name of its quota and, after <c>connect:</c>, of its IAM action; the type is
/// what it lists; the instance is given by id or ARN, null where the operation has none.
/// </summary>
internal sealed record ConnectCall(string Operation, ResourceType Type, string? InstanceId, ConnectInput Input);
