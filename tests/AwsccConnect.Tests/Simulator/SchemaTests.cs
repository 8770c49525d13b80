namespace AwsccConnect.Tests.Simulator;

public class SchemaTests
{
    public static TheoryData<string, string> Breaches => new()
    {
        { """{"PhoneConfig":{"PhoneType":"FAX"}}""", "#/PhoneConfig/PhoneType: FAX is not a valid enum value" },
        { """{"PhoneConfig":{"Colour":"red"}}""", "#/PhoneConfig: extraneous key [Colour] is not permitted" },
        { """{"Colour":"red"}""", "#: extraneous key [Colour] is not permitted" },
        { """{"Username":7}""", "#/Username: expected type: String, found: Integer" },
        { """{"Username":""}""", "#/Username: expected minLength: 1, actual: 0" },
        { """{"PhoneConfig":{"AutoAccept":"yes"}}""", "#/PhoneConfig/AutoAccept: expected type: Boolean, found: String" },
        { """{"PhoneConfig":{"AfterContactWorkTimeLimit":-1}}""", "#/PhoneConfig/AfterContactWorkTimeLimit: -1 is not greater or equal to 0" },
        { """{"IdentityInfo":{"Mobile":"07700"}}""", "#/IdentityInfo/Mobile: failed validation constraint for keyword [pattern]" },
        { """{"InstanceArn":"x"}""", "#/InstanceArn: failed validation constraint for keyword [pattern]" },
        { """{"SecurityProfileArns":[]}""", "#/SecurityProfileArns: expected minimum item count: 1, found: 0" },
        { """{"Tags":[{"Key":"a","Value":"b"},{"Key":"a","Value":"b"}]}""", "#/Tags: array items are not unique" },
        { """{"Tags":[{"Key":"a"}]}""", "#/Tags/0: required key [Value] not found" },
        { """{"UserProficiencies":[{"AttributeName":"a","AttributeValue":"b","Level":10.5}]}""", "#/UserProficiencies/0/Level: 10.5 is not less or equal to 10" },
        { """{"AutoAcceptConfigs":[{"Channel":"FAX","AutoAccept":true}]}""", "#/AutoAcceptConfigs/0/Channel: FAX is not a valid enum value" },
    };

    [Theory]
    [MemberData(nameof(Breaches))]
    public async Task Desired_states_are_held_against_the_schema(string overrides, string message)
    {
        await using var client = await RawClient.StartAsync();
        var desired = client.NewUser("valid");
        foreach (var pair in JsonNode.Parse(overrides)!.AsObject())
        {
            desired[pair.Key] = pair.Value?.DeepClone();
        }

        (await client.CreateAsync(desired)).ShouldFail("ValidationException").Message.ShouldContain(message);
        client.Simulator.UserCount.ShouldBe(5);
    }

    [Fact]
    public async Task Patched_states_are_held_against_the_schema()
    {
        await using var client = await RawClient.StartAsync();
        var arn = client.FirstUser();
        var before = client.Simulator.GetProperties(arn);
        (await client.UpdateAsync(arn, RawClient.Patch("remove", "/RoutingProfileArn"))).ShouldFail("ValidationException")
            .Message.ShouldBe("Model validation failed (#: required key [RoutingProfileArn] not found)");
        client.Simulator.GetProperties(arn).ShouldBe(before);
    }

    [Fact]
    public async Task The_seed_profile_needs_PhoneConfig_and_levels_one_to_five()
    {
        await using var current = await RawClient.StartAsync();
        await using var seed = await RawClient.StartAsync(options => options.SchemaProfile = SimulatorSchemaProfile.Seed);
        JsonObject Bare(RawClient client) => client.NewUser("bare", user => user.Remove("PhoneConfig"));
        JsonObject Skilled(RawClient client) => client.NewUser("skilled", user => user["UserProficiencies"] = JsonNode.Parse(
            """[{"AttributeName":"a","AttributeValue":"b","Level":7}]"""));
        await current.SuccessAsync(current.CreateAsync(Bare(current)));
        await current.SuccessAsync(current.CreateAsync(Skilled(current)));
        (await seed.CreateAsync(Bare(seed))).ShouldFail("ValidationException").Message.ShouldContain("required key [PhoneConfig] not found");
        (await seed.CreateAsync(Skilled(seed))).ShouldFail("ValidationException").Message.ShouldContain("7 is not less or equal to 5");
    }

    [Fact]
    public async Task Read_only_properties_cannot_be_given_to_create()
    {
        await using var client = await RawClient.StartAsync();
        var desired = client.NewUser("x", user => user["UserArn"] = client.Simulator.InstanceArn + "/agent/mine");
        (await client.CreateAsync(desired)).ShouldFail("ValidationException").Message.ShouldContain("/properties/UserArn");
    }
}
