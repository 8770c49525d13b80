using System.Text.Json.Nodes;

namespace AwsccConnect.Chaos;

/// <summary>The users of the service as they are.</summary>
internal static class UserStates
{
    /// <summary>Reads every user.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAllAsync(ConnectSimulator simulator)
    {
        Dictionary<string, string> states = new(StringComparer.Ordinal);
        foreach (string arn in await RawService.ListUsersAsync(simulator))
        {
            states[arn] = simulator.GetProperties(arn);
        }

        return states;
    }

    /// <summary>A text in which the order of members and elements makes no difference.</summary>
    public static string Canonical(JsonNode? node) => node switch
    {
        JsonObject members => $"{{{string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{Canonical(member.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Canonical).Order(StringComparer.Ordinal))}]",
        _ => node?.ToJsonString() ?? "null",
    };
}
