using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Tests.Stacks.Parsing;

public class CloudFormationTests
{
    private const string Yaml = """
        AWSTemplateFormatVersion: '2010-09-09'
        Description: The sales team.
        Parameters:
          Instance: {Type: String}
        Resources:
          Queue:
            Type: AWS::Connect::Queue
            Properties:
              InstanceArn: !Ref Instance
              HoursOfOperationArn: !GetAtt Hours.HoursOfOperationArn
          Ana:
            Type: AWS::Connect::User
            DeletionPolicy: Retain
            DependsOn: Queue
            Properties:
              Username: ana
              RoutingProfileArn: Sales
              SecurityProfileArns: [Agent]
              IdentityInfo: {FirstName: No, LastName: '007'}
              PhoneConfig: {PhoneType: SOFT_PHONE, AutoAccept: true, AfterContactWorkTimeLimit: 30}
              Tags:
              - {Key: Team, Value: A}
        """;

    private const string Json = """
        {"Resources": {
          "Queue": {"Type": "AWS::Connect::Queue", "Properties": {"InstanceArn": {"Ref": "Instance"}}},
          "Ana": {"Type": "AWS::Connect::User", "DeletionPolicy": "Retain", "Properties": {
            "Username": "ana", "RoutingProfileArn": "Sales", "SecurityProfileArns": ["Agent"],
            "IdentityInfo": {"FirstName": "No", "LastName": "007"},
            "PhoneConfig": {"PhoneType": "SOFT_PHONE", "AutoAccept": true, "AfterContactWorkTimeLimit": 30},
            "Tags": [{"Key": "Team", "Value": "A"}]}}},
         "Description": "The sales team."}
        """;

    [Theory]
    [InlineData("team.yml", Yaml, "team.yml:11:3 (Ana)")]
    [InlineData("team.json", Json, "team.json:3:3 (Ana)")]
    [InlineData("team.template", Yaml, "team.template:11:3 (Ana)")]
    [InlineData("team.template", Json, "team.template:3:3 (Ana)")]
    public async Task A_template_is_a_stack(string file, string text, string source)
    {
        var stack = await StackText.ReadAsync(text, file);

        stack.Errors.ShouldBeEmpty();
        (stack.Name, stack.Description).ShouldBe(("team", "The sales team."));
        stack.Note.ShouldBe($"{file}: 1 resources that are not of the type AWS::Connect::User are left out: Queue (AWS::Connect::Queue).");
        var user = stack.Users.ShouldHaveSingleItem();
        (user.Row.Username, user.ResourceName, user.IsProtected, user.Source).ShouldBe(("ana", "Ana", true, source));
        StackText.Value(user, "/RoutingProfileArn").ShouldBe("\"Sales\"");
        StackText.Value(user, "/SecurityProfileArns").ShouldBe("""["Agent"]""");
        StackText.Value(user, "/IdentityInfo/FirstName").ShouldBe("\"No\"");
        StackText.Value(user, "/IdentityInfo/LastName").ShouldBe("\"007\"");
        StackText.Value(user, "/PhoneConfig/AutoAccept").ShouldBe("true");
        StackText.Value(user, "/PhoneConfig/AfterContactWorkTimeLimit").ShouldBe("30");
        StackText.Value(user, "/Tags").ShouldBe("""[{"Key":"Team","Value":"A"}]""");
    }

    [Theory]
    [InlineData("team.yml", Yaml, "team.yml:11 (Ana)")]
    [InlineData("team.json", Json, "team.json:3 (Ana)")]
    [InlineData("team.template", Json, "team.template:3 (Ana)")]
    public void A_template_is_a_roster(string file, string text, string source)
    {
        var rows = Rows(text, file);

        rows.Count.ShouldBe(2);
        rows[0].Note!.ShouldContain("Queue (AWS::Connect::Queue)");
        (rows[1].Source, rows[1].Error).ShouldBe((source, null));
        var row = UserRowReader.Read(rows[1].Cells, allowPlainTextPassword: false);
        row.ToModel().ToJsonString().ShouldBe(
            """{"RoutingProfileArn":"Sales","SecurityProfileArns":["Agent"],"IdentityInfo":{"FirstName":"No","LastName":"007"},"PhoneConfig":{"AfterContactWorkTimeLimit":30,"AutoAccept":true,"PhoneType":"SOFT_PHONE"},"Tags":[{"Key":"Team","Value":"A"}],"Username":"ana"}""");
    }

