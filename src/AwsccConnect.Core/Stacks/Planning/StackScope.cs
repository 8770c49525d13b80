using AwsccConnect.Core.Operations;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>An instance that a stack has users in.</summary>
internal sealed record StackScope(ConnectOperations Operations, string InstanceArn)
{
    /// <summary>The name that the session knows for a resource, by ARN; null for none.</summary>
    public string? NameOf(string arn) => Operations.Connection.Names.ShownNameOf(arn);
}
