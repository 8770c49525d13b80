namespace AwsccConnect.Tests.Simulator;

public class UserRuleTests
{
    [Fact]
    public async Task Usernames_are_unique_per_instance_whatever_their_case()
    {
        await using var client = await RawClient.StartAsync(options => options.InstanceCount = 2);
        await client.SuccessAsync(client.CreateAsync(client.NewUser("twin")));
        await client.FailureAsync(client.CreateAsync(client.NewUser("TWIN")), "AlreadyExists");
        client.Simulator.UserCount.ShouldBe(6);
    }

    [Theory]
    [InlineData("RoutingProfileArn", "routing-profile/none")]
    [InlineData("HierarchyGroupArn", "agent-group/none")]
    [InlineData("SecurityProfileArns", "security-profile/none")]
    public async Task References_must_exist_in_the_instance(string property, string path)
    {
        await using var client = await RawClient.StartAsync();
        var arn = $"{client.Simulator.InstanceArn}/{path}";
        JsonNode Value() => property == "SecurityProfileArns" ? new JsonArray(arn) : arn;
        var failed = await client.FailureAsync(client.CreateAsync(client.NewUser("x", user => user[property] = Value())), "InvalidRequest");
        ((string)failed["StatusMessage"]!).ShouldContain(property);
        await client.FailureAsync(client.UpdateAsync(client.FirstUser(), RawClient.Patch("add", "/" + property, Value())), "InvalidRequest");
    }

