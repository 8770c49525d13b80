using Microsoft.Extensions.Time.Testing;

namespace AwsccConnect.Tests.Simulator;

/// <summary>SearchUsers of Amazon Connect's own API: criteria, filters, pages, and an index that follows behind.</summary>
public class SearchUsersTests
{
    /// <summary>Input of the search, and which user it is to find.</summary>
    public static TheoryData<string, Func<JsonObject, bool>> Searches => new()
    {
        { "{}", _ => true },
        { Text("Username", "SARA.", "STARTS_WITH"), user => Is(user, "Username", name => name.StartsWith("sara.", StringComparison.Ordinal)) },
        { Text("Username", "ar", "CONTAINS"), user => Is(user, "Username", name => name.Contains("ar", StringComparison.Ordinal)) },
        { Text("username", "sara.smith", "EXACT"), user => Is(user, "Username", name => name == "sara.smith") },
        { Text("FirstName", "maria", "EXACT"), user => (string)user["IdentityInfo"]!["FirstName"]! == "Maria" },
        { Text("LastName", "S", "STARTS_WITH"), user => ((string)user["IdentityInfo"]!["LastName"]!).StartsWith('S') },
        { Text("Email", "smith@", "CONTAINS"), user => ((string)user["IdentityInfo"]!["Email"]!).Contains("smith@", StringComparison.Ordinal) },
        { Text("RoutingProfileId", "RoutingProfileArn", "EXACT"), _ => true },
        {
            """{"SearchCriteria":{"AndConditions":[{"StringCondition":{"FieldName":"Username","Value":"s","ComparisonType":"STARTS_WITH"}},{"StringCondition":{"FieldName":"LastName","Value":"Smith","ComparisonType":"EXACT"}}]}}""",
            user => Is(user, "Username", name => name.StartsWith('s')) && (string)user["IdentityInfo"]!["LastName"]! == "Smith"
        },
        {
            """{"SearchCriteria":{"OrConditions":[{"StringCondition":{"FieldName":"Username","Value":"sara.smith","ComparisonType":"EXACT"}},{"AndConditions":[{"StringCondition":{"FieldName":"FirstName","Value":"Jana","ComparisonType":"EXACT"}}]}]}}""",
            user => Is(user, "Username", name => name == "sara.smith") || (string)user["IdentityInfo"]!["FirstName"]! == "Jana"
        },
        { """{"SearchFilter":{"TagFilter":{"TagCondition":{"TagKey":"Team","TagValue":"Sales"}}}}""", user => Tag(user, "Team") == "Sales" },
        { """{"SearchFilter":{"TagFilter":{"TagCondition":{"TagKey":"Team","TagValue":"sales"}}}}""", _ => false },
        {
            """{"SearchFilter":{"TagFilter":{"AndConditions":[{"TagKey":"Team","TagValue":"Sales"},{"TagKey":"Site","TagValue":"Leeds"}]}}}""",
            user => Tag(user, "Team") == "Sales" && Tag(user, "Site") == "Leeds"
        },
        {
            """{"SearchFilter":{"TagFilter":{"OrConditions":[[{"TagKey":"Team","TagValue":"Sales"},{"TagKey":"Site","TagValue":"Leeds"}],[{"TagKey":"Team","TagValue":"Billing"}]]}}}""",
            user => (Tag(user, "Team") == "Sales" && Tag(user, "Site") == "Leeds") || Tag(user, "Team") == "Billing"
        },
        {
            """{"SearchCriteria":{"StringCondition":{"FieldName":"Username","Value":"a","ComparisonType":"CONTAINS"}},"SearchFilter":{"UserAttributeFilter":{"AndCondition":{"TagConditions":[{"TagKey":"Site","TagValue":"Leeds"}]}}}}""",
            user => Is(user, "Username", name => name.Contains('a', StringComparison.Ordinal)) && Tag(user, "Site") == "Leeds"
        },
    };

