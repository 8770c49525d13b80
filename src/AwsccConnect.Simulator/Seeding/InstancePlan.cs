namespace AwsccConnect.Simulator.Seeding;

/// <summary>The ARNs of one seeded instance that its users refer to.</summary>
internal sealed record InstancePlan(
    string Arn,
    string Alias,
    IReadOnlyList<string> RoutingProfileArns,
    IReadOnlyList<string> SecurityProfileArns,
    IReadOnlyList<HierarchyTeam> Teams);
