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
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new RawReply((int)response.StatusCode, text, response.Headers, response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>Calls an operation of Amazon Connect's own API: a GET, or a POST where there is a body.</summary>
    public async Task<RawReply> ConnectAsync(string path, JsonObject? body = null)
    {
        using HttpRequestMessage request = new(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(Simulator.Url, path));
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new RawReply((int)response.StatusCode, text, response.Headers, response.Content.Headers.ContentType?.MediaType);
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
        var sample = Properties(FirstUser());
        JsonObject user = new()
        {
            ["InstanceArn"] = Simulator.InstanceArn,
            ["Username"] = username,
            ["Password"] = Password,
            ["RoutingProfileArn"] = (string)sample["RoutingProfileArn"]!,
            ["SecurityProfileArns"] = new JsonArray((string)sample["SecurityProfileArns"]![0]!),
            ["IdentityInfo"] = new JsonObject { ["FirstName"] = "New", ["LastName"] = "User" },
            ["PhoneConfig"] = new JsonObject { ["PhoneType"] = "SOFT_PHONE" },
        };
        change?.Invoke(user);
        return user;
    }

    public Task<RawReply> CreateAsync(JsonObject desired, string? clientToken = null)
    {
        JsonObject body = new() { ["TypeName"] = UserType, ["DesiredState"] = desired.ToJsonString() };
        return CallAsync("CreateResource", WithToken(body, clientToken));
    }

    public Task<RawReply> UpdateAsync(string identifier, string patch, string? clientToken = null)
    {
        JsonObject body = new() { ["TypeName"] = UserType, ["Identifier"] = identifier, ["PatchDocument"] = patch };
        return CallAsync("UpdateResource", WithToken(body, clientToken));
    }

    public Task<RawReply> DeleteAsync(string identifier, string? clientToken = null)
    {
        JsonObject body = new() { ["TypeName"] = UserType, ["Identifier"] = identifier };
        return CallAsync("DeleteResource", WithToken(body, clientToken));
    }

    public Task<RawReply> GetAsync(string identifier, string type = UserType) =>
        CallAsync("GetResource", new JsonObject { ["TypeName"] = type, ["Identifier"] = identifier });

    public Task<RawReply> ListAsync(string type = UserType, string? nextToken = null, string? model = null)
    {
        JsonObject body = new() { ["TypeName"] = type, ["ResourceModel"] = model ?? new JsonObject { ["InstanceArn"] = Simulator.InstanceArn }.ToJsonString() };
        if (nextToken is not null)
        {
            body["NextToken"] = nextToken;
        }

        return CallAsync("ListResources", body);
    }

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

    private static JsonObject WithToken(JsonObject body, string? clientToken)
    {
        if (clientToken is not null)
        {
            body["ClientToken"] = clientToken;
        }

        return body;
    }
}
