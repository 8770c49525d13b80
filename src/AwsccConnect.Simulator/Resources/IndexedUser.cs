using AwsccConnect.Simulator.Seeding;

namespace AwsccConnect.Simulator.Resources;

/// <summary>
/// A user as the search index has it. The sequence is its position in list order; the number of a seeded user is -1 for others, the properties are
/// null for an unchanged seeded user.
/// </summary>
internal sealed record IndexedUser(string? InstanceArn, long Sequence, int SeedIndex, string? Json)
{
    public static IndexedUser Of(StoredResource user) => new(user.InstanceArn, user.Sequence, user.SeedIndex, user.Json);

    public JsonObject Read(SeededUsers seeded) => Json is null ? seeded.Properties(SeedIndex) : JsonTexts.ParseObject(Json);
}
