using System.Text;
using System.Text.Json.Nodes;

namespace AwsccConnect.Tests.Simulator;

/// <summary>A simulator of its own and a client of nothing but HttpClient.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    public const string UserType = "AWS::Connect::User";
    public const string Password = "Secret0Phrase";

    private RawClient(ConnectSimulator simulator) => Simulator = simulator;

    public ConnectSimulator Simulator { get; }

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(60) };

    public static async Task<RawClient> StartAsync(Action<SimulatorOptions>? configure = null)
    {
        SimulatorOptions options = new() { UserCount = 5 };
        configure?.Invoke(options);
        return new RawClient(await ConnectSimulator.StartAsync(options, TestContext.Current.CancellationToken));
    }

    public async Task<RawReply> CallAsync(string operation, JsonObject body, Action<HttpRequestMessage>? change = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Simulator.Url)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0"),
        };
        request.Headers.Add("X-Amz-Target", "CloudApiService." + operation);
        change?.Invoke(request);
        return await SendAsync(request);
    }

    /// <summary>Calls an operation of Amazon Connect's own API: a GET, or a POST where there is a body.</summary>
    public async Task<RawReply> ConnectAsync(string path, JsonObject? body = null)
    {
        using HttpRequestMessage request = new(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(Simulator.Url, path));
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await SendAsync(request);
    }

    /// <summary>SearchUsers on the first instance.</summary>
    public Task<RawReply> SearchAsync(JsonObject? input = null)
    {
        var body = input ?? [];
        body["InstanceId"] = Simulator.InstanceArn.Split('/')[1];
        return ConnectAsync("search-users", body);
    }

    public JsonObject NewUser(string username, Action<JsonObject>? change = null)
    {
        JsonObject user = new()
        {
            ["InstanceArn"] = Simulator.InstanceArn,
            ["Username"] = username,
            ["Password"] = Password,
            ["RoutingProfileArn"] = Simulator.Instances[0].RoutingProfileArns[0],
            ["SecurityProfileArns"] = new JsonArray(Simulator.Instances[0].SecurityProfileArns[0]),
            ["IdentityInfo"] = new JsonObject { ["FirstName"] = "New", ["LastName"] = "User" },
            ["PhoneConfig"] = new JsonObject { ["PhoneType"] = "SOFT_PHONE" },
        };
        change?.Invoke(user);
        return user;
    }

    // Members that are null are taken as absent.
    public Task<RawReply> CreateAsync(JsonObject desired, string? clientToken = null) =>
        CallAsync("CreateResource", new() { ["TypeName"] = UserType, ["DesiredState"] = desired.ToJsonString(), ["ClientToken"] = clientToken });

    public Task<RawReply> UpdateAsync(string identifier, string patch, string? clientToken = null) =>
        CallAsync("UpdateResource", new() { ["TypeName"] = UserType, ["Identifier"] = identifier, ["PatchDocument"] = patch, ["ClientToken"] = clientToken });

    public Task<RawReply> DeleteAsync(string identifier, string? clientToken = null) =>
        CallAsync("DeleteResource", new() { ["TypeName"] = UserType, ["Identifier"] = identifier, ["ClientToken"] = clientToken });

    public Task<RawReply> GetAsync(string identifier, string type = UserType) =>
        CallAsync("GetResource", new JsonObject { ["TypeName"] = type, ["Identifier"] = identifier });

    public Task<RawReply> ListAsync(string type = UserType, string? nextToken = null, string? model = null) => CallAsync("ListResources", new()
    {
        ["TypeName"] = type,
        ["ResourceModel"] = model ?? new JsonObject { ["InstanceArn"] = Simulator.InstanceArn }.ToJsonString(),
        ["NextToken"] = nextToken,
    });

    public Task<RawReply> StatusAsync(string requestToken) =>
        CallAsync("GetResourceRequestStatus", new JsonObject { ["RequestToken"] = requestToken });

    public async Task<JsonObject> StatusAsync(RawReply write)
    {
        write.Status.ShouldBe(200, write.Text);
        return (await StatusAsync((string)write.Event["RequestToken"]!)).Event;
    }

    /// <summary>The final event of a write that is expected to be accepted and to fail.</summary>
    public async Task<JsonObject> FailureAsync(Task<RawReply> write, string code)
    {
        var final = await StatusAsync(await write);
        ((string)final["OperationStatus"]!).ShouldBe("FAILED");
        ((string)final["ErrorCode"]!).ShouldBe(code);
        return final;
    }

    public async Task<JsonObject> SuccessAsync(Task<RawReply> write)
    {
        var final = await StatusAsync(await write);
        ((string)final["OperationStatus"]!).ShouldBe("SUCCESS", final.ToJsonString());
        return final;
    }

    public string FirstUser() => Users()[0];

    public IReadOnlyList<string> Users() => JsonNode.Parse(ListAsync().GetAwaiter().GetResult().Text)!["ResourceDescriptions"]!.AsArray()
        .Select(item => (string)item!["Identifier"]!).ToList();

    public JsonObject Properties(string identifier) => JsonNode.Parse(Simulator.GetProperties(identifier))!.AsObject();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Simulator.DisposeAsync();
    }

    public static string Patch(string op, string path, JsonNode? value = null)
    {
        JsonObject operation = new() { ["op"] = op, ["path"] = path };
        if (op is not "remove")
        {
            operation["value"] = value;
        }

        return new JsonArray(operation).ToJsonString();
    }

    private async Task<RawReply> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new RawReply((int)response.StatusCode, text, response.Headers, response.Content.Headers.ContentType?.MediaType);
    }
}
