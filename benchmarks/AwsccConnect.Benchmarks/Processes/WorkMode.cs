using System.Collections;
using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwsccConnect.Benchmarks.Processes;

/// <summary>A PowerShell session with the assembled module imported, which runs scripts and says what they took.</summary>
internal static class WorkMode
{
    public static int Run()
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            // The engine's own default refuses scripts; pwsh's configuration says this.
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
        }

        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using (var import = PowerShell.Create(runspace))
        {
            import.AddCommand("Import-Module").AddParameter("Name", Repository.ModuleManifest).AddParameter("ErrorAction", "Stop").Invoke();
        }

        Say(new JsonObject { ["engine"] = typeof(PSObject).Assembly.GetName().Version!.ToString() });
        while (Console.In.ReadLine() is { } line)
        {
            Say(Answer(runspace, JsonNode.Parse(line)!.AsObject()));
        }

        return 0;
    }

    private static JsonObject Answer(Runspace runspace, JsonObject request)
    {
        foreach ((var name, var value) in request["variables"]!.AsObject())
        {
            runspace.SessionStateProxy.SetVariable(name, ToPowerShell(value));
        }

        using var shell = PowerShell.Create(runspace).AddScript(request["script"]!.ToString());
        using var self = Process.GetCurrentProcess();
        using PSDataCollection<PSObject> output = [];
        List<string> errors = [];
        var allocated = GC.GetTotalAllocatedBytes();
        var cpu = self.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException exception)
        {
            errors.Add($"{exception.ErrorRecord.FullyQualifiedErrorId}: {exception.Message}");
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        self.Refresh();
        var cpuSeconds = (self.TotalProcessorTime - cpu).TotalSeconds;
        errors.AddRange(shell.Streams.Error.Select(error => $"{error.FullyQualifiedErrorId}: {error}"));
        return new JsonObject
        {
            ["seconds"] = seconds,
            ["cpuSeconds"] = cpuSeconds,
            ["allocatedBytes"] = GC.GetTotalAllocatedBytes() - allocated,
            ["count"] = output.Count,
            ["errors"] = new JsonArray([.. errors.Select(error => (JsonNode)error)]),
            ["texts"] = new JsonArray([.. output.Select(item => item?.BaseObject).OfType<string>().Select(text => (JsonNode)text)]),
        };
    }

    private static object? ToPowerShell(JsonNode? value)
    {
        if (value is JsonObject members)
        {
            Hashtable table = new(StringComparer.OrdinalIgnoreCase);
            foreach ((var name, var member) in members)
            {
                table[name] = ToPowerShell(member);
            }

            return table;
        }

        return value?.GetValueKind() switch
        {
            null or JsonValueKind.Null => null,
            JsonValueKind.Number => value.GetValue<int>(),
            _ => value.ToString(),
        };
    }

    private static void Say(JsonObject response)
    {
        Console.Out.WriteLine(response.ToJsonString());
        Console.Out.Flush();
    }
}
