using System.Diagnostics;
using System.Text.Json.Nodes;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;

namespace AwsccConnect.Benchmarks.Processes;

/// <summary>
/// The bare AWS SDK for .NET as a process of its own: lists all pages, then reads with a number in flight and parses each user.
/// It shows how much of the module's cost is the SDK's. Speaks as <c>peers/javascript/peer.mjs</c> does.
/// </summary>
internal static class ClientMode
{
    private const string TypeName = "AWS::Connect::User";

    public static async Task<int> RunAsync()
    {
        AmazonCloudControlApiClient? client = null;
        Say(new JsonObject { ["ready"] = Environment.Version.ToString(), ["sdk"] = typeof(ClientConfig).Assembly.GetName().Version!.ToString() });
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var request = JsonNode.Parse(line)!.AsObject();
            client ??= new AmazonCloudControlApiClient(
                new BasicAWSCredentials(Text("accessKey"), Text("secretKey")),
                new AmazonCloudControlApiConfig { ServiceURL = Text("endpoint"), AuthenticationRegion = Text("region"), MaxErrorRetry = 0 });
            Say(await MeasureAsync(client, Text("instanceArn"), request["inFlight"]!.GetValue<int>()));

            string Text(string name) => request[name]!.ToString();
        }

        client?.Dispose();
        return 0;
    }

    private static async Task<JsonObject> MeasureAsync(AmazonCloudControlApiClient client, string instanceArn, int inFlight)
    {
        using var self = Process.GetCurrentProcess();
        var allocated = GC.GetTotalAllocatedBytes();
        var cpu = self.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        List<JsonNode?> users = [];
        var identifiers = await ListAsync(client, instanceArn);
        var listed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await Parallel.ForEachAsync(
            identifiers,
            new ParallelOptions { MaxDegreeOfParallelism = inFlight },
            async (identifier, cancellation) =>
            {
                var response = await client.GetResourceAsync(
                    new GetResourceRequest { TypeName = TypeName, Identifier = identifier }, cancellation);
                var user = JsonNode.Parse(response.ResourceDescription.Properties);
                lock (users)
                {
                    users.Add(user);
                }
            });
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        self.Refresh();
        return new JsonObject
        {
            ["count"] = users.Count,
            ["seconds"] = seconds,
            ["readSeconds"] = seconds - listed,
            ["cpuSeconds"] = (self.TotalProcessorTime - cpu).TotalSeconds,
            ["allocatedBytes"] = GC.GetTotalAllocatedBytes() - allocated,
        };
    }

    private static async Task<List<string>> ListAsync(AmazonCloudControlApiClient client, string instanceArn)
    {
        ListResourcesRequest request = new()
        {
            TypeName = TypeName,
            ResourceModel = new JsonObject { ["InstanceArn"] = instanceArn }.ToJsonString(),
        };
        List<string> identifiers = [];
        do
        {
            var page = await client.ListResourcesAsync(request);
            identifiers.AddRange(page.ResourceDescriptions.Select(description => description.Identifier));
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return identifiers;
    }

    private static void Say(JsonObject response)
    {
        Console.Out.WriteLine(response.ToJsonString());
        Console.Out.Flush();
    }
}
