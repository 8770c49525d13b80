namespace AwsccConnect.Tests.Simulator;

public class AwsCliTests
{
    private const string AccessKey = "AKIDEXAMPLE";
    private const string SecretKey = "command-line-check";
    private static readonly string? Aws = PwshProcess.Find("aws");

    [Fact]
    public async Task The_AWS_command_line_works_unchanged()
    {
        await using var client = await StartAsync(options =>
        {
            options.UserCount = 120;
            options.HandlerSeconds = 0.2;
        });
        Cli cli = new(client);

        (await cli.FailAsync("list-resources", "--type-name", RawClient.UserType)).ShouldContain("(InvalidRequestException) when calling the ListResources operation");
        var model = new JsonObject { ["InstanceArn"] = client.Simulator.InstanceArn }.ToJsonString();
        var users = (await cli.RunAsync("list-resources", "--type-name", RawClient.UserType, "--resource-model", model))["ResourceDescriptions"]!.AsArray();
        users.Count.ShouldBe(120);
        var first = (string)users[0]!["Identifier"]!;

        var read = await cli.RunAsync("get-resource", "--type-name", RawClient.UserType, "--identifier", first);
        var sample = JsonNode.Parse((string)read["ResourceDescription"]!["Properties"]!)!.AsObject();
        JsonObject desired = new()
        {
            ["InstanceArn"] = client.Simulator.InstanceArn,
            ["Username"] = "cli.user",
            ["Password"] = RawClient.Password,
            ["IdentityInfo"] = new JsonObject { ["FirstName"] = "New", ["LastName"] = "User" },
            ["RoutingProfileArn"] = (string)sample["RoutingProfileArn"]!,
            ["SecurityProfileArns"] = sample["SecurityProfileArns"]!.DeepClone(),
        };
        var created = await cli.RunAsync("create-resource", "--type-name", RawClient.UserType, "--desired-state", desired.ToJsonString());
        var arn = await cli.FinishAsync(created);
        arn.ShouldBe(client.Simulator.FindUser("cli.user"));

        const string patch = """[{"op":"add","path":"/IdentityInfo","value":{"FirstName":"Cli"}}]""";
        await cli.FinishAsync(await cli.RunAsync("update-resource", "--type-name", RawClient.UserType, "--identifier", arn, "--patch-document", patch));
        ((string)client.Properties(arn)["IdentityInfo"]!["FirstName"]!).ShouldBe("Cli");
        await cli.FinishAsync(await cli.RunAsync("delete-resource", "--type-name", RawClient.UserType, "--identifier", arn));
        (await cli.FailAsync("get-resource", "--type-name", RawClient.UserType, "--identifier", arn)).ShouldContain("(ResourceNotFoundException)");

        var history = await cli.RunAsync("list-resource-requests", "--resource-request-status-filter", "Operations=CREATE,UPDATE,DELETE,OperationStatuses=SUCCESS");
        history["ResourceRequestStatusSummaries"]!.AsArray().Count.ShouldBe(3);

        (await cli.FailAsync("cancel-resource-request", "--request-token", (string)created["ProgressEvent"]!["RequestToken"]!)).ShouldContain("SUCCESS");
        client.Simulator.Calls.Count(call => call.Outcome is "InvalidSignatureException" or "InternalFailure").ShouldBe(0);
    }

    [Fact]
    public async Task The_AWS_command_line_cancels_and_is_held_to_its_keys()
    {
        await using var client = await StartAsync(options => options.HandlerSeconds = 600);
        Cli cli = new(client);
        var model = new JsonObject { ["InstanceArn"] = client.Simulator.InstanceArn }.ToJsonString();
        var users = (await cli.RunAsync("list-resources", "--type-name", RawClient.UserType, "--resource-model", model))["ResourceDescriptions"]!.AsArray();
        var deleting = await cli.RunAsync("delete-resource", "--type-name", RawClient.UserType, "--identifier", (string)users[0]!["Identifier"]!);
        var cancelled = await cli.RunAsync("cancel-resource-request", "--request-token", (string)deleting["ProgressEvent"]!["RequestToken"]!);
        ((string)cancelled["ProgressEvent"]!["OperationStatus"]!).ShouldBe("CANCEL_IN_PROGRESS");
        client.Simulator.UserCount.ShouldBe(5);

        (await new Cli(client, secretKey: "wrong").FailAsync("list-resource-requests")).ShouldContain("(InvalidSignatureException)");
        (await new Cli(client, accessKey: "AKIDOTHER").FailAsync("list-resource-requests")).ShouldContain("(UnrecognizedClientException)");
    }

