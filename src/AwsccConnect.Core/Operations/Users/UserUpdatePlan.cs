using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>
/// What an update would send. The patch is the smallest from the live state to the desired one; empty where there is nothing to do.
/// </summary>
internal sealed record UserUpdatePlan(string UserArn, JsonObject Live, JsonObject Desired, PatchDocument Patch)
{
    /// <summary>The user's name, or the ARN where it has none.</summary>
    public string Label => Live["Username"]?.ToString() ?? UserArn;
}
