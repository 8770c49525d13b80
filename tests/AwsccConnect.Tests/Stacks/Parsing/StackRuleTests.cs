using AwsccConnect.Core.Stacks;

namespace AwsccConnect.Tests.Stacks.Parsing;

public class StackRuleTests
{
    private const string Ana = "resources:\n  - name: ana\n    props:\n      - {name: username, value: ana}\n";

    [Theory]
    [InlineData("exports: [a]\n", "1:1: The manifest has the key 'exports'. Exports are not supported", "Remove the key.")]
    [InlineData("providers: [aws, google]\n", "1:18: The provider 'google' is not supported", null)]
    [InlineData("version: 2\n", "1:10: The version '2' is not supported.", "Use version 1, or leave it out.")]
    [InlineData("resuorces: []\n", "1:1: The manifest has a key that it may not have: 'resuorces' is not known.", "Did you mean 'resources'?")]
    [InlineData("globals: {region: eu-west-2}\n", "1:10: 'globals' has to be a list, not a mapping.", null)]
    [InlineData("globals: [{name: a, valeu: b}]\n", "1:21: A global has a key that it may not have: 'valeu' is not known.", "Did you mean 'value'?")]
    [InlineData("globals: [{name: a, value: b}, {name: a, value: c}]\n", "1:32: The global 'a' is there twice; the first is at team.yml:1:11.", null)]
    [InlineData("globals: [{name: stack_env, value: b}]\n", "1:18: The global 'stack_env' would hide", null)]
    [InlineData("name: [a]\n", "1:7: 'name' has to be a text, not a list.", null)]
    [InlineData("name: a/b\n", null, null)]
    [InlineData("globals: [{name: region, value: evil.example.com/}]\n", "1:33: The region 'evil.example.com/' is not the name of an AWS Region.", null)]
    [InlineData("globals: [{name: region, value: [a]}]\n", "1:33: The region '' is not the name of an AWS Region.", null)]
    [InlineData("globals: [{name: region, value: ''}]\n", "1:33: The region '' is not the name of an AWS Region.", null)]
    public async Task The_manifest_as_a_whole_is_refused(string head, string? message, string? remedy)
    {
        var error = await StackText.FailAsync(head + Ana);

        error.ErrorId.ShouldBe("InvalidStackFile");
        error.Message.ShouldStartWith(message is null ? error.Message : "team.yml:" + message);
        error.Remedy.ShouldBe(remedy ?? error.Remedy);
        error.Remedy.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("- name: x\n  exports: [a]\n", "2:3: A resource has the key 'exports'. Exports are not supported")]
    [InlineData("- name: x\n  type: query\n", "2:9: Resources of the type 'query' are not supported.")]
    [InlineData("- name: x\n  sql: SELECT 1\n", "2:3: A resource has the key 'sql'. Queries are not run.")]
    [InlineData("- name: x\n  auth: {aws: {type: basic}}\n", "2:3: A resource has the key 'auth'.")]
    [InlineData("- name: x\n  resource: awscc.s3.buckets\n", "2:13: The resource 'awscc.s3.buckets' is not supported.")]
    [InlineData("- name: x\n  file: buckets.iql\n", "2:9: The query file 'buckets.iql' is not one of users.")]
    [InlineData("- nmae: x\n", "1:3: A resource has a key that it may not have: 'nmae' is not known.")]
    [InlineData("- props: []\n", "1:3: A resource has no name.")]
    [InlineData("- name: x\n  props:\n  - {name: tags, value: [], merge: [global_tags]}\n", "3:29: A property has the key 'merge'. Merge is not supported")]
    [InlineData("- name: x\n  props:\n  - {name: usrname, value: a}\n", "3:12: The property 'usrname' is not known.")]
    [InlineData("- name: x\n  props:\n  - {name: identity_info, value: {frist_name: a}}\n", "3:35: The key of identity_info 'frist_name' is not known.")]
    [InlineData("- name: x\n  props:\n  - {name: tags, value: [{key: a, vlaue: b}]}\n", "3:35: The key of tags 'vlaue' is not known.")]
    [InlineData("- name: x\n  props:\n  - {name: tags, value: [{key: a, value: null}]}\n", "3:42: The value of a tag is null.")]
    [InlineData("- name: x\n  props:\n  - {name: username, value: a}\n  - {name: username, value: a}\n", "4:12: The property 'username' is there twice; the first is at team.yml:3:12.")]
    [InlineData("- name: x\n  props:\n  - {name: username, value: a}\n  - {name: auto_accept, value: maybe}\n", "4:32: AutoAccept cannot be 'maybe'.")]
    [InlineData("- name: x\n  props:\n  - {name: username, value: a}\n  - {name: mobile, value: 4.47E+11}\n", "4:27: Mobile '4.47E+11' is not a phone number")]
    [InlineData("- name: x\n  props:\n  - {name: first_name, value: a}\n", "1:3: The user has neither a username nor an ARN.")]
    [InlineData("- name: x\n  protected: [email]\n", "2:15: 'protected' names what is no secret")]
    [InlineData("- name: x\n  protected: maybe\n", "2:14: 'protected' has to be true, false or a list, not a single value.")]
    [InlineData("- x\n", "1:3: A resource has to be a mapping, not a single value.")]
    public async Task A_resource_is_refused_and_the_others_are_read(string resource, string message)
    {
        var stack = await StackText.ReadAsync("resources:\n" + resource + "- name: bob\n  props: [{name: username, value: bob}]\n");

        stack.Users.ShouldHaveSingleItem().Row.Username.ShouldBe("bob");
        var error = stack.Errors.ShouldHaveSingleItem();
        message = message.Replace("team.yml:3:12.", "team.yml:4:12.", StringComparison.Ordinal);
        var line = message[..message.IndexOf(':', StringComparison.Ordinal)];
        error.Message.ShouldStartWith($"team.yml:{int.Parse(line, System.Globalization.CultureInfo.InvariantCulture) + 1}{message[line.Length..]}");
        error.Remedy.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_user_is_reported_at_once()
    {
        var stack = await StackText.ReadAsync("- username: ana\n  emial: a@example.com\n  auto_accept: maybe\n  after_contact_work_time_limit: 1:30\n");

        stack.Errors.ShouldHaveSingleItem().Message.ShouldBe(
            "team.yml:2:3: The property 'emial' is not known. team.yml:3:16: AutoAccept cannot be 'maybe'. team.yml:4:34: AfterContactWorkTimeLimit cannot be '1:30'; it is a whole number.");
        stack.Errors[0].Remedy.ShouldStartWith("Did you mean 'email'? ");
    }

    [Theory]
    [InlineData("type: resource")]
    [InlineData("resource: awscc.connect.users")]
    [InlineData("file: user.iql")]
    [InlineData("exports: []")]
    [InlineData("description: the first")]
    [InlineData("protected: [password]")]
    public async Task What_stack_deploy_says_of_a_user_is_accepted(string line)
    {
        var stack = await StackText.ReadAsync($"version: 1\nproviders: ['awscc::v24.07.00246']\nresources:\n- name: ana\n  {line}\n  props: [{{name: username, value: ana, description: x}}]\n");

        stack.Errors.ShouldBeEmpty();
        stack.Users.ShouldHaveSingleItem().IsProtected.ShouldBeFalse();
    }

    [Theory]
    [InlineData("team.yml", "resources: [{name: a, protected: true, props: [{name: username, value: a}]}]")]
    [InlineData("team.yml", "resources: [{name: a, protected: '{{ guard }}', props: [{name: username, value: a}]}]")]
    [InlineData("team.yml", "- {username: a, protected: yes}")]
    [InlineData("team.json", """[{"Username": "a", "Protected": true}]""")]
    [InlineData("team.csv", "Username,Protected\na,yes\n")]
    public async Task Protected_users_are_marked(string file, string text)
    {
        var stack = await StackText.ReadAsync(text, file, StackText.Options(("guard", true)));

        stack.Errors.ShouldBeEmpty();
        stack.UnknownColumns.ShouldBeEmpty();
        stack.Users.ShouldHaveSingleItem().IsProtected.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Username,Instance_Arn\nana,\nANA,\n", "team.csv:3: The user 'ANA' is in the file twice; the first is at team.csv:2.")]
    [InlineData("Username,UserArn\nana,ARN\nbob,ARN\n", "team.csv:3: The user 'bob' is in the file twice; the first is at team.csv:2.")]
    [InlineData("Username,InstanceArn\nana,\nana,11111111-2222-3333-4444-555555555555\n", "team.csv:3: The user 'ana' is in the file twice; the first is at team.csv:2.")]
    public async Task A_user_that_is_there_twice_is_an_error(string text, string message)
    {
        var stack = await StackText.ReadAsync(text.Replace("ARN\n", StackText.Instance + "/agent/1\n", StringComparison.Ordinal), "team.csv");

        stack.Users.ShouldHaveSingleItem().Row.Username.ShouldBe("ana");
        var error = stack.Errors.ShouldHaveSingleItem();
        (error.ErrorId, error.Message).ShouldBe(("DuplicateUser", message));
    }

    [Fact]
    public async Task The_same_name_in_two_instances_is_two_users()
    {
        var stack = await StackText.ReadAsync("Username,InstanceArn,Region\nana,prod,\nana,test,\nana,prod,us-east-1\n", "team.csv");

        stack.Errors.ShouldBeEmpty();
        stack.Users.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Resources_have_names_of_their_own()
    {
        var stack = await StackText.ReadAsync(Ana + "  - name: ana\n    props: [{name: username, value: bob}]\n");

        stack.Errors.ShouldHaveSingleItem().Message.ShouldBe("team.yml:5:5: The resource 'ana' is there twice; the first is at team.yml:2:5.");
    }

    [Theory]
    [InlineData(null, "my team.yml", "name: 'North: East'\nusers: []", "North: East")]
    [InlineData(null, "my team.yml", "users: []", "my team")]
    [InlineData("given", "my team.yml", "name: North\nusers: []", "given")]
    [InlineData(null, "my team.yml", "name: North\nresources: []", "North")]
    public async Task The_stack_has_a_name(string? given, string file, string text, string expected) =>
        (await StackText.ReadAsync(text, file, StackText.Options() with { Name = given })).Name.ShouldBe(expected);

    [Theory]
    [InlineData("a/b", null, "The stack's name 'a/b' (from -Name) has the character '/', so it cannot be the value of a tag.")]
    [InlineData(" a", null, "The stack's name ' a' (from -Name) starts or ends with a space, so it cannot be the value of a tag.")]
    [InlineData("", null, "The stack's name '' (from -Name) is empty, so it cannot be the value of a tag.")]
    [InlineData("{{ x }}", null, "The stack's name '{{ x }}' (from -Name) has the character '{', so it cannot be the value of a tag.")]
    [InlineData("a", "p/d", "The environment 'p/d' has the character '/', so it cannot be the value of a tag.")]
    public async Task Names_that_cannot_be_tags_are_refused(string name, string? environment, string message)
    {
        var error = await StackText.FailAsync("[]", "team.json", StackText.Options() with { Name = name, Environment = environment });

        (error.ErrorId, error.Message).ShouldBe(("InvalidStackFile", message));
    }

    [Fact]
    public async Task Name_and_environment_fit_into_a_tag_together()
    {
        string name = new('ü', 252);
        (await StackText.ReadAsync("[]", "team.json", StackText.Options() with { Name = name, Environment = "prd" })).Owner.Length.ShouldBe(256);
        (await StackText.FailAsync("[]", "team.json", StackText.Options() with { Name = name, Environment = "prod" })).Message.ShouldContain("257 characters");
    }

    [Fact]
    public async Task Users_need_an_instance()
    {
        var stack = await StackText.ReadAsync("[{\"Username\": \"ana\"}]", "team.json", StackText.Options() with { InstanceArn = null });

        stack.Errors.ShouldHaveSingleItem().ErrorId.ShouldBe("MissingIdentity");
        stack.Errors[0].Message.ShouldBe("team.json:1:2: The user 'ana' names no instance.");
    }

    [Fact]
    public async Task Unknown_columns_are_named_once_and_unknown_members_are_errors()
    {
        var roster = await StackText.ReadAsync("Username,Note,note2\nana,x,\nbob,y,z\n", "team.csv");
        roster.UnknownColumns.ShouldBe(["Note", "note2"]);
        roster.Users.Count.ShouldBe(2);

        var list = await StackText.ReadAsync("[\n {\"Username\": \"ana\",\n  \"Note\": \"x\"}]", "team.json");
        list.Errors.ShouldHaveSingleItem().Message.ShouldBe("team.json:3:3: The property 'Note' is not known.");
    }

    [Fact]
    public async Task A_bad_row_is_named_and_an_unreadable_rest_is_an_error_of_the_file()
    {
        var stack = await StackText.ReadAsync("Username,AutoAccept\nana\nbob,perhaps\ncy,yes\n", "team.csv");
        stack.Errors.Select(error => error.Message).ShouldBe(
            ["team.csv:2:1: The row has too few cells: 1, where the header has 2.", "team.csv:3: AutoAccept cannot be 'perhaps'."]);
        stack.Users.ShouldHaveSingleItem().Row.Username.ShouldBe("cy");

        (await StackText.FailAsync("Username\nana\n\"bob\n", "team.csv")).Message.ShouldStartWith("team.csv:3: A quote is opened and never closed");
        (await StackText.FailAsync("", "team.csv")).Message.ShouldBe("team.csv:1: The file is empty.");
    }

    [Theory]
    [InlineData("team.xlsx", "x", "InvalidStackFile", "The format of 'team.xlsx' cannot be determined from its name.")]
    [InlineData("team.yml", "", "InvalidStackFile", "team.yml:1:1: The file is empty.")]
    [InlineData("team.yml", "# nothing\n---\n", "InvalidStackFile", "team.yml:1:1: The file is empty.")]
    [InlineData("team.json", "  \n", "InvalidStackFile", "team.json:1:1: The file is empty.")]
    [InlineData("team.json", "null", "InvalidStackFile", "team.json:1:1: The file is empty.")]
    [InlineData("team.json", "{\"users\": [\n  {\"ü\": oops", "InvalidStackFile", "team.json:2:9: The file is not JSON from here on, or nested too deep.")]
    [InlineData("team.json", "{\"user\": []}", "InvalidStackFile", "team.json:1:2: The file has a key that it may not have: 'user' is not known.")]
    [InlineData("team.json", "{\"name\": \"a\"}", "InvalidStackFile", "team.json:1:1: The file holds neither 'users' nor 'resources'.")]
    [InlineData("team.json", "{\"users\": [], \"Users\": []}", "InvalidStackFile", "team.json:1:15: The file has the key 'users' twice; the first is at team.json:1:2.")]
    [InlineData("team.yml", "a text", "InvalidStackFile", "team.yml:1:1: The file has to be a mapping, not a single value.")]
    public async Task Files_that_are_no_stacks(string file, string text, string id, string message)
    {
        var error = await StackText.FailAsync(text, file);

        (error.ErrorId, error.Message).ShouldBe((id, message));
        error.Remedy.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_readable()
    {
        var error = await Should.ThrowAsync<ConnectOperationException>(
            () => StackFile.ReadAsync(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString(), "team.yml"), new StackReadOptions(), CancellationToken.None));

        error.ErrorId.ShouldBe("FileNotReadable");
    }

    [Fact]
    public async Task A_file_beyond_any_stack_is_not_read()
    {
        using TemporaryFolder folder = new();
        var path = folder.PathOf("team.yml");
        await using (var stream = File.Create(path))
        {
            stream.SetLength((64L * 1024 * 1024) + 1);
        }

        var error = await Should.ThrowAsync<ConnectOperationException>(() => StackFile.ReadAsync(path, new StackReadOptions(), CancellationToken.None));
        (error.ErrorId, error.Message).ShouldBe(("InvalidStackFile", "team.yml has 67108865 bytes; a stack file takes 67108864."));
    }

    [Fact]
    public async Task Reading_can_be_stopped()
    {
        using TemporaryFolder folder = new();
        var file = folder.PathOf("team.yml");
        await File.WriteAllTextAsync(file, Ana);
        await Should.ThrowAsync<OperationCanceledException>(() => StackFile.ReadAsync(file, new StackReadOptions(), new CancellationToken(canceled: true)));
    }
}
