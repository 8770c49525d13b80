using AwsccConnect.Core.Operations;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>An instance that a stack has users in.</summary>
/// <param name="Context">Client of its Region.</param>
/// <param name="InstanceArn">ARN of the instance.</param>
internal sealed record StackScope(OperationContext Context, string InstanceArn);
