using AwsccConnect.Core.Users;

namespace AwsccConnect.Tests.Users;

public class UserValidatorTests
{
    private const string Instance = UserGenerators.Instance;

    [Fact]
    public void A_complete_user_has_no_problem() => UserValidator.ValidateCreate(Model(), hasPassword: true).ShouldBeEmpty();

    [Fact]
    public void Required_properties_are_named() =>
        UserValidator.ValidateCreate([], hasPassword: false).Select(problem => $"{problem.ErrorId} {problem.PropertyName}")
            .ShouldBe(["MissingProperty InstanceArn", "MissingProperty Username", "MissingProperty RoutingProfileArn", "MissingProperty SecurityProfileArns"]);

    [Theory]
    [InlineData("Username", "\"a b\"", "InvalidValue")]
    [InlineData("Username", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "InvalidValue")]
    [InlineData("Mobile", "\"07700900123\"", "InvalidValue")]
    [InlineData("Mobile", "\"+447700900123\\n\"", "InvalidValue")]
    [InlineData("AfterContactWorkTimeLimit", "-1", "InvalidValue")]
    [InlineData("AfterContactWorkTimeLimit", "1.5", "InvalidValue")]
    [InlineData("AfterContactWorkTimeLimit", "2000001", "InvalidValue")]
    [InlineData("PhoneType", "\"SOFT\"", "InvalidValue")]
    [InlineData("AutoAccept", "\"true\"", "InvalidValue")]
    [InlineData("RoutingProfileArn", "\"Basic Routing Profile\"", "InvalidArn")]
    [InlineData("RoutingProfileArn", "\"arn:aws:connect:eu-west-2:111122223333:instance/11111111-2222-3333-4444-555555555555/security-profile/p\"", "InvalidArn")]
    [InlineData("RoutingProfileArn", "\"arn:aws:connect:eu-west-2:111122223333:instance/other/routing-profile/p\"", "InstanceMismatch")]
    [InlineData("RoutingProfileArn", "\"arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-3333-4444-555555555555/routing-profile/p\"", "RegionMismatch")]
    [InlineData("SecurityProfileArns", "[\"x\"]", "InvalidArn")]
    [InlineData("SecurityProfileArns", "\"x\"", "InvalidValue")]
    [InlineData("Tags", """[{"Key":"aws:x","Value":"1"}]""", "InvalidValue")]
    [InlineData("Tags", """[{"Key":"a","Value":"1"},{"Key":"a","Value":"2"}]""", "InvalidValue")]
    [InlineData("Tags", """[{"Key":"a"}]""", "InvalidValue")]
    [InlineData("UserProficiencies", """[{"AttributeName":"L","AttributeValue":"E","Level":10.5}]""", "InvalidValue")]
    [InlineData("UserProficiencies", """[{"AttributeName":"L","Level":1}]""", "MissingProperty")]
    [InlineData("AutoAcceptConfigs", """[{"Channel":"FAX","AutoAccept":true}]""", "InvalidValue")]
    [InlineData("AutoAcceptConfigs", """[{"Channel":"VOICE"}]""", "MissingProperty")]
    [InlineData("VoiceEnhancementConfigs", """[{"Channel":"VOICE","VoiceEnhancementMode":"LOUD"}]""", "InvalidValue")]
    [InlineData("AfterContactWorkConfigs", """[{"Channel":"VOICE","AfterContactWorkConfig":{"AfterContactWorkTimeLimit":-1}}]""", "InvalidValue")]
    [InlineData("UserArn", "\"x\"", "InvalidValue")]
    public void A_bad_value_is_one_problem_with_a_remedy(string property, string json, string errorId)
    {
        UserChanges changes = new();
        changes.Set(UserSchema.Get(property), JsonNode.Parse(json));

        var problem = UserValidator.ValidateCreate(changes.ApplyTo(Model()), hasPassword: false).ShouldHaveSingleItem();

        problem.ErrorId.ShouldBe(errorId);
        problem.Message.ShouldContain(property);
        problem.Remedy.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("Tags", """[{"Key":"a","Value":""}]""")]
    [InlineData("UserProficiencies", """[{"AttributeName":"L","AttributeValue":"E","Level":0}]""")]
    [InlineData("Username", "\"ana.li@example.com\"")]
    [InlineData("FirstName", "\"Zoë 𝒜\"")]
    public void The_wider_range_is_allowed(string property, string json)
    {
        UserChanges changes = new();
        changes.Set(UserSchema.Get(property), JsonNode.Parse(json));

        UserValidator.ValidateCreate(changes.ApplyTo(Model()), hasPassword: false).ShouldBeEmpty();
    }

    [Fact]
    public void Counts_are_limited()
    {
        JsonArray tags = new([.. Enumerable.Range(0, 51).Select(i => (JsonNode)new JsonObject { ["Key"] = $"k{i}", ["Value"] = "v" })]);
        JsonArray profiles = new([.. Enumerable.Range(0, 11).Select(i => (JsonNode)$"{Instance}/security-profile/{i}")]);
        var model = Model();
        model["Tags"] = tags;
        model["SecurityProfileArns"] = profiles;

        UserValidator.ValidateCreate(model, hasPassword: false).Select(problem => problem.PropertyName).ShouldBe(["SecurityProfileArns", "Tags"]);
    }

