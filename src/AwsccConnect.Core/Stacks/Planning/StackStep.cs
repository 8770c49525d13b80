using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>A write that publishing is about to make; the status of the user determines which.</summary>
internal sealed record StackStep(StackPlanItem Item)
{
    /// <summary>The new user's resource model, without the password.</summary>
    public JsonObject? Model { get; init; }

    public bool HasPassword { get; init; }

    /// <summary>The operations of the update, one line each.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];
}
