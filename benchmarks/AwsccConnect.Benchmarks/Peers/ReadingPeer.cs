using System.Text.Json.Nodes;
using AwsccConnect.Benchmarks.Processes;

namespace AwsccConnect.Benchmarks.Peers;

/// <summary>A program that lists all pages and then reads the users, as a process of its own.</summary>
internal sealed class ReadingPeer(LineProcess process) : IAsyncDisposable
{
    /// <summary>Version of the platform, for instance of Node.js.</summary>
    public string Platform => process.Greeting["ready"]!.ToString();

    /// <summary>Version of its SDK.</summary>
    public string Sdk => process.Greeting["sdk"]!.ToString();

    /// <summary>The bare AWS SDK for .NET.</summary>
    public static async Task<ReadingPeer> StartDotNetAsync() => new(await LineProcess.StartSelfAsync("client", []));

    /// <exception cref="InvalidOperationException">It failed, or read another number of users.</exception>
    public async Task<PeerResult> ReadAsync(Service service, int inFlight, int users)
    {
        var response = await process.AskAsync(new JsonObject
        {
            ["endpoint"] = service.Url.ToString(),
            ["region"] = service.Region,
            ["accessKey"] = Service.AccessKey,
            ["secretKey"] = Service.SecretKey,
            ["instanceArn"] = service.InstanceArn,
            ["inFlight"] = inFlight,
        });
        var count = response["count"]!.GetValue<int>();
        return count == users
            ? new PeerResult(response["seconds"]!.GetValue<double>(), response["cpuSeconds"]!.GetValue<double>(), response["allocatedBytes"]?.GetValue<long>(), response["readSeconds"]?.GetValue<double>())
            : throw new InvalidOperationException($"The peer read {count} users instead of {users}.");
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