    [Theory]
    [MemberData(nameof(Searches), DisableDiscoveryEnumeration = true)]
    public async Task Finds_the_users_that_the_conditions_describe(string input, Func<JsonObject, bool> expected)
    {
        await using var client = await RawClient.StartAsync(options => options.UserCount = 60);
        List<JsonObject> users = [.. client.Users().Select(client.Properties)];
        var routing = (string)users[0]["RoutingProfileArn"]!;
        var byRouting = input.Contains("RoutingProfileArn", StringComparison.Ordinal);
        var body = JsonNode.Parse(input.Replace("RoutingProfileArn", routing.Split('/')[^1], StringComparison.Ordinal))!.AsObject();
        body["MaxResults"] = 500;
        var found = (await client.SearchAsync(body)).Json;
        string[] names = [.. users.Where(user => byRouting ? (string)user["RoutingProfileArn"]! == routing : expected(user)).Select(user => (string)user["Username"]!)];
        found["Users"]!.AsArray().Select(user => (string)user!["Username"]!).ShouldBe(names);
        ((int)found["ApproximateTotalCount"]!).ShouldBe(names.Length);
    }

    [Theory]
    [InlineData("EXACT", false)]
    [InlineData("WITH_CHILD_GROUPS", true)]
    public async Task Finds_the_users_of_a_hierarchy_group_with_or_without_those_below(string matchType, bool isFound)
    {
        await using var client = await RawClient.StartAsync(options => options.UserCount = 30);
        var first = client.Properties(client.FirstUser());
        var team = (string)first["HierarchyGroupArn"]!;
        var site = ((string)client.Properties(team)["ParentGroupArn"]!).Split('/')[^1];
        JsonObject condition = new() { ["HierarchyGroupCondition"] = new JsonObject { ["Value"] = site, ["HierarchyGroupMatchType"] = matchType } };
        foreach (var body in new[]
        {
            new JsonObject { ["SearchCriteria"] = condition.DeepClone() },
            new JsonObject { ["SearchFilter"] = new JsonObject { ["UserAttributeFilter"] = condition.DeepClone() } },
        })
        {
            var users = (await client.SearchAsync(body)).Json["Users"]!.AsArray();
            users.Any(user => (string)user!["Username"]! == (string)first["Username"]!).ShouldBe(isFound);
            (users.Count > 0).ShouldBe(isFound, "no user is in a site itself");
        }
    }

