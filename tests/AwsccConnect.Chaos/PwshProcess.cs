using System.Diagnostics;

namespace AwsccConnect.Chaos;

/// <summary>PowerShell, or another program, as a process of its own that can be killed.</summary>
public sealed class PwshProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly Task _input;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private PwshProcess(ProcessStartInfo start, string? input)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _input = WriteAsync(input);
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Runs PowerShell to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What standard input holds; it is empty if null.</param>
    /// <param name="environment">Variables of the process beside those of the tests.</param>
    public static async Task<PwshResult> RunAsync(
        IEnumerable<string> arguments,
        string? input = null,
        params (string Name, string? Value)[] environment)
    {
        using var pwsh = Start(arguments, input, environment);
        return await pwsh.WaitAsync();
    }

    /// <summary>Runs another program to its end, with nothing on its standard input.</summary>
    public static async Task<PwshResult> RunAsync(ProcessStartInfo start)
    {
        using PwshProcess process = new(start, input: null);
        return await process.WaitAsync();
    }

    /// <summary>Starts PowerShell without profiles and without colours.</summary>
    public static PwshProcess Start(
        IEnumerable<string> arguments,
        string? input = null,
        params (string Name, string? Value)[] environment)
    {
        var start = PwshCommand.Create();
        start.Environment["NO_COLOR"] = "1";

        start.ArgumentList.Add("-NoProfile");
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((var name, var value) in environment)
        {
            start.Environment[name] = value;
        }

        return new PwshProcess(start, input);
    }

    /// <summary>Ends the process and its children as a power failure would, without a chance to clean up.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits for the end.</summary>
    /// <param name="limit">How long; four minutes if null.</param>
    /// <exception cref="TimeoutException">It did not end in that time; it has been killed.</exception>
    public async Task<PwshResult> WaitAsync(TimeSpan? limit = null)
    {
        using CancellationTokenSource end = new(limit ?? Limit);
        try
        {
            await _input;
            await _process.WaitForExitAsync(end.Token);
            return new PwshResult(
                _process.ExitCode,
                (await _output.WaitAsync(end.Token)).ReplaceLineEndings("\n"),
                (await _error.WaitAsync(end.Token)).ReplaceLineEndings("\n"));
        }
        catch (OperationCanceledException exception)
        {
            _process.Kill(entireProcessTree: true);
            // A child that was not killed with it may still hold the stream open.
            await Task.WhenAny(_error, Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None));
            throw new TimeoutException($"{_process.StartInfo.FileName} did not end. Errors so far: {(_error.IsCompletedSuccessfully ? await _error : "(none read)")}", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task WriteAsync(string? input)
    {
        await _process.StandardInput.WriteAsync(input);
        _process.StandardInput.Close();
    }
}
