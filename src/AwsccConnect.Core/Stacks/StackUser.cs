using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Core.Stacks;

/// <summary>A desired user of a stack.</summary>
/// <param name="Row">The identity and the desired values. What the file does not mention is not changed.</param>
/// <param name="ResourceName">Name of the resource in a manifest, or its logical id in a CloudFormation template; null in rosters.</param>
/// <param name="IsProtected">Whether the user is never removed by this stack.</param>
public sealed record StackUser(UserRow Row, string? ResourceName = null, bool IsProtected = false)
{
    /// <summary>Where it is from, such as <c>agents.csv:12</c> or <c>stack.yml:14:5</c>.</summary>
    public string Source => Row.Source ?? ResourceName ?? Row.ToString();

    /// <summary>The user with its ARN, where it was identified by its id.</summary>
    /// <param name="instanceArn">ARN of the instance.</param>
    /// <returns>The user.</returns>
    public StackUser InInstance(string instanceArn) => Row.UserId is null ? this : this with { Row = Row.WithIdentifier(instanceArn) };
}
