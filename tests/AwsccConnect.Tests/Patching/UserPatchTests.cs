using AwsccConnect.Core.Patching;

namespace AwsccConnect.Tests.Patching;

public class UserPatchTests
{
    [Theory]
    // A leaf of an object that is there.
    [InlineData("""{"PhoneConfig":{"AutoAccept":false,"PhoneType":"SOFT_PHONE"}}""", """{"PhoneConfig":{"AutoAccept":true,"PhoneType":"SOFT_PHONE"}}""", """[{"op":"replace","path":"/PhoneConfig/AutoAccept","value":true}]""")]
    [InlineData("""{"PhoneConfig":{"PhoneType":"SOFT_PHONE"}}""", """{"PhoneConfig":{"AutoAccept":true,"PhoneType":"SOFT_PHONE"}}""", """[{"op":"add","path":"/PhoneConfig/AutoAccept","value":true}]""")]
    // The parent is absent: it is added with the desired leaves only.
    [InlineData("""{}""", """{"PhoneConfig":{"AutoAccept":true,"PhoneType":null}}""", """[{"op":"add","path":"/PhoneConfig","value":{"AutoAccept":true}}]""")]
    // The last leaf goes: the leaf is removed, the parent stays.
    [InlineData("""{"IdentityInfo":{"Mobile":"+44"}}""", """{}""", """[{"op":"remove","path":"/IdentityInfo/Mobile"}]""")]
    [InlineData("""{"IdentityInfo":{}}""", """{}""", "[]")]
    [InlineData("""{"HierarchyGroupArn":"a"}""", """{"HierarchyGroupArn":null}""", """[{"op":"remove","path":"/HierarchyGroupArn"}]""")]
    // Arrays: as sets, whole, and empty is absent.
    [InlineData("""{"SecurityProfileArns":["a","b"]}""", """{"SecurityProfileArns":["b","a"]}""", "[]")]
    [InlineData("""{"Tags":[{"Key":"a","Value":"1"}]}""", """{"Tags":[{"Value":"1","Key":"a"}]}""", "[]")]
    [InlineData("""{}""", """{"Tags":[]}""", "[]")]
    [InlineData("""{"Tags":[{"Key":"a","Value":"1"}]}""", """{"Tags":[]}""", """[{"op":"remove","path":"/Tags"}]""")]
    [InlineData("""{"UserProficiencies":[{"AttributeName":"L","AttributeValue":"E","Level":5.0}]}""", """{"UserProficiencies":[{"AttributeName":"L","AttributeValue":"E","Level":5}]}""", "[]")]
    [InlineData("""{"SecurityProfileArns":["a"]}""", """{"SecurityProfileArns":["a","b"]}""", """[{"op":"replace","path":"/SecurityProfileArns","value":["a","b"]}]""")]
    // Read-only and write-only properties are not sent.
    [InlineData("""{"UserArn":"a"}""", """{"UserArn":"b","Password":"Secret123"}""", "[]")]
    // Unknown properties: whole at the top, a leaf in a known parent; their arrays have an order.
    [InlineData("""{"New":{"A":1}}""", """{"New":{"A":2}}""", """[{"op":"replace","path":"/New","value":{"A":2}}]""")]
    [InlineData("""{"New":[1,2]}""", """{"New":[2,1]}""", """[{"op":"replace","path":"/New","value":[2,1]}]""")]
    [InlineData("""{"PhoneConfig":{"New/1":1}}""", """{"PhoneConfig":{"New/1":2}}""", """[{"op":"replace","path":"/PhoneConfig/New~11","value":2}]""")]
    public void The_patch_is(string live, string desired, string expected) =>
        UserPatch.Create(Parse(live), Parse(desired)).ToJson().ShouldBe(expected);

    [Fact]
    public void Tests_name_the_exact_live_array_and_only_what_is_there()
    {
        var live = Parse("""{"Tags":[{"Key":"b","Value":"2"},{"Key":"a","Value":"1"}],"PhoneConfig":{"PhoneType":"SOFT_PHONE"}}""");
        var desired = Parse("""{"Tags":[{"Key":"a","Value":"1"}],"PhoneConfig":{"PhoneType":"SOFT_PHONE","AutoAccept":true}}""");

        UserPatch.WithTests(UserPatch.Create(live, desired), live).Select(operation => $"{operation} {operation.Value?.ToJsonString()}").ShouldBe(
        [
            """test /Tags [{"Key":"b","Value":"2"},{"Key":"a","Value":"1"}]""",
            """replace /Tags [{"Key":"a","Value":"1"}]""",
            "add /PhoneConfig/AutoAccept true",
        ]);
    }

    [Fact]
    public void Each_operation_is_described_in_one_line_without_the_password()
    {
        var live = Parse("""{"Tags":[{"Key":"a","Value":"1"}],"PhoneConfig":{"AutoAccept":false},"IdentityInfo":{"Mobile":"+44"}}""");
        var patch = PatchDocument.Parse(
            """
            [{"op":"replace","path":"/Tags","value":[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]},
             {"op":"replace","path":"/PhoneConfig/AutoAccept","value":true},
             {"op":"remove","path":"/IdentityInfo/Mobile"},
             {"op":"add","path":"/IdentityInfo/FirstName","value":"Zoë"},
             {"op":"add","path":"/Password","value":"Secret123"},
             {"op":"replace","path":"","value":{"Password":"Secret123"}},
             {"op":"move","from":"/A","path":"/B"}]
            """);

        var lines = UserPatch.Describe(patch, live);

        lines.Take(5).ShouldBe(
        [
            "replace /Tags: + b=2",
            "replace /PhoneConfig/AutoAccept: false -> true",
            "remove /IdentityInfo/Mobile: '+44'",
            "add /IdentityInfo/FirstName: 'Zoë'",
            "add /Password: ***",
        ]);
        lines[6].ShouldBe("move /A to /B");
        string.Concat(lines).ShouldNotContain("Secret123");
    }

    [Fact]
    public void The_description_has_names_instead_of_the_ARNs_of_profiles_and_groups_and_ids_where_they_are_not_known()
    {
        const string Instance = "arn:aws:connect:eu-west-2:111122223333:instance/i";
        string Profiles(params string[] ids) => string.Join(',', ids.Select(id => $"\"{Instance}/security-profile/{id}\""));
        var live = Parse($$"""{"RoutingProfileArn":"{{Instance}}/routing-profile/r1","SecurityProfileArns":[{{Profiles("a", "b")}}]}""");
        var desired = Parse(
            $$"""{"RoutingProfileArn":"{{Instance}}/routing-profile/r2","SecurityProfileArns":[{{Profiles("b", "c")}}],"HierarchyGroupArn":"{{Instance}}/agent-group/g","Tags":[{"Key":"k","Value":"{{Instance}}/routing-profile/r2"}]}""");
        var names = new Dictionary<string, string> { [$"{Instance}/routing-profile/r2"] = "Sales; York", [$"{Instance}/security-profile/c"] = "Agent", [$"{Instance}/agent-group/g"] = "Leeds/Sales" };

        UserPatch.Describe(UserPatch.Create(live, desired), live, names.GetValueOrDefault).ShouldBe(
            [
                "replace /RoutingProfileArn: 'r1' -> 'Sales; York'",
                "replace /SecurityProfileArns: - a, + Agent",
                "add /HierarchyGroupArn: 'Leeds/Sales'",
                $"add /Tags: 'k={Instance}/routing-profile/r2'",
            ],
            ignoreOrder: true);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
