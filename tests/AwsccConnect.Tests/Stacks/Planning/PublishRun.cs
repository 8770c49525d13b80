using AwsccConnect.Core.Stacks.Planning;

namespace AwsccConnect.Tests.Stacks.Planning;

/// <summary>The results of a publish.</summary>
internal sealed record PublishRun(IReadOnlyList<ConnectUserStackResult> Results, IReadOnlyList<StackStep> Steps, IReadOnlyList<Exception> Refusals)
{
    public ConnectUserStackResult Of(string username) => Results.Single(result => username.Equals(result.Username, StringComparison.OrdinalIgnoreCase));
}
