using AwsccConnect.Simulator.Api;
using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Connect;

/// <summary>
/// SearchUsers: what the search index has of the users, which may be older than what reads and lists have
/// (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_SearchUsers.html"/>).
/// </summary>
internal sealed class UserSearch(SimulatorWorld world)
{
    public const string Operation = "SearchUsers";

    private const int LargestPage = 500;
    private const int StandardPage = 100;

    private static readonly string[] Copied =
    [
        "DirectoryUserId", "Username", "PhoneConfig", "AutoAcceptConfigs", "AfterContactWorkConfigs", "PhoneNumberConfigs", "PersistentConnectionConfigs",
        "VoiceEnhancementConfigs",
    ];

    public ApiResponse Run(ConnectCall call, string instanceArn)
    {
        var pageSize = call.Input.Integer("MaxResults", 1, LargestPage, StandardPage);
        (var users, var groups) = world.Read(now =>
            (world.Store.Index.Users(world.Store.Page(ResourceTypes.User, instanceArn, 0, int.MaxValue), instanceArn, now),
            new HierarchyPaths(world.Store.Page(ResourceTypes.UserHierarchyGroup, instanceArn, 0, int.MaxValue), world.Seeded)));

        var criteria = call.Input.Object("SearchCriteria");
        var filter = call.Input.Object("SearchFilter");
        var tokenScope = $"{Operation} {instanceArn} {criteria} {filter}";
        var after = PageToken.Decode(
            world.Parameters.Seed, tokenScope, call.Input.Text("NextToken"), static () => ConnectErrors.InvalidRequest("NextToken is not one that this search gave."));
        var matches = SearchCriteria.Compile(criteria, groups);
        var passes = SearchFilter.Compile(filter, groups);
        List<(IndexedUser User, JsonObject Properties)> found =
        [
            .. users.Select(user => (User: user, Properties: user.Read(world.Seeded))).Where(user => matches(user.Properties) && passes(user.Properties)),
        ];
        List<(IndexedUser User, JsonObject Properties)> rest = [.. found.Where(user => user.User.Sequence > after)];
        return new ApiResponse(ResponseWriter.Object(writer =>
        {
            writer.WritePropertyName("Users");
            new JsonArray([.. rest.Take(pageSize).Select(user => Summary(user.Properties))]).WriteTo(writer);
            writer.WriteNumber("ApproximateTotalCount", found.Count);
            if (rest.Count > pageSize)
            {
                writer.WriteString("NextToken", PageToken.Encode(world.Parameters.Seed, tokenScope, rest[pageSize - 1].User.Sequence));
            }
        }));
    }

    private static JsonObject Summary(JsonObject user)
    {
        var arn = ResourceStore.Text(user, "UserArn")!;
        JsonObject summary = new() { ["Arn"] = arn, ["Id"] = ConnectApi.IdOf(arn) };
        foreach (var name in Copied.Where(user.ContainsKey))
        {
            summary[name] = user[name]?.DeepClone();
        }

        if (user["IdentityInfo"] is JsonObject identity)
        {
            summary["IdentityInfo"] = new JsonObject { ["FirstName"] = ResourceStore.Text(identity, "FirstName"), ["LastName"] = ResourceStore.Text(identity, "LastName") };
        }

        foreach (var kind in new[] { "RoutingProfile", "HierarchyGroup" })
        {
            if (ConnectApi.IdIn(user, $"{kind}Arn") is { } id)
            {
                summary[$"{kind}Id"] = id;
            }
        }

        if (user["SecurityProfileArns"] is JsonArray profiles)
        {
            summary["SecurityProfileIds"] = new JsonArray([.. profiles.Select(arn => (JsonNode)ConnectApi.IdOf((string)arn!))]);
        }

        summary["Tags"] = new JsonObject(SearchFilter.Tags(user).Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));
        return summary;
    }
}
