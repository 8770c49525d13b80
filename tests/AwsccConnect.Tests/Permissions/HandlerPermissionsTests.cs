using AwsccConnect.Core.Permissions;

namespace AwsccConnect.Tests.Permissions;

/// <summary>The table of actions against the public resource schemas: the simulator has that of users, the tests have the others.</summary>
public class HandlerPermissionsTests
{
    [Fact]
    public void The_actions_are_those_of_the_schemas_handlers()
    {
        HandlerPermissions.Known.Count.ShouldBe(13);
        foreach ((var typeName, var operation) in HandlerPermissions.Known)
        {
            var permissions = Schema(typeName)["handlers"]![JsonNamingPolicy.CamelCase.ConvertName($"{operation}")]!["permissions"]!;
            HandlerPermissions.Of(typeName, operation).ShouldBe(
                permissions.AsArray().Select(action => action!.GetValue<string>()), $"{typeName} {operation}");
        }
    }

    [Fact]
    public void Users_have_all_five_operations() =>
        HandlerPermissions.Known.Where(key => key.TypeName == "AWS::Connect::User").Select(key => key.Operation)
            .ShouldBe(Enum.GetValues<UserOperation>(), ignoreOrder: true);

    private static JsonObject Schema(string typeName)
    {
        var assembly = typeName == "AWS::Connect::User" ? typeof(ConnectSimulator).Assembly : typeof(HandlerPermissionsTests).Assembly;
        var resource = assembly.GetManifestResourceNames().Single(name => name.EndsWith(typeName.Replace("::", "_", StringComparison.Ordinal) + ".json", StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(resource)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
