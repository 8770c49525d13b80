using System.Diagnostics;
using AwsccConnect.Benchmarks.Processes;

namespace AwsccConnect.Benchmarks.Peers;

/// <summary>The AWS SDK for JavaScript on Node.js.</summary>
internal static class JavaScriptPeer
{
    /// <summary>Starts the one that lists all pages and then reads; null, with the reason said, where it cannot run.</summary>
    public static async Task<ReadingPeer?> TryStartAsync(Action<string> say)
    {
        if (await TryPrepareAsync("peer.mjs", say) is not { } start)
        {
            return null;
        }

        ReadingPeer peer = new(await LineProcess.StartAsync(start));
        say($"JavaScript: Node.js {peer.Platform}, @aws-sdk/client-cloudcontrol {peer.Sdk}");
        return peer;
    }

    /// <summary>How a script is started; installs its packages first where they are not there yet. Null, with the reason said, where it cannot run.</summary>
    public static async Task<ProcessStartInfo?> TryPrepareAsync(string script, Action<string> say)
    {
        var folder = Path.Combine(Repository.Root, "benchmarks", "peers", "javascript");
        var node = Executables.Find("node");
        if (node is null)
        {
            say("JavaScript left out: node is not on the PATH.");
            return null;
        }

        if (!Directory.Exists(Path.Combine(folder, "node_modules", "@aws-sdk", "client-connect")))
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

        ProcessStartInfo start = new(node, [Path.Combine(folder, script)]) { WorkingDirectory = folder };
        start.Environment["NODE_NO_WARNINGS"] = "1";
        return start;
    }
}
