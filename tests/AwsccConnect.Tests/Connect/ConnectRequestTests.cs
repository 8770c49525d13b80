using Amazon.Connect;
using Amazon.Connect.Model;
using AwsccConnect.Tests.CloudControl;

namespace AwsccConnect.Tests.Connect;

/// <summary>What each operation sends (AWS REST JSON 1).</summary>
public sealed class ConnectRequestTests
{
    [Theory]
    [InlineData("ListInstances", "GET", "/instance")]
    [InlineData("ListRoutingProfiles", "GET", "/routing-profiles-summary/" + TestClient.Instance)]
    [InlineData("ListSecurityProfiles", "GET", "/security-profiles-summary/" + TestClient.Instance)]
    [InlineData("ListUserHierarchyGroups", "GET", "/user-hierarchy-groups-summary/" + TestClient.Instance)]
    [InlineData("ListUsers", "GET", "/users-summary/" + TestClient.Instance)]
    [InlineData("SearchUsers", "POST", "/search-users")]
    public async Task Each_operation_has_its_method_and_path_and_is_signed(string operation, string method, string path)
    {
        var request = await RecordAsync(client => TestClient.CallAsync(client, operation));

        request.Method.ShouldBe(method);
        request.Path.ShouldBe(path);
        request.Header("X-Amz-Target").ShouldBeNull();
        request.Header("Authorization")!.ShouldStartWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/");
        request.Header("Authorization")!.ShouldContain("/eu-west-2/connect/aws4_request");
        request.Header("User-Agent")!.ShouldContain("api/Connect#");
        (request.Text.Length > 0).ShouldBe(method == "POST");
    }

    [Fact]
    public async Task Page_and_size_are_in_the_query_and_escaped()
    {
        (await RecordAsync(client => client.ListUsersAsync(new ListUsersRequest
        {
            InstanceId = "a/b c",
            MaxResults = 1000,
            NextToken = "x+y=/&z",
        }))).Path.ShouldBe("/users-summary/a%2Fb%20c?maxResults=1000&nextToken=x%2By%3D%2F%26z");
        (await RecordAsync(client => client.ListInstancesAsync(new ListInstancesRequest { MaxResults = 10 })))
            .Path.ShouldBe("/instance?maxResults=10");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_missing_instance_fails_before_anything_is_sent(string? instance)
    {
        await using StubServer server = new();
        using var client = TestClient.ForConnect(server);

        (await Should.ThrowAsync<AmazonConnectException>(() => client.ListUsersAsync(new ListUsersRequest { InstanceId = instance! })))
            .Message.ShouldBe("Request object does not have required field InstanceId set");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_search_has_all_conditions_in_its_body()
    {
        HierarchyGroupCondition group = new() { Value = "g-1", HierarchyGroupMatchType = HierarchyGroupMatchType.WITH_CHILD_GROUPS };
        TagCondition tag = new() { TagKey = "Team", TagValue = "Zoë" };
        var request = await RecordAsync(client => client.SearchUsersAsync(new SearchUsersRequest
        {
            InstanceId = "i-1",
            MaxResults = 500,
            NextToken = "page-2",
            SearchFilter = new UserSearchFilter
            {
                TagFilter = new ControlPlaneTagFilter { OrConditions = [[tag, tag], [tag]], AndConditions = [tag], TagCondition = tag },
                UserAttributeFilter = new ControlPlaneUserAttributeFilter
                {
                    AndCondition = new AttributeAndCondition { TagConditions = [tag], HierarchyGroupCondition = group },
                    OrConditions = [new AttributeAndCondition { HierarchyGroupCondition = group }],
                },
            },
            SearchCriteria = new UserSearchCriteria
            {
                AndConditions =
                [
                    new() { StringCondition = new() { FieldName = "Username", Value = "jane", ComparisonType = StringComparisonType.STARTS_WITH } },
                    new() { OrConditions = [new() { HierarchyGroupCondition = group }] },
                ],
                ListCondition = new ListCondition
                {
                    TargetListType = TargetListType.PROFICIENCIES,
                    Conditions =
                    [
                        new() { NumberCondition = new() { FieldName = "level", MinValue = 2, MaxValue = 4, ComparisonType = NumberComparisonType.RANGE } },
                    ],
                },
            },
        }));

        request.Header("Content-Type").ShouldBe("application/json");
        const string Group = """{"Value":"g-1","HierarchyGroupMatchType":"WITH_CHILD_GROUPS"}""";
        const string Tag = """{"TagKey":"Team","TagValue":"Zoë"}""";
        JsonNode.DeepEquals(request.Json, JsonNode.Parse($$$"""
            {
              "InstanceId":"i-1", "MaxResults":500, "NextToken":"page-2",
              "SearchFilter":{
                "TagFilter":{"OrConditions":[[{{{Tag}}},{{{Tag}}}],[{{{Tag}}}]],"AndConditions":[{{{Tag}}}],"TagCondition":{{{Tag}}}},
                "UserAttributeFilter":{
                  "AndCondition":{"TagConditions":[{{{Tag}}}],"HierarchyGroupCondition":{{{Group}}}},
                  "OrConditions":[{"HierarchyGroupCondition":{{{Group}}}}]}},
              "SearchCriteria":{
                "AndConditions":[
                  {"StringCondition":{"FieldName":"Username","Value":"jane","ComparisonType":"STARTS_WITH"}},
                  {"OrConditions":[{"HierarchyGroupCondition":{{{Group}}}}]}],
                "ListCondition":{"TargetListType":"PROFICIENCIES","Conditions":[
                  {"NumberCondition":{"FieldName":"level","MinValue":2,"MaxValue":4,"ComparisonType":"RANGE"}}]}}
            }
            """)).ShouldBeTrue(request.Text);
    }

    private static async Task<HttpMessage> RecordAsync(Func<IAmazonConnect, Task> call)
    {
        await using StubServer server = new();
        using var client = TestClient.ForConnect(server);
        await call(client);
        return server.Only;
    }
}
