using System.Management.Automation;

namespace AwsccConnect.Tests.Hosting;

/// <summary>A pipeline under way, to watch and to stop as Ctrl+C does.</summary>
public sealed class RunningInvocation : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly PowerShell _shell;
    private readonly PSDataCollection<PSObject> _output = [];

    internal RunningInvocation(PowerShell shell)
    {
        _shell = shell;
        Completion = CompleteAsync().WaitAsync(Limit);
    }

    /// <summary>Ends with everything the pipeline produced, however it ended; fails where it hangs.</summary>
    public Task<InvocationResult> Completion { get; }

    /// <summary>How many objects have come out so far.</summary>
    public int OutputCount => _output.Count;

    /// <summary>Waits until the condition holds, the pipeline ends or 30 seconds have passed.</summary>
    /// <returns>Whether the condition held.</returns>
    public async Task<bool> WaitUntilAsync(Func<RunningInvocation, bool> condition)
    {
        for (var i = 0; i < 3000 && !Completion.IsCompleted && !condition(this); i++)
        {
            await Task.Delay(10);
        }

        return condition(this);
    }

    /// <summary>Stops the pipeline as Ctrl+C does; returns when it has ended.</summary>
    public async Task<InvocationResult> StopAsync()
    {
        await _shell.StopAsync(null, null).WaitAsync(Limit);
        return await Completion;
    }

    public void Dispose()
    {
        _shell.Dispose();
        _output.Dispose();
    }

    private async Task<InvocationResult> CompleteAsync()
    {
        var invocation = _shell.InvokeAsync<PSObject, PSObject>(null, _output);

        // Not on the pipeline's thread, which ends the task.
        await Task.WhenAny(invocation).ContinueWith(_ => { }, TaskScheduler.Default);
        return new InvocationResult(_shell, _output, invocation.Exception?.InnerException);
    }
}
