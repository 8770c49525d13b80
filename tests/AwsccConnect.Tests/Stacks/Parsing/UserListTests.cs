namespace AwsccConnect.Tests.Stacks.Parsing;

public class UserListTests
{
    [Theory]
    [InlineData("team.json", """[{"username": "ana", "first_name": "Ana", "phone_config": {"auto_accept": true}, "security_profile_arns": ["Agent", "A;B"], "tags": [{"key": "Team", "value": "A"}]}]""")]
    [InlineData("team.json", """{"name": "team", "users": [{"Username": "ana", "IdentityInfo": {"FirstName": "Ana"}, "AutoAccept": "yes", "SecurityProfiles": ["Agent", "A;B"], "tag:Team": "A"}]}""")]
    [InlineData("team.yml", "- username: ana\n  first_name: Ana\n  auto_accept: on\n  security_profiles: [Agent, 'A;B']\n  tags: {Team: A}\n")]
    [InlineData("team.yaml", "users:\n- Username: ana\n  IdentityInfo: {FirstName: Ana}\n  PhoneConfig: {AutoAccept: yes}\n  SecurityProfileArns:\n  - Agent\n  - A;B\n  Tags:\n  - Key: Team\n    Value: A\n")]
    [InlineData("team.csv", "Username,FirstName,AutoAccept,SecurityProfiles,tag:Team\nana,Ana,true,Agent;A\\;B,A\n")]
    [InlineData("team.csv", "username;first_name;auto_accept;security_profile_arns;tags\nana;Ana;1;\"Agent;A\\;B\";Team=A\n")]
    [InlineData("team.json", """{"Username": "ana", "IdentityInfo": "{\"FirstName\":\"Ana\"}", "PhoneConfig": "{\"AutoAccept\":true}", "SecurityProfileArns": "[\"Agent\",\"A\\\\;B\"]", "Tags": "[{\"Key\":\"Team\",\"Value\":\"A\"}]"}""")]
    [InlineData("team.jsonl", "\n{\"Username\":\"ana\",\"FirstName\":\"Ana\",\"AutoAccept\":true,\"SecurityProfiles\":[\"Agent\",\"A;B\"],\"tag:Team\":\"A\"}\n\n")]
    public async Task The_same_user_is_read_from_every_format(string file, string text)
    {
        var stack = await StackText.ReadAsync(text, file);

        stack.Errors.ShouldBeEmpty();
        var user = stack.Users.ShouldHaveSingleItem();
        stack.Name.ShouldBe("team");
        user.Row.Username.ShouldBe("ana");
        user.Row.InstanceArn.ShouldBe(StackText.Instance);
        user.Row.Region.ShouldBe("eu-west-2");
        StackText.Value(user, "/IdentityInfo/FirstName").ShouldBe("\"Ana\"");
        StackText.Value(user, "/PhoneConfig/AutoAccept").ShouldBe("true");
        StackText.Value(user, "/SecurityProfileArns").ShouldBe("""["Agent","A;B"]""");
        StackText.Value(user, "/Tags").ShouldBe("""[{"Key":"Team","Value":"A"}]""");
        user.Source.ShouldStartWith(file + ":");
        StackText.Value(user, "/IdentityInfo/LastName").ShouldBe("(not asked)");
    }

    [Fact]
    public async Task Json_lines_are_users_with_their_lines()
    {
        var stack = await StackText.ReadAsync("{\"Username\":\"ana\"}\n\n{\"Username\":\"bob\"}\n{\"Usernam\":\"cy\"}\n", "team.ndjson");

        stack.Users.Select(user => user.Source).ShouldBe(["team.ndjson:1:1", "team.ndjson:3:1"]);
        stack.Errors.ShouldHaveSingleItem().Message.ShouldStartWith("team.ndjson:4:2: ");
        (await StackText.FailAsync("{\"Username\":\"ana\"}\n{\"Username\":\"é\",}}\n", "team.json")).Message.ShouldStartWith("team.json:2:18: ");
    }
}
