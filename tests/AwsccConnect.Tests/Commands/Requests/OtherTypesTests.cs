namespace AwsccConnect.Tests.Commands.Requests;

/// <summary>The history of an account has requests of other programs for other resource types.</summary>
public sealed class OtherTypesTests : RequestSession
{
    [Fact]
    public async Task Requests_for_other_types_are_listed_with_All_only()
    {
        var path = Path.Combine(Folder, "state.json");
        await using (var first = await ConnectSimulator.StartAsync(new SimulatorOptions { UserCount = 0, StatePath = path }))
        {
            Run("$PSDefaultParameterValues['*-Connect*:EndpointUrl'] = $url", ("url", first.Url.ToString()));
            Run("'a.a', 'b.b', 'c.c' | ForEach-Object { New-ConnectUser $_ } | Out-Null");
        }

        var state = JsonNode.Parse(await File.ReadAllTextAsync(path))!.AsObject();
        var other = Requests(state).Single(request => Value(request, "Username") == "b.b");
        Set(other, "TypeName", "AWS::S3::Bucket");
        Set(other, "Identifier", "my-bucket");
        Set(other, "Model", "{\"Password\":\"hidden\"}");
        await File.WriteAllTextAsync(path, state.ToJsonString());

        await using var second = await ConnectSimulator.StartAsync(new SimulatorOptions { UserCount = 0, StatePath = path });
        Run("$PSDefaultParameterValues['*-Connect*:EndpointUrl'] = $url", ("url", second.Url.ToString()));
        Run("Get-ConnectUserRequest -Username *").Select(request => Text(request, "User")).ShouldBe(["c.c", "a.a"]);
        var all = Run("Get-ConnectUserRequest -All");
        all.Select(request => Text(request, "TypeName")).ShouldBe(["AWS::Connect::User", "AWS::S3::Bucket", "AWS::Connect::User"]);
        Text(all[1], "User").ShouldBe("my-bucket");
        all[1].Properties.ShouldAllBe(property => !$"{property.Value}".Contains("hidden", StringComparison.Ordinal));
        Run("Get-ConnectUserRequest -First 2").Count.ShouldBe(2, "what is left out does not count");
        Run("Get-ConnectUserRequest -All -Username *").Count.ShouldBe(2, "what is no user has no username");
    }

    private static IEnumerable<JsonObject> Requests(JsonObject state) => state
        .Single(member => member.Key.Equals("Requests", StringComparison.OrdinalIgnoreCase)).Value!.AsArray().Select(request => request!.AsObject());

    private static string? Value(JsonObject request, string name) => request.SingleOrDefault(member => Is(member, name)).Value?.ToString();

    private static void Set(JsonObject request, string name, string value) =>
        request[request.Select(member => member.Key).SingleOrDefault(key => key.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name] = value;

    private static bool Is(KeyValuePair<string, JsonNode?> member, string name) => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
