using System.Diagnostics;
using AwsccConnect.Benchmarks.Processes;

namespace AwsccConnect.Benchmarks.Peers;

/// <summary>The AWS SDK for JavaScript on Node.js: lists all pages, then reads with the same number in flight.</summary>
internal static class JavaScriptPeer
{
    /// <summary>Starts it; installs its packages first where they are not there yet.</summary>
    public static async Task<ReadingPeer?> TryStartAsync(Action<string> say)
    {
        var folder = Path.Combine(Repository.Root, "benchmarks", "peers", "javascript");
        var node = Executables.Find("node");
        if (node is null)
        {
            say("JavaScript left out: node is not on the PATH.");
            return null;
        }

        if (!Directory.Exists(Path.Combine(folder, "node_modules", "@aws-sdk")))
        {
            var npm = Executables.Find("npm");
            if (npm is null)
            {
                say("JavaScript left out: npm is not on the PATH.");
                return null;
            }

            ProcessStartInfo install = new(npm, ["ci", "--no-progress"]) { WorkingDirectory = folder };
            (var exitCode, var text) = await Executables.RunAsync(install);
            if (exitCode != 0)
            {
                say($"JavaScript left out: npm ci failed: {text.Trim().ReplaceLineEndings(" ")}");
                return null;
            }
        }

        ProcessStartInfo start = new(node, [Path.Combine(folder, "peer.mjs")]) { WorkingDirectory = folder };
        start.Environment["NODE_NO_WARNINGS"] = "1";
        ReadingPeer peer = new(await LineProcess.StartAsync(start));
        say($"JavaScript: Node.js {peer.Platform}, @aws-sdk/client-cloudcontrol {peer.Sdk}");
        return peer;
    }
}
