using System.Text.Json.Nodes;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users.Import;
using BenchmarkDotNet.Attributes;

namespace AwsccConnect.MicroBenchmarks;

/// <summary>What is computed for each user, without a network.</summary>
[MemoryDiagnoser]
public class UserBenchmarks
{
    private string _json = "";
    private JsonObject _live = [];
    private JsonObject _desired = [];
    private List<KeyValuePair<string, object?>> _cells = [];

    /// <summary>Takes a user of the simulator: tags, proficiencies and phone settings as the field has them.</summary>
    [GlobalSetup]
    public async Task SetUpAsync()
    {
        await using var simulator = await ConnectSimulator.StartAsync(new SimulatorOptions { UserCount = 1 });
        using HttpClient http = new() { BaseAddress = simulator.Url };
        using StringContent content = new($$$"""{"TypeName":"AWS::Connect::User","ResourceModel":"{\"InstanceArn\":\"{{{simulator.InstanceArn}}}\"}"}""");
        content.Headers.ContentType = new("application/x-amz-json-1.0");
        content.Headers.Add("X-Amz-Target", "CloudApiService.ListResources");
        using var page = await http.PostAsync(new Uri("/", UriKind.Relative), content);
        var list = JsonNode.Parse(await page.Content.ReadAsStringAsync())!;
        _json = simulator.GetProperties(list["ResourceDescriptions"]![0]!["Identifier"]!.ToString());
        _live = JsonNode.Parse(_json)!.AsObject();
        _desired = _live.DeepClone().AsObject();
        _desired["IdentityInfo"]!["LastName"] = "Changed";
        _cells =
        [
            new("Username", "agent1"),
            new("FirstName", "Agent"),
            new("LastName", "Number 1"),
            new("Email", "agent1@example.com"),
            new("PhoneType", "SOFT_PHONE"),
            new("AutoAccept", "true"),
            new("AfterContactWorkTimeLimit", "60"),
            new("RoutingProfileArn", _live["RoutingProfileArn"]!.ToString()),
            new("SecurityProfileArns", _live["SecurityProfileArns"]![0]!.ToString()),
            new("InstanceArn", simulator.InstanceArn),
            new("tag:Team", "Claims"),
            new("tag:Site", "Cardiff"),
        ];
    }

    /// <summary>A patch that changes one leaf.</summary>
    [Benchmark]
    public object CreatePatch() => UserPatch.Create(_live, _desired);

    /// <summary>The patch as it goes over the wire.</summary>
    [Benchmark]
    public string CreateAndWritePatch() => UserPatch.Create(_live, _desired).ToJson();

    /// <summary>A user from the response of a read.</summary>
    [Benchmark]
    public ConnectUser ReadUser() => ConnectUser.FromJson(_json, "eu-west-2");

    /// <summary>A user from the response of a read, with its name looked at, as a filter does.</summary>
    [Benchmark]
    public string? ReadUserAndLook()
    {
        var user = ConnectUser.FromJson(_json, "eu-west-2");
        return user.Username + user.FirstName + user.PhoneType;
    }

    /// <summary>A row of a roster of twelve columns.</summary>
    [Benchmark]
    public object ReadRosterRow() => UserRowReader.Read(_cells, allowPlainTextPassword: false);
}
