using System.Text.Json.Nodes;
using AwsccConnect.Simulator.Seeding;

namespace AwsccConnect.Simulator.Resources;

/// <summary>A user as the search index has it.</summary>
/// <param name="InstanceArn">The user's instance.</param>
/// <param name="Sequence">Place in list order.</param>
/// <param name="SeedIndex">Number of a seeded user; -1 for others.</param>
/// <param name="Json">The properties; null for an unchanged seeded user.</param>
internal sealed record IndexedUser(string? InstanceArn, long Sequence, int SeedIndex, string? Json)
{
    public static IndexedUser Of(StoredResource user) => new(user.InstanceArn, user.Sequence, user.SeedIndex, user.Json);

    public JsonObject Read(SeededUsers seeded) => Json is null ? seeded.Properties(SeedIndex) : JsonTexts.ParseObject(Json);
}
