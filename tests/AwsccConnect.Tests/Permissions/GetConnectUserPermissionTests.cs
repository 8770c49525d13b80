using AwsccConnect.Core.Permissions;

namespace AwsccConnect.Tests.Permissions;

/// <summary>Get-ConnectUserPermission against the tables of what commands call.</summary>
public sealed class GetConnectUserPermissionTests : IDisposable
{
    private readonly ModuleSession _session = new();

    [Fact]
    public void Writes_every_operations_actions()
    {
        var permissions = _session.Run("Get-ConnectUserPermission");
        permissions.ShouldAllBe(permission => permission.TypeNames[0] == "AwsccConnect.ConnectUserPermission");
        permissions.Select(permission => $"{permission.Properties["Operation"].Value} {permission.Properties["Action"].Value}").ShouldBe(
            Enum.GetValues<UserOperation>().SelectMany(operation => HandlerPermissions.Of("AWS::Connect::User", operation).Select(action => $"{operation} {action}")));
    }

    [Theory]
    [MemberData(nameof(CommandCallsTests.Commands), MemberType = typeof(CommandCallsTests))]
    public void A_policy_allows_what_the_command_calls_and_nothing_else(string command)
    {
        var statements = Policy($"-ForCommand {command}");
        var needed = CommandCalls.Of(command).SelectMany(call => call.HandlerActions.Append(call.Action)).Distinct();
        statements.SelectMany(Actions).ShouldBe(needed, ignoreOrder: true);
        statements.ShouldAllBe(statement => (string)statement["Effect"]! == "Allow" && !statement.ContainsKey("Condition"));
        statements.Select(statement => (string)statement["Sid"]!).ShouldBeUnique();
    }

    [Fact]
    public void Without_commands_a_policy_allows_all_of_them()
    {
        Policy("").SelectMany(Actions).ShouldBe(
            CommandCalls.Commands.SelectMany(CommandCalls.Of).SelectMany(call => call.HandlerActions.Append(call.Action)).Distinct(), ignoreOrder: true);
    }

    public void Dispose() => _session.Dispose();

    private JsonObject[] Policy(string parameters)
    {
        var policy = JsonNode.Parse(_session.Run($"Get-ConnectUserPermission -AsPolicy {parameters}").Single().ToString())!.AsObject();
        ((string)policy["Version"]!).ShouldBe("2012-10-17");
        return [.. policy["Statement"]!.AsArray().Select(statement => statement!.AsObject())];
    }

    private static string[] Actions(JsonObject statement) => [.. statement["Action"]!.AsArray().Select(action => (string)action!)];
}
