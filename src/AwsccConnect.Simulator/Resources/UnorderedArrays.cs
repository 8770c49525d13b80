using AwsccConnect.Simulator.Seeding;

namespace AwsccConnect.Simulator.Resources;

/// <summary>
/// Arrays of the user schema are unordered (insertionOrder false), and the service does not give them back as written. They are stored in an
/// order of their own, so that clients which compare in order are caught.
/// </summary>
internal static class UnorderedArrays
{
    /// <summary>A copy in an order that depends on the elements alone, unless that is the order given.</summary>
    public static JsonArray Reordered(JsonArray written)
    {
        List<JsonNode?> items = [.. written.Select(item => item?.DeepClone())];
        List<JsonNode?> sorted = [.. items.OrderBy(item => StableHash.Text(item?.ToJsonString(JsonTexts.Compact) ?? "null"))];
        var same = items.Zip(sorted).All(pair => JsonTexts.AreEqual(pair.First, pair.Second));
        if (same)
        {
            sorted.Reverse();
        }

        return new JsonArray([.. sorted]);
    }
}
