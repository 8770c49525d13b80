namespace AwsccConnect.Simulator.Seeding;

/// <summary>What decides the seeded state; kept in the state file, so that unchanged seeded users need no space there.</summary>
internal sealed record SeedParameters(
    int Seed,
    int UserCount,
    int InstanceCount,
    string Region,
    string AccountId,
    SimulatorIdentityManagement IdentityManagement,
    SimulatorSchemaProfile SchemaProfile)
{
    public static SeedParameters From(SimulatorOptions options) => new(
        options.Seed, options.UserCount, options.InstanceCount, options.Region, options.AccountId, options.IdentityManagement, options.SchemaProfile);

    public static string Partition(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : "aws";
}
