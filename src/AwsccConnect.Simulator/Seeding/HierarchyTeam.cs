namespace AwsccConnect.Simulator.Seeding;

/// <summary>A second-level hierarchy group of an instance.</summary>
internal sealed record HierarchyTeam(string Arn, string Site, string Team);
