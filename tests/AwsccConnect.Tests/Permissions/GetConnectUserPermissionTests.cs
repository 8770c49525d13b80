using System.Management.Automation;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Permissions;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Permissions;

public sealed class GetConnectUserPermissionTests : IDisposable
{
    private const string Instance = "arn:aws-cn:connect:cn-north-1:123456789012:instance/11111111-2222-3333-4444-555555555555";
    private const string Role = "arn:aws:iam::123456789012:role/path/Connect+Users";

    private readonly ModuleSession _session = new();

    [Fact]
    public void Writes_every_operations_actions()
    {
        IReadOnlyList<PSObject> permissions = _session.Run("Get-ConnectUserPermission");
        permissions.ShouldAllBe(permission => permission.TypeNames[0] == "AwsccConnect.ConnectUserPermission");
        permissions.Select(permission => $"{permission.Properties["Operation"].Value} {permission.Properties["Action"].Value}").ShouldBe(
            Enum.GetValues<UserOperation>().SelectMany(operation => HandlerPermissions.Of("AWS::Connect::User", operation).Select(action => $"{operation} {action}")));
    }

    [Fact]
    public void Writes_the_actions_of_the_asked_operations_once() =>
        _session.Run("Get-ConnectUserPermission list, Delete, List").Select(permission => permission.ToString())
            .ShouldBe(["connect:ListUsers", "connect:DeleteUser", "connect:UntagResource"]);

    [Fact]
    public void Shows_a_table_of_two_columns() =>
        _session.Render(_session.Run("Get-ConnectUserPermission Read").Cast<object>()).Trim().ShouldBe(
            """
            Operation Action
            --------- ------
            Read      connect:DescribeUser
            Read      connect:ListUserProficiencies
            """.ReplaceLineEndings("\n"));

    [Theory]
    [MemberData(nameof(CommandCallsTests.Commands), MemberType = typeof(CommandCallsTests))]
    public void A_policy_allows_what_the_command_calls_and_nothing_else(string command)
    {
        JsonObject[] statements = Policy($"-ForCommand {command}");
        IEnumerable<string> needed = CommandCalls.Of(command).SelectMany(call => call.HandlerActions.Append(call.Action)).Distinct();
        statements.SelectMany(Actions).ShouldBe(needed, ignoreOrder: true);
        statements.ShouldAllBe(statement => (string)statement["Effect"]! == "Allow" && !statement.ContainsKey("Condition"));
        statements.Select(statement => (string)statement["Sid"]!).ShouldBeUnique();
    }

    [Fact]
    public void Without_commands_a_policy_allows_all_of_them()
    {
        Policy("").SelectMany(Actions).ShouldBe(
            CommandCalls.Commands.SelectMany(CommandCalls.Of).SelectMany(call => call.HandlerActions.Append(call.Action)).Distinct(), ignoreOrder: true);
        Policy("-ForCommand *-ConnectUser").SelectMany(Actions).ShouldContain("connect:DeleteUser");
        Policy("-ForCommand get-*").SelectMany(Actions).ShouldNotContain("connect:DeleteUser");
    }

    [Fact]
    public void Actions_of_Connect_are_limited_to_the_instances_and_tags_to_users()
    {
        Dictionary<string, JsonObject> statements = Policy($"-ForCommand Set-ConnectUser -InstanceArn '{Instance}'").ToDictionary(statement => (string)statement["Sid"]!);
        statements.Keys.ShouldBe(["CloudControl", "FindInstances", "UseInstance", "TagUsers"]);
        Resources(statements["CloudControl"]).ShouldBe(["*"]);
        Resources(statements["FindInstances"]).ShouldBe(["*"]);
        Resources(statements["UseInstance"]).ShouldBe([Instance, Instance + "/*"]);
        Resources(statements["TagUsers"]).ShouldBe([Instance + "/agent/*"]);
        Actions(statements["TagUsers"]).ShouldBe(["connect:TagResource", "connect:UntagResource"]);
        Actions(statements["CloudControl"]).ShouldAllBe(action => action.StartsWith("cloudformation:", StringComparison.Ordinal));
    }

    [Fact]
    public void Several_instances_and_none_are_possible()
    {
        Resources(Policy($"-ForCommand Get-ConnectUser -InstanceArn '{Instance}', '{Instance}0'")[^1])
            .ShouldBe([Instance, Instance + "/*", Instance + "0", Instance + "0/*"]);
        Resources(Policy("-ForCommand Get-ConnectUser")[^1]).ShouldBe(["arn:aws:connect:*:*:instance/*"]);
    }

    [Fact]
    public void With_a_role_the_caller_may_pass_it_to_Cloud_Control_and_needs_nothing_of_Connect()
    {
        JsonObject[] statements = Policy($"-ForCommand New-ConnectUser -RoleArn '{Role}'");
        statements.Select(statement => (string)statement["Sid"]!).ShouldBe(["CloudControl", "PassRole"]);
        Actions(statements[1]).ShouldBe(["iam:PassRole"]);
        Resources(statements[1]).ShouldBe([Role]);
        statements[1]["Condition"]!.ToJsonString().ShouldBe("""{"StringEquals":{"iam:PassedToService":"cloudformation.amazonaws.com"}}""");
        _session.Run($"Get-ConnectUserPermission -AsPolicy -RoleArn '{Role}'").Single().ToString().ShouldContain(Role);
    }

    [Theory]
    [InlineData("-ForCommand Set-ConnectUsr", "InvalidValue", "Set-ConnectUser")]
    [InlineData("-ForCommand Import-ConnectUser", "InvalidValue", "no command of this module that calls AWS")]
    [InlineData("-InstanceArn contact-centre", "InvalidArn", "contact-centre")]
    [InlineData("-InstanceArn '" + Instance + "/agent/1'", "InvalidArn", "agent")]
    public void Wrong_parameters_end_the_command(string parameters, string errorId, string message)
    {
        InvocationResult result = _session.Invoke($"Get-ConnectUserPermission -AsPolicy {parameters}");
        ErrorRecord error = result.AllErrors.Single();
        error.FullyQualifiedErrorId.ShouldStartWith(errorId + ",");
        error.ToString().ShouldContain(message);
        error.ErrorDetails.RecommendedAction.ShouldNotBeEmpty();
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public void Command_names_are_completed()
    {
        const string line = "Get-ConnectUserPermission -AsPolicy -ForCommand set-";
        _session.Run($"[System.Management.Automation.CommandCompletion]::CompleteInput('{line}', {line.Length}, $null).CompletionMatches.CompletionText")
            .Select(text => text.ToString()).ShouldBe(["Set-ConnectUser"]);
    }

    public void Dispose() => _session.Dispose();

    private JsonObject[] Policy(string parameters)
    {
        JsonObject policy = JsonNode.Parse(_session.Run($"Get-ConnectUserPermission -AsPolicy {parameters}").Single().ToString())!.AsObject();
        ((string)policy["Version"]!).ShouldBe("2012-10-17");
        return [.. policy["Statement"]!.AsArray().Select(statement => statement!.AsObject())];
    }

    private static string[] Actions(JsonObject statement) => [.. statement["Action"]!.AsArray().Select(action => (string)action!)];

    private static string[] Resources(JsonObject statement) => [.. statement["Resource"]!.AsArray().Select(resource => (string)resource!)];
}
