using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>What an update would send.</summary>
/// <param name="UserArn">ARN of the user.</param>
/// <param name="Live">The state it was computed from.</param>
/// <param name="Desired">The state it leads to.</param>
/// <param name="Patch">The smallest patch between them; empty when there is nothing to do.</param>
internal sealed record UserUpdatePlan(string UserArn, JsonObject Live, JsonObject Desired, PatchDocument Patch)
{
    /// <summary>The user's name, or the ARN where it has none.</summary>
    public string Label => Live["Username"]?.ToString() ?? UserArn;
}