    [Theory]
    [InlineData("AutoAccept", "true", "AutoAcceptConfigs", """[{"Channel":"VOICE","AutoAccept":false}]""")]
    [InlineData("AfterContactWorkTimeLimit", "5", "AfterContactWorkConfigs", """[{"Channel":"VOICE","AfterContactWorkConfig":{"AfterContactWorkTimeLimit":6}}]""")]
    [InlineData("DeskPhoneNumber", "\"+15550100\"", "PhoneNumberConfigs", """[{"Channel":"VOICE","PhoneType":"DESK_PHONE","PhoneNumber":"+15550199"}]""")]
    [InlineData("PersistentConnection", "true", "PersistentConnectionConfigs", """[{"Channel":"VOICE","PersistentConnection":false}]""")]
    public void Flat_and_per_channel_settings_that_disagree_are_refused(string flat, string value, string set, string elements)
    {
        UserChanges changes = new();
        changes.Set(UserSchema.Get(flat), JsonNode.Parse(value));
        changes.Set(UserSchema.Get(set), JsonNode.Parse(elements));

        UserValidator.ValidateCreate(changes.ApplyTo(Model()), hasPassword: false).ShouldHaveSingleItem().ErrorId.ShouldBe("ConflictingProperties");
        UserValidator.ValidateChanges(changes).ShouldHaveSingleItem().ErrorId.ShouldBe("ConflictingProperties");
    }

    [Fact]
    public void A_read_user_makes_a_model_for_a_new_one()
    {
        var model = Model();
        model["UserArn"] = $"{Instance}/agent/1";
        model["PhoneConfig"] = new JsonObject { ["AutoAccept"] = true, ["PhoneType"] = "SOFT_PHONE" };
        model["AutoAcceptConfigs"] = new JsonArray(new JsonObject { ["Channel"] = "VOICE", ["AutoAccept"] = true });

        var created = UserModels.ForCreate(model);

        UserValidator.ValidateCreate(created, hasPassword: false).ShouldBeEmpty();
        created["PhoneConfig"]!.ToJsonString().ShouldBe("""{"PhoneType":"SOFT_PHONE"}""");
        model.ContainsKey("UserArn").ShouldBeTrue();
    }

    [Theory]
    [InlineData("Username")]
    [InlineData("DirectoryUserId")]
    [InlineData("InstanceArn")]
    [InlineData("Password")]
    [InlineData("UserArn")]
    public void What_cannot_be_updated_is_refused_with_a_remedy(string name)
    {
        UserChanges changes = new();
        changes.Set(UserSchema.Get(name), "other");

        var problem = UserValidator.ValidateChanges(changes).ShouldHaveSingleItem();

        (problem.ErrorId, problem.PropertyName).ShouldBe(("PropertyNotUpdatable", name));
        problem.Remedy.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Asking_for_the_value_that_is_there_is_no_change()
    {
        UserChanges changes = new();
        changes.Set(UserSchema.Get("DirectoryUserId"), "d-1");

        UserValidator.ValidateChanges(changes, new JsonObject { ["DirectoryUserId"] = "d-1" }).ShouldBeEmpty();
        UserValidator.ValidateChanges(changes, new JsonObject { ["DirectoryUserId"] = "d-2" }).Count.ShouldBe(1);
    }

    [Fact]
    public void Required_properties_cannot_be_cleared()
    {
        UserChanges cleared = new();
        cleared.Set(UserSchema.Get("RoutingProfileArn"), null);
        cleared.Set(UserSchema.Get("SecurityProfileArns"), new JsonArray());
        cleared.Set(UserSchema.Get("HierarchyGroupArn"), null);
        UserChanges removed = new();
        removed.Remove(UserSchema.Get("SecurityProfileArns"), [$"{Instance}/security-profile/p"]);

        UserValidator.ValidateChanges(cleared).Select(problem => problem.PropertyName).ShouldBe(["RoutingProfileArn", "SecurityProfileArns"]);
        UserValidator.ValidateChanges(removed, Model()).ShouldHaveSingleItem().ErrorId.ShouldBe("MissingProperty");
        UserValidator.ValidateChanges(removed).ShouldBeEmpty();
    }

    [Fact]
    public void Elements_to_add_are_checked_and_channels_may_be_partial()
    {
        UserChanges changes = new();
        changes.Upsert(UserSchema.Get("AutoAcceptConfigs"), [JsonNode.Parse("""{"Channel":"VOICE","AgentFirstCallbackAutoAccept":true}""")!]);
        changes.Upsert(UserSchema.Get("Tags"), [JsonNode.Parse("""{"Key":"aws:a","Value":"1"}""")!]);
        changes.Upsert(UserSchema.Get("SecurityProfileArns"), [JsonValue.Create("arn:aws:connect:eu-west-2:111122223333:instance/other/security-profile/p")!]);

        UserValidator.ValidateChanges(changes, Model()).Select(problem => problem.ErrorId).ShouldBe(["InvalidValue", "InstanceMismatch"]);
    }

    [Theory]
    [InlineData("Abcdefg1", null)]
    [InlineData("Abcdef1", "8 to 64 characters")]
    [InlineData("abcdefg1", "upper-case")]
    [InlineData("ABCDEFG1", "lower-case")]
    [InlineData("Abcdefgh", "a digit")]
    [InlineData("Abcdef 1", "white space")]
    public void Passwords_keep_the_rule(string password, string? message)
    {
        var problem = PasswordPolicy.Check(password);

        (problem?.Message.Contains(message!, StringComparison.Ordinal)).ShouldBe(message is null ? null : true);
        (problem?.Message ?? "").ShouldNotContain(password);
    }

    private static JsonObject Model() => new()
    {
        ["InstanceArn"] = Instance,
        ["Username"] = "ana",
        ["RoutingProfileArn"] = $"{Instance}/routing-profile/r",
        ["SecurityProfileArns"] = new JsonArray($"{Instance}/security-profile/p"),
    };
}
