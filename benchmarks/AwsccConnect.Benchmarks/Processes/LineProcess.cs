using System.Diagnostics;
using System.Text.Json.Nodes;

namespace AwsccConnect.Benchmarks.Processes;

/// <summary>A child process that responds to each line of JSON on its input with a line of JSON on its output, and ends when its input does.</summary>
internal sealed class LineProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly SemaphoreSlim _turn = new(1);

    private LineProcess(Process process)
    {
        _process = process;
    }

    /// <summary>The first line, which says that the process is ready.</summary>
    public JsonObject Greeting { get; private set; } = [];

    public static async Task<LineProcess> StartAsync(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        LineProcess process = new(Process.Start(start)!);
        process.Greeting = await process.ReadAsync();
        return process;
    }

    /// <summary>This program in one of its modes.</summary>
    public static Task<LineProcess> StartSelfAsync(string mode, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Program).Assembly.Location);
        }

        start.ArgumentList.Add(mode);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return StartAsync(start);
    }

    /// <exception cref="InvalidOperationException">The process responded with an error, or has ended.</exception>
    public async Task<JsonObject> AskAsync(JsonObject request)
    {
        await _turn.WaitAsync();
        try
        {
            await _process.StandardInput.WriteLineAsync(request.ToJsonString());
            await _process.StandardInput.FlushAsync();
            return await ReadAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using CancellationTokenSource limit = new(Patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _turn.Dispose();
    }

    private async Task<JsonObject> ReadAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)} has ended.");
        var response = JsonNode.Parse(line)!.AsObject();
        return response["error"] is { } error ? throw new InvalidOperationException(error.ToString()) : response;
    }
}
