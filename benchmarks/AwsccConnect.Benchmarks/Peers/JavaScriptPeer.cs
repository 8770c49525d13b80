using System.Diagnostics;
using System.Text.Json.Nodes;
using AwsccConnect.Benchmarks.Processes;

namespace AwsccConnect.Benchmarks.Peers;

/// <summary>The AWS SDK for JavaScript on Node.js: lists all pages, then reads with the same number in flight.</summary>
internal sealed class JavaScriptPeer : IAsyncDisposable
{
    private readonly LineProcess _process;

    private JavaScriptPeer(LineProcess process)
    {
        _process = process;
    }

    /// <summary>Starts it; installs its packages first where they are not there yet.</summary>
    /// <returns>The peer, or null when this machine cannot run it; the reason is told.</returns>
    public static async Task<JavaScriptPeer?> TryStartAsync(Action<string> say)
    {
        string folder = Path.Combine(Repository.Root, "benchmarks", "peers", "javascript");
        string? node = Executables.Find("node");
        if (node is null)
        {
            say("JavaScript left out: node is not on the PATH.");
            return null;
        }

        if (!Directory.Exists(Path.Combine(folder, "node_modules", "@aws-sdk")))
        {
            string? npm = Executables.Find("npm");
            if (npm is null)
            {
                say("JavaScript left out: npm is not on the PATH.");
                return null;
            }

            ProcessStartInfo install = new(npm, ["ci", "--no-progress"]) { WorkingDirectory = folder };
            (int exitCode, string text) = await Executables.RunAsync(install);
            if (exitCode != 0)
            {
                say($"JavaScript left out: npm ci failed: {text.Trim().ReplaceLineEndings(" ")}");
                return null;
            }
        }

        ProcessStartInfo start = new(node, [Path.Combine(folder, "peer.mjs")]) { WorkingDirectory = folder };
        start.Environment["NODE_NO_WARNINGS"] = "1";
        LineProcess process = await LineProcess.StartAsync(start);
        say($"JavaScript: Node.js {process.Greeting["ready"]}, @aws-sdk/client-cloudcontrol {process.Greeting["sdk"]}");
        return new JavaScriptPeer(process);
    }

    /// <exception cref="InvalidOperationException">It failed, or read another number of users.</exception>
    public async Task<PeerResult> ReadAsync(Service service, int inFlight, int users)
    {
        JsonObject answer = await _process.AskAsync(new JsonObject
        {
            ["endpoint"] = service.Url.ToString(),
            ["region"] = service.Region,
            ["accessKey"] = Service.AccessKey,
            ["secretKey"] = Service.SecretKey,
            ["instanceArn"] = service.InstanceArn,
            ["inFlight"] = inFlight,
        });
        int count = answer["count"]!.GetValue<int>();
        return count == users
            ? new PeerResult(answer["seconds"]!.GetValue<double>(), answer["cpuSeconds"]!.GetValue<double>())
            : throw new InvalidOperationException($"The JavaScript peer read {count} users instead of {users}.");
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
