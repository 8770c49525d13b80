namespace AwsccConnect.Tests.Simulator;

/// <summary>A simulator of its own and a client of nothing but HttpClient.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    public const string UserType = "AWS::Connect::User";
    public const string Password = "Secret0Phrase";

    private RawClient(ConnectSimulator simulator) => Simulator = simulator;

    public ConnectSimulator Simulator { get; }

    public static HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(60) };

    public static async Task<RawClient> StartAsync(Action<SimulatorOptions>? configure = null)
    {
        SimulatorOptions options = new() { UserCount = 5 };
        configure?.Invoke(options);
        return new RawClient(await ConnectSimulator.StartAsync(options, TestContext.Current.CancellationToken));
    }

    public Task<RawReply> CallAsync(string operation, JsonObject body, Action<HttpRequestMessage>? change = null) => CallAsync(Simulator, operation, body, change);

    /// <summary>Calls an operation of Cloud Control on any simulator.</summary>
    public static async Task<RawReply> CallAsync(ConnectSimulator simulator, string operation, JsonObject body, Action<HttpRequestMessage>? change = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, simulator.Url)
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

    /// <summary>The variables that point other programs at the simulator, without those of the tests.</summary>
    public Dictionary<string, string?> AwsEnvironment(string accessKey, string secretKey)
    {
        var variables = Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(name => name, _ => (string?)null);
        variables["AWS_ENDPOINT_URL_CLOUDCONTROL"] = variables["AWS_ENDPOINT_URL_CONNECT"] = Simulator.Url.ToString();
        variables["AWS_REGION"] = variables["AWS_DEFAULT_REGION"] = Simulator.Region;
        variables["AWS_ACCESS_KEY_ID"] = accessKey;
        variables["AWS_SECRET_ACCESS_KEY"] = secretKey;
        variables["AWS_MAX_ATTEMPTS"] = "1";
        variables["AWS_PAGER"] = string.Empty;
        variables["AWS_CONFIG_FILE"] = Path.Combine(Path.GetTempPath(), "no-such-aws-config");
        variables["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(Path.GetTempPath(), "no-such-aws-credentials");
        variables["AWS_EC2_METADATA_DISABLED"] = "true";
        variables["CONNECT_INSTANCE_ARN"] = Simulator.InstanceArn;
        return variables;
    }

    public ValueTask DisposeAsync() => Simulator.DisposeAsync();

    public static string Patch(string op, string path, JsonNode? value = null)
    {
        JsonObject operation = new() { ["op"] = op, ["path"] = path };
        if (op is not "remove")
        {
            operation["value"] = value;
        }

        return new JsonArray(operation).ToJsonString();
    }

    private static async Task<RawReply> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new RawReply((int)response.StatusCode, text, response.Headers, response.Content.Headers.ContentType?.MediaType);
    }
}
