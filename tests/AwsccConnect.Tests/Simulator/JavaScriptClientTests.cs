namespace AwsccConnect.Tests.Simulator;

public class JavaScriptClientTests
{
    private static readonly string[] Modelled =
    [
        "AlreadyExistsException", "ClientTokenConflictException", "ConcurrentModificationException", "ConcurrentOperationException",
        "GeneralServiceException", "HandlerFailureException", "HandlerInternalFailureException", "InvalidCredentialsException",
        "InvalidRequestException", "NetworkFailureException", "NotStabilizedException", "NotUpdatableException", "PrivateTypeException",
        "RequestTokenNotFoundException", "ResourceConflictException", "ResourceNotFoundException", "ServiceInternalErrorException",
        "ServiceLimitExceededException", "ThrottlingException", "TypeNotFoundException", "UnsupportedActionException",
    ];

    [Fact]
    public async Task The_client_of_Cloud_Control_works_unchanged()
    {
        var result = await RunAsync("check.mjs", options =>
        {
            options.HandlerSeconds = 0.3;
            foreach (var name in Modelled)
            {
                options.Faults.Add(new SimulatorFault { User = $"raise/{name}", Kind = SimulatorFaultKind.Exception, ExceptionName = name });
            }
        });
        result["operations"]!.AsArray().Count.ShouldBe(8);
        result["exceptions"]!.AsArray().Select(name => (string)name!).ShouldBe(Modelled);
    }

    [Fact]
    public async Task The_client_of_Amazon_Connect_works_unchanged()
    {
        var result = await RunAsync("connect.mjs", options =>
        {
            options.Quota["SearchUsers"] = "0/5";
            options.Deny.Add("connect:ListSecurityProfiles");
            options.Faults.Add(new SimulatorFault
            {
                Operation = "ListRoutingProfiles", Kind = SimulatorFaultKind.Exception, ExceptionName = "InternalServiceException", Count = 1,
            });
        });
        result["operations"]!.AsArray().Select(name => (string)name!).ShouldBe(
            ["ListInstances", "ListRoutingProfiles", "ListUserHierarchyGroups", "ListUsers", "SearchUsers"]);
        result["exceptions"]!.AsArray().Count.ShouldBe(6);
    }

    private static async Task<JsonNode> RunAsync(string script, Action<SimulatorOptions> configure)
    {
        var node = PwshProcess.Find("node");
        var npm = PwshProcess.Find("npm");
        Assert.SkipWhen(node is null || npm is null, "node and npm are not installed.");
        using TemporaryFolder copy = new();
        foreach (var name in new[] { "package.json", "package-lock.json", ".npmrc", script })
        {
            File.Copy(Path.Combine(Repository.Root, "tests", "clients", "javascript", name), copy.PathOf(name));
        }

        (var code, var output, var error) = await PwshProcess.RunAsync(npm!, ["ci", "--ignore-scripts", "--no-progress"], folder: copy.Root);
        Assert.SkipWhen(code != 0, $"npm ci failed: {error}");
        await using var client = await RawClient.StartAsync(options =>
        {
            options.UserCount = 150;
            options.AccessKey = "AKIDEXAMPLE";
            options.SecretKey = "javascript-check";
            configure(options);
        });
        (code, output, error) = await PwshProcess.RunAsync(node!, [script], client.AwsEnvironment("AKIDEXAMPLE", "javascript-check"), copy.Root);
        code.ShouldBe(0, error);
        return JsonNode.Parse(output)!;
    }
}