    [Fact]
    public async Task Writes_what_the_service_model_has_of_a_user()
    {
        await using var client = await RawClient.StartAsync();
        var user = (await client.SearchAsync()).Json["Users"]![0]!.AsObject();
        var properties = client.Properties((string)user["Arn"]!);
        ((string)user["Id"]!).ShouldBe(((string)properties["UserArn"]!).Split('/')[^1]);
        ((string)user["RoutingProfileId"]!).ShouldBe(((string)properties["RoutingProfileArn"]!).Split('/')[^1]);
        ((string)user["HierarchyGroupId"]!).ShouldBe(((string)properties["HierarchyGroupArn"]!).Split('/')[^1]);
        user["SecurityProfileIds"]!.AsArray().Count.ShouldBe(properties["SecurityProfileArns"]!.AsArray().Count);
        user["IdentityInfo"]!.AsObject().Select(member => member.Key).ShouldBe(["FirstName", "LastName"]);
        user["Tags"]!.AsObject().Select(tag => tag.Key).ShouldBe(["Team", "Site", "CostCentre"]);
        JsonNode.DeepEquals(user["PhoneConfig"], properties["PhoneConfig"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Pages_are_of_the_size_that_is_given_and_belong_to_one_search()
    {
        await using var client = await RawClient.StartAsync(options => options.UserCount = 7);
        List<string> ids = [];
        string? token = null;
        do
        {
            JsonObject body = new() { ["MaxResults"] = 3 };
            if (token is not null)
            {
                body["NextToken"] = token;
            }

            var page = (await client.SearchAsync(body)).Json;
            ids.AddRange(page["Users"]!.AsArray().Select(user => (string)user!["Arn"]!));
            if (token is null)
            {
                var other = JsonNode.Parse(Text("Username", "a", "CONTAINS"))!.AsObject();
                other["NextToken"] = (string)page["NextToken"]!;
                (await client.SearchAsync(other)).ShouldFailOfConnect("InvalidRequestException", 400);
            }

            token = (string?)page["NextToken"];
        }
        while (token is not null);

        ids.ShouldBe(client.Users());
    }

    [Theory]
    [InlineData("""{"MaxResults":501}""", "InvalidParameterException")]
    [InlineData("""{"SearchCriteria":{"StringCondition":{"FieldName":"Shoe","Value":"9","ComparisonType":"EXACT"}}}""", "InvalidParameterException")]
    [InlineData("""{"SearchCriteria":{"StringCondition":{"FieldName":"Username","Value":"9","ComparisonType":"LIKE"}}}""", "InvalidParameterException")]
    [InlineData("""{"SearchCriteria":{"HierarchyGroupCondition":{"Value":"9","HierarchyGroupMatchType":"ABOVE"}}}""", "InvalidParameterException")]
    [InlineData("""{"SearchCriteria":{"ListCondition":{"TargetListType":"PROFICIENCIES"}}}""", "InvalidParameterException")]
    [InlineData("""{"SearchCriteria":[]}""", "InvalidRequestException")]
    [InlineData("""{"SearchFilter":{"TagFilter":{"OrConditions":[{}]}}}""", "InvalidRequestException")]
    public async Task What_is_wrong_with_a_search_is_said(string input, string code)
    {
        await using var client = await RawClient.StartAsync();
        (await client.SearchAsync(JsonNode.Parse(input)!.AsObject())).ShouldFailOfConnect(code, 400);
    }

    [Fact]
    public async Task The_index_follows_behind_by_the_delay_that_is_set()
    {
        FakeTimeProvider time = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
        await using var client = await RawClient.StartAsync(options => (options.TimeProvider, options.SearchDelaySeconds) = (time, 10));
        var changed = client.Users()[0];
        var removed = client.Users()[1];
        var before = await FoundAsync(client);
        await client.SuccessAsync(client.UpdateAsync(changed, """[{"op":"add","path":"/IdentityInfo/FirstName","value":"Once"}]"""));
        await client.SuccessAsync(client.CreateAsync(client.NewUser("new.user")));
        await client.SuccessAsync(client.DeleteAsync(removed));
        (await FoundAsync(client)).ShouldBe(before);

        time.Advance(TimeSpan.FromSeconds(6));
        await client.SuccessAsync(client.UpdateAsync(changed, """[{"op":"add","path":"/IdentityInfo/FirstName","value":"Twice"}]"""));
        (await FoundAsync(client)).ShouldBe(before);

        time.Advance(TimeSpan.FromSeconds(5));
        var after = await FoundAsync(client);
        after.Length.ShouldBe(5);
        after[0].ShouldEndWith(" Once");
        after.ShouldContain("new.user New");
        time.Advance(TimeSpan.FromSeconds(5));
        (await FoundAsync(client))[0].ShouldEndWith(" Twice");
    }

    private static async Task<string[]> FoundAsync(RawClient client) =>
        [.. (await client.SearchAsync()).Json["Users"]!.AsArray().Select(user => $"{user!["Username"]} {user["IdentityInfo"]!["FirstName"]}")];

    private static string Text(string field, string value, string comparison) => new JsonObject
    {
        ["SearchCriteria"] = new JsonObject { ["StringCondition"] = new JsonObject { ["FieldName"] = field, ["Value"] = value, ["ComparisonType"] = comparison } },
    }.ToJsonString();

    private static bool Is(JsonObject user, string name, Func<string, bool> test) => test((string)user[name]!);

    private static string? Tag(JsonObject user, string key) => (string?)user["Tags"]!.AsArray().FirstOrDefault(tag => (string)tag!["Key"]! == key)?["Value"];
}