    [Fact]
    public async Task The_AWS_command_line_works_with_the_operations_of_Amazon_Connect()
    {
        await using var client = await StartAsync(options =>
        {
            options.UserCount = 30;
            options.Deny = ["connect:ListSecurityProfiles"];
        });
        var username = (string)client.Properties(client.Simulator.FindUser("sara.smith")!)["Username"]!;
        Cli cli = new(client, "connect");
        string[] instance = ["--instance-id", client.Simulator.InstanceArn];

        // Pages of its own: the token of a page is in a signed query.
        (await cli.RunAsync(["list-users", .. instance, "--page-size", "12"]))["UserSummaryList"]!.AsArray().Count.ShouldBe(30);
        var found = (await cli.RunAsync(
            ["search-users", .. instance, "--search-criteria", $"StringCondition={{FieldName=Username,Value={username},ComparisonType=EXACT}}"]))["Users"]!.AsArray();
        ((string)found.ShouldHaveSingleItem()!["Arn"]!).ShouldBe(client.Simulator.FindUser(username));
        (await cli.FailAsync(["list-security-profiles", .. instance])).ShouldContain("(AccessDeniedException)");
        (await cli.FailAsync(["list-users", "--instance-id", "11111111-2222-3333-4444-555555555555"])).ShouldContain("(ResourceNotFoundException)");
        client.Simulator.Calls.Count(call => call.Outcome is "InvalidSignatureException" or "InternalFailure").ShouldBe(0);
    }

    private static async Task<RawClient> StartAsync(Action<SimulatorOptions> configure)
    {
        Assert.SkipWhen(Aws is null, "The AWS CLI is not installed.");
        Assert.SkipWhen((await PwshProcess.RunAsync(Aws, ["--version"])).ExitCode != 0, "The AWS CLI does not start.");
        return await RawClient.StartAsync(options =>
        {
            options.AccessKey = AccessKey;
            options.SecretKey = SecretKey;
            configure(options);
        });
    }

    private sealed class Cli(RawClient client, string service = "cloudcontrol", string accessKey = AccessKey, string secretKey = SecretKey)
    {
        public async Task<JsonObject> RunAsync(params string[] arguments)
        {
            (var code, var output, var error) = await InvokeAsync(arguments);
            code.ShouldBe(0, error);
            return JsonNode.Parse(output)!.AsObject();
        }

        public async Task<string> FailAsync(params string[] arguments)
        {
            (var code, _, var error) = await InvokeAsync(arguments);
            code.ShouldNotBe(0);
            return error;
        }

        /// <summary>Waits with the CLI's own waiter and returns the identifier.</summary>
        public async Task<string> FinishAsync(JsonObject write)
        {
            var token = (string)write["ProgressEvent"]!["RequestToken"]!;
            (var code, _, var error) = await InvokeAsync(["wait", "resource-request-success", "--request-token", token]);
            code.ShouldBe(0, error);
            return (string)(await RunAsync("get-resource-request-status", "--request-token", token))["ProgressEvent"]!["Identifier"]!;
        }

        private Task<PwshResult> InvokeAsync(IEnumerable<string> arguments) => PwshProcess.RunAsync(
            Aws!, [service, .. arguments, "--endpoint-url", client.Simulator.Url.ToString(), "--output", "json"], client.AwsEnvironment(accessKey, secretKey));
    }
}