    [Fact]
    public async Task The_instance_must_exist()
    {
        await using var client = await RawClient.StartAsync();
        await client.FailureAsync(client.CreateAsync(client.NewUser("x", user => user["InstanceArn"] = client.Simulator.InstanceArn + "0")), "NotFound");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Short0A")]
    [InlineData("alllowercase0")]
    [InlineData("NoDigitsHere")]
    [InlineData("Has Blank 0 in it")]
    public async Task Managed_instances_need_a_good_password(string? password)
    {
        await using var client = await RawClient.StartAsync();
        var desired = client.NewUser("x", user => user["Password"] = password);
        if (password is null)
        {
            desired.Remove("Password");
        }

        var failed = await client.FailureAsync(client.CreateAsync(desired), "InvalidRequest");
        ((string)failed["StatusMessage"]!).ShouldContain("Password");
    }

    [Theory]
    [InlineData(SimulatorIdentityManagement.Saml)]
    [InlineData(SimulatorIdentityManagement.ExistingDirectory)]
    public async Task Other_instances_refuse_a_password(SimulatorIdentityManagement management)
    {
        await using var client = await RawClient.StartAsync(options => options.IdentityManagement = management);
        await client.FailureAsync(client.CreateAsync(client.NewUser("x")), "InvalidRequest");
        await client.SuccessAsync(client.CreateAsync(client.NewUser("x", user => user.Remove("Password"))));
    }

    [Theory]
    [InlineData(SimulatorIdentityManagement.ConnectManaged, true)]
    [InlineData(SimulatorIdentityManagement.Saml, true)]
    [InlineData(SimulatorIdentityManagement.ExistingDirectory, false)]
    public async Task Names_are_needed_unless_a_directory_has_them(SimulatorIdentityManagement management, bool areNeeded)
    {
        await using var client = await RawClient.StartAsync(options => options.IdentityManagement = management);
        foreach (var name in new[] { "FirstName", "LastName" })
        {
            var desired = client.NewUser(name, user => user["IdentityInfo"]!.AsObject().Remove(name));
            if (management != SimulatorIdentityManagement.ConnectManaged)
            {
                desired.Remove("Password");
            }

            await (areNeeded ? client.FailureAsync(client.CreateAsync(desired), "InvalidRequest") : client.SuccessAsync(client.CreateAsync(desired)));
        }

        var rename = client.UpdateAsync(client.FirstUser(), RawClient.Patch("add", "/IdentityInfo/FirstName", "Max"));
        await (areNeeded ? client.SuccessAsync(rename) : client.FailureAsync(rename, "InvalidRequest"));
    }

    [Fact]
    public async Task Saml_takes_long_usernames_and_no_directory_user()
    {
        await using var client = await RawClient.StartAsync(options => options.IdentityManagement = SimulatorIdentityManagement.Saml);
        await client.SuccessAsync(client.CreateAsync(client.NewUser("longer.than.twenty.ch", user => user.Remove("Password"))));
        await client.FailureAsync(
            client.CreateAsync(client.NewUser("x", user =>
            {
                user.Remove("Password");
                user["DirectoryUserId"] = "S-1";
            })),
            "InvalidRequest");
    }

    [Theory]
    [InlineData("PhoneConfig", """{"AutoAccept":true}""", "AutoAcceptConfigs", """[{"Channel":"CHAT","AutoAccept":true}]""")]
    [InlineData("PhoneConfig", """{"AfterContactWorkTimeLimit":5}""", "AfterContactWorkConfigs", """[{"Channel":"VOICE","AfterContactWorkConfig":{"AfterContactWorkTimeLimit":5}}]""")]
    [InlineData("PhoneConfig", """{"PhoneType":"SOFT_PHONE"}""", "PhoneNumberConfigs", """[{"Channel":"VOICE","PhoneType":"SOFT_PHONE"}]""")]
    [InlineData("PhoneConfig", """{"PersistentConnection":true}""", "PersistentConnectionConfigs", """[{"Channel":"VOICE","PersistentConnection":true}]""")]
    [InlineData("PhoneConfig", "{}", "VoiceEnhancementConfigs", """[{"Channel":"CHAT","VoiceEnhancementMode":"NONE"}]""")]
    [InlineData("PhoneConfig", "{}", "AutoAcceptConfigs", """[{"Channel":"CHAT","AutoAccept":true,"AgentFirstCallbackAutoAccept":true}]""")]
    [InlineData("PhoneConfig", "{}", "AutoAcceptConfigs", """[{"Channel":"CHAT","AutoAccept":true},{"Channel":"CHAT","AutoAccept":false}]""")]
    [InlineData("PhoneConfig", """{"AfterContactWorkTimeLimit":2000001}""", "Tags", "[]")]
    [InlineData("PhoneConfig", "{}", "Tags", """[{"Key":"aws:x","Value":"y"}]""")]
    [InlineData("PhoneConfig", "{}", "Username", "\"name with blanks\"")]
    [InlineData("PhoneConfig", "{}", "Username", "\"not@email\"")]
    [InlineData("PhoneConfig", "{}", "Username", "\"longer.than.twenty.ch\"")]
    public async Task What_Connect_refuses_fails_in_the_handler(string property, string value, string other, string otherValue)
    {
        await using var client = await RawClient.StartAsync();
        var desired = client.NewUser("x", user =>
        {
            user[property] = JsonNode.Parse(value);
            user[other] = JsonNode.Parse(otherValue);
        });
        await client.FailureAsync(client.CreateAsync(desired), "InvalidRequest");
        client.Simulator.UserCount.ShouldBe(5);
    }

    [Theory]
    [InlineData("""[{"Key":"Team","Value":"A"}]""", false)]
    [InlineData("""[{"Key":"aws:x","Value":"z"}]""", false)]
    [InlineData("""[{"Key":"aws:x","Value":"y"},{"Key":"aws:new","Value":"y"}]""", false)]
    [InlineData("""[{"Key":"aws:x","Value":"y"},{"Key":"Team","Value":"A"}]""", true)]
    public async Task Tags_of_aws_stay_as_they_are(string tags, bool isTaken)
    {
        await using var client = await RawClient.StartAsync();
        var arn = client.FirstUser();
        var state = client.Properties(arn);
        state["Tags"] = JsonNode.Parse("""[{"Key":"aws:x","Value":"y"}]""");
        client.Simulator.SetProperties(RawClient.UserType, arn, state.ToJsonString());

        var update = client.UpdateAsync(arn, RawClient.Patch("replace", "/Tags", JsonNode.Parse(tags)));

        await (isTaken ? client.SuccessAsync(update) : client.FailureAsync(update, "InvalidRequest"));
    }

    [Fact]
    public async Task The_user_quota_holds()
    {
        await using var client = await RawClient.StartAsync(options => options.Quota["Users"] = "6");
        await client.SuccessAsync(client.CreateAsync(client.NewUser("six")));
        await client.FailureAsync(client.CreateAsync(client.NewUser("seven")), "ServiceLimitExceeded");
    }

    [Theory]
    [InlineData("UserArn", "/agent/other")]
    [InlineData("InstanceArn", "0")]
    [InlineData("Username", "renamed")]
    [InlineData("Password", "Another0Secret")]
    [InlineData("DirectoryUserId", "someone")]
    public async Task What_the_update_handler_cannot_change_is_not_updatable(string property, string value)
    {
        await using var client = await RawClient.StartAsync();
        var arn = client.FirstUser();
        var before = client.Simulator.GetProperties(arn);
        var desired = property switch { "UserArn" or "InstanceArn" => client.Simulator.InstanceArn + value, _ => value };
        var failed = await client.FailureAsync(client.UpdateAsync(arn, RawClient.Patch("add", "/" + property, desired)), "NotUpdatable");
        ((string)failed["StatusMessage"]!).ShouldContain("/properties/" + property);
        client.Simulator.GetProperties(arn).ShouldBe(before);
    }

    [Fact]
    public async Task Arrays_come_back_in_another_order_than_written()
    {
        await using var client = await RawClient.StartAsync();
        var arn = client.FirstUser();
        for (var turn = 0; turn < 3; turn++)
        {
            var written = client.Properties(arn)["Tags"]!.AsArray().DeepClone().AsArray();
            written.Count.ShouldBe(3);
            written.Insert(0, new JsonObject { ["Key"] = $"turn{turn}", ["Value"] = "x" });
            await client.SuccessAsync(client.UpdateAsync(arn, RawClient.Patch("replace", "/Tags", written.DeepClone())));
            var read = client.Properties(arn)["Tags"]!.AsArray();
            read.Count.ShouldBe(4);
            string[] Texts(JsonArray array) => [.. array.Select(item => item!.ToJsonString())];
            Texts(read).ShouldBe(Texts(written), ignoreOrder: true);
            Texts(read).SequenceEqual(Texts(written)).ShouldBeFalse();
            await client.SuccessAsync(client.UpdateAsync(arn, $$"""[{"op":"remove","path":"/Tags/{{Array.FindIndex(Texts(read), text => text.Contains($"turn{turn}"))}}"}]"""));
        }
    }
}
