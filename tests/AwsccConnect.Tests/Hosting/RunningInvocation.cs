using System.Management.Automation;

namespace AwsccConnect.Tests.Hosting;

/// <summary>A pipeline under way, to watch and to stop as Ctrl+C does.</summary>
public sealed class RunningInvocation : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly PowerShell _shell;
    private readonly PSDataCollection<PSObject> _output = [];
    private readonly TaskCompletionSource<InvocationResult> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal RunningInvocation(PowerShell shell)
    {
        _shell = shell;
        Completion = _completion.Task.WaitAsync(Limit);
        _shell.BeginInvoke<PSObject, PSObject>(null, _output, null, Complete, null);
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
        await Task.Factory.FromAsync(_shell.BeginStop, _shell.EndStop, null).WaitAsync(Limit);
        return await Completion;
    }

    public void Dispose()
    {
        _shell.Dispose();
        _output.Dispose();
    }

    private void Complete(IAsyncResult asyncResult)
    {
        Exception? failure = null;
        try
        {
            _shell.EndInvoke(asyncResult);
        }
#pragma warning disable CA1031 // Whatever ended the pipeline is the result.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }

        _completion.SetResult(new InvocationResult(_shell, _output, failure));
    }
}