    [Theory]
    [InlineData("RoutingProfileArn: !GetAtt Profile.Arn", "t.yml:6:26", "The property RoutingProfileArn of the resource 'Ana' is the function !GetAtt, which", "Write the ARN, id or name of a routing profile.")]
    [InlineData("SecurityProfileArns: [Agent, !Ref Admin]", "t.yml:6:36", "SecurityProfileArns[1] of the resource 'Ana' is the function !Ref,", "name of a security profile.")]
    [InlineData("InstanceArn: {Ref: Instance}", "t.yml:6:20", "InstanceArn of the resource 'Ana' is the function Ref,", "-InstanceArn")]
    [InlineData("HierarchyGroupArn: {'Fn::ImportValue': x}", "t.yml:6:26", "HierarchyGroupArn of the resource 'Ana' is the function Fn::ImportValue,", "name of a hierarchy group.")]
    [InlineData("IdentityInfo: {FirstName: !Sub '${a}'}", "t.yml:6:33", "IdentityInfo.FirstName of the resource 'Ana' is the function !Sub,", "Write the value of IdentityInfo.FirstName itself")]
    [InlineData("Tags: [{Key: Team, Value: {'Fn::Join': ['', [a, b]]}}]", "t.yml:6:33", "Tags[0].Value of the resource 'Ana' is the function Fn::Join,", "itself")]
    [InlineData("Tags: !If [a, b, c]", "t.yml:6:13", "Tags of the resource 'Ana' is the function !If,", "itself")]
    [InlineData("Password: '{{resolve:secretsmanager:s}}'", "t.yml:6:17", "Password of the resource 'Ana' is a dynamic reference, which", "-GeneratePassword")]
    public async Task A_function_is_an_error_with_its_location(string property, string location, string message, string remedy)
    {
        var text = $"Resources:\n  Ana:\n    Type: AWS::Connect::User\n    Properties:\n      Username: ana\n      {property}\n  Bob:\n    Type: AWS::Connect::User\n    Properties: {{Username: bob}}\n";
        var stack = await StackText.ReadAsync(text, "t.yml");

        stack.Users.ShouldHaveSingleItem().Row.Username.ShouldBe("bob");
        var error = stack.Errors.ShouldHaveSingleItem();
        error.Message.ShouldStartWith(location + ": ");
        error.Message.ShouldContain(message);
        error.Remedy.ShouldContain(remedy);
        error.ErrorId.ShouldBe("InvalidValue");
        var rows = Rows(text, "t.yml");
        rows.Count.ShouldBe(2);
        (rows[0].Source, rows[0].Error!.IsFatal).ShouldBe((location, false));
        rows[0].Error!.Message.ShouldContain(message);
        rows[1].Cells.ShouldHaveSingleItem().Value.ShouldBe("bob");
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_user_is_said()
    {
        var stack = await StackText.ReadAsync("""
            {"Resources": {"Ana": {"Type": "AWS::Connect::User", "Properties": {
              "RoutingProfileArn": {"Fn::GetAtt": ["P", "Arn"]},
              "InstanceArn": {"Ref": "I"},
              "Usernam": "ana"}}}}
            """, "t.json");

        var message = stack.Errors.ShouldHaveSingleItem().Message;
        message.ShouldContain("t.json:2:24: The property RoutingProfileArn");
        message.ShouldContain("t.json:3:18: The property InstanceArn");
        message.ShouldContain("t.json:4:3: The property 'Usernam' is not known.");
    }

    [Theory]
    [InlineData("Type: AWS::Connect::User\n    Condition: C\n    Properties: {Username: a}", "t.yml:4:5: The resource 'Ana' has a Condition")]
    [InlineData("Type: AWS::Connect::User", "t.yml:2:3: The resource 'Ana' has no Properties")]
    [InlineData("Type: AWS::Connect::User\n    Propertys: {Username: a}", "t.yml:4:5: The resource 'Ana' has an attribute 'Propertys'")]
    [InlineData("Type: AWS::Connect::User\n    Properties: !Transform {Name: x}", "t.yml:4:17: The resource 'Ana' has Properties that are no mapping")]
    [InlineData("Type: AWS::Connect::User\n    Properties: {Username: a, AutoAccept: perhaps}", "t.yml:4:43: AutoAccept")]
    [InlineData("Type: AWS::Connect::User\n    Properties: {Username: a, Password: Correct7Horse}", "t.yml:4:41: The file holds a password in plain text. The resource is 'Ana'.")]
    public async Task A_user_that_cannot_be_read_is_an_error(string resource, string message)
    {
        var stack = await StackText.ReadAsync($"Resources:\n  Ana:\n    {resource}\n", "t.yml");

        stack.Errors.ShouldHaveSingleItem().Message.ShouldStartWith(message);
        stack.Users.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Q: {Type: AWS::Connect::Queue}\n", "t.yml:3:3: The template has no resource of the type AWS::Connect::User.")]
    [InlineData("AWSTemplateFormatVersion: '2010-09-09'\n", "t.yml:1:1: The template has no mapping of Resources.")]
    [InlineData("Resources:\n  Ana: {Type: AWS::Connect::User}\n  Fn::ForEach::Users: []\n", "t.yml:3:3: The function Fn::ForEach::Users makes resources")]
    [InlineData("Resources:\n  Ana: {Type: AWS::Connect::User, Metadata: !!python/object x}\n", "t.yml:2:45: The type tag 'tag:yaml.org,2002:python/object' is not accepted")]
    [InlineData("Resources:\n  Ana: {Type: AWS::Connect::User, Metadata: *x}\n", "t.yml:2:45: The alias '*x'")]
    [InlineData("Resources:\n  Ana: {Type: AWS::Connect::User}\n  Ana: {Type: AWS::Connect::User}\n", "t.yml:3:3: The key 'Ana' is there twice")]
    public async Task A_template_that_cannot_be_read_is_an_error(string text, string message)
    {
        (await StackText.FailAsync(text, "t.yml")).Message.ShouldStartWith(message);

        var row = Rows(text, "t.yml").ShouldHaveSingleItem();
        $"{row.Source}: {row.Error!.Message}".ShouldStartWith(message);
        row.Error.IsFatal.ShouldBeTrue();
    }

    [Fact]
    public async Task Templates_have_the_limits_of_stack_files()
    {
        var lists = string.Concat(Enumerable.Range(1, 9).Select(i => $"  l{i}: &l{i} [{string.Join(", ", Enumerable.Repeat($"*l{i - 1}", 9))}]\n"));
        var bomb = $"Metadata:\n  l0: &l0 [!Ref x]\n{lists}Resources:\n  Ana: {{Type: AWS::Connect::User}}\n";
        var deep = "Resources:\n  Ana: {Type: AWS::Connect::User, Properties: " + string.Concat(Enumerable.Repeat("!Sub [", 40)) + string.Concat(Enumerable.Repeat("]", 40)) + "}\n";
        var deepJson = "{\"Resources\": {\"Ana\": {\"Type\": \"AWS::Connect::User\", \"Properties\": " + string.Concat(Enumerable.Repeat("[", 40)) + string.Concat(Enumerable.Repeat("]", 40)) + "}}}";

        foreach ((var text, var file, var message) in new[] { (bomb, "t.yml", "aliases"), (deep, "t.yml", "deep"), (deepJson, "t.json", "deep") })
        {
            (await StackText.FailAsync(text, file)).Message.ShouldContain(message);
            Rows(text, file).ShouldHaveSingleItem().Error!.Message.ShouldContain(message);
        }
    }

    [Theory]
    [InlineData("- username: ana\n  tags: {Team: A}\n- username: bob\n", "ana r.yml:1,bob r.yml:3")]
    [InlineData("name: team\nusers:\n- username: ana\n", "ana r.yml:3")]
    [InlineData("username: ana\n", "ana r.yml:1")]
    public void Yaml_lists_are_rosters(string text, string users)
    {
        var rows = Rows(text, "r.yml");

        string.Join(',', rows.Select(row => $"{row.Cells[0].Value} {row.Source}")).ShouldBe(users);
    }

    [Theory]
    [InlineData("resources:\n- name: a\n", "Publish-ConnectUserStack")]
    [InlineData("people: []\n", "- username")]
    [InlineData("text\n", "- username")]
    [InlineData("", "list")]
    [InlineData("- !Ref x\n", "tag")]
    public void Other_yaml_is_refused(string text, string remedy) =>
        Rows(text, "r.yaml").ShouldHaveSingleItem().Error!.Remedy.ShouldContain(remedy);

    private static List<RosterRow> Rows(string text, string file) => [.. RosterFile.Read(new RosterText(Encoding.UTF8.GetBytes(text)), file)];
}
