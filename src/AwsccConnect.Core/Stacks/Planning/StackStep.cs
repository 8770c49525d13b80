using System.Text.Json.Nodes;

namespace AwsccConnect.Core.Stacks.Planning;

/// <summary>A write that publishing is about to make.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Item">The user.</param>
internal sealed record StackStep(StackStepKind Kind, StackPlanItem Item)
{
    /// <summary>The new user's resource model, without the password.</summary>
    public JsonObject? Model { get; init; }

    /// <summary>Whether the new user gets a password.</summary>
    public bool HasPassword { get; init; }

    /// <summary>The operations of the update, one line each.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];
}
