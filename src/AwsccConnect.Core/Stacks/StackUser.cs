using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Core.Stacks;

/// <summary>
/// A desired user of a stack: what the row does not mention is not changed. The resource name is that of a manifest or the logical id of a
/// CloudFormation template, null in rosters; a protected user is never removed by the stack.
/// </summary>
internal sealed record StackUser(UserRow Row, string? ResourceName = null, bool IsProtected = false)
{
    /// <summary>Where it is from, such as <c>agents.csv:12</c> or <c>stack.yml:14:5</c>.</summary>
    public string Source => Row.Source ?? ResourceName ?? Row.ToString();

    /// <summary>The user with its ARN, where it was identified by its id.</summary>
    public StackUser InInstance(string instanceArn) => Row.UserId is null ? this : this with { Row = Row.WithIdentifier(instanceArn) };
}
