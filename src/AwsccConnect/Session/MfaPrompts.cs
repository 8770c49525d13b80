namespace AwsccConnect.Session;

/// <summary>
/// The prompts of the commands that run with the credentials of one profile. The credentials outlive the command that got
/// them; when they expire, a command that still runs prompts for the code.
/// </summary>
internal sealed class MfaPrompts
{
    private readonly object _gate = new();
    private readonly List<MfaPrompt> _running = [];

    /// <summary>Adds the prompt of a command until the command is over.</summary>
    public void Add(MfaPrompt prompt)
    {
        lock (_gate)
        {
            _running.RemoveAll(known => known == prompt || known.Over.IsCancellationRequested);
            _running.Add(prompt);
        }
    }

    /// <summary>Prompts for a code; from any thread. Throws where no command can prompt, or no code is given.</summary>
    public string Ask(string profile, string device)
    {
        MfaPrompt[] running;
        lock (_gate)
        {
            running = [.. _running.Where(prompt => !prompt.Over.IsCancellationRequested)];
        }

        if (running.Length == 0)
        {
            throw MfaPrompt.CannotAsk(profile, device, null);
        }

        return Array.Find(running, prompt => prompt.IsOnPipelineThread) is { } own ? own.Prompt(profile, device) : AskFirst(running, profile, device);
    }

    /// <summary>The commands of one pipeline share a thread, and only one of them waits on it: whichever is free first prompts.</summary>
    private static string AskFirst(MfaPrompt[] running, string profile, string device)
    {
        var code = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isTaken = 0;
        var ends = running.Select(prompt => prompt.Over.Register(() =>
        {
            if (running.All(other => other.Over.IsCancellationRequested))
            {
                code.TrySetCanceled(CancellationToken.None);
            }
        })).ToList();
        try
        {
            foreach (var prompt in running)
            {
                prompt.Post(() =>
                {
                    if (Interlocked.Exchange(ref isTaken, 1) == 0)
                    {
                        Complete(code, prompt, profile, device);
                    }
                });
            }

            return code.Task.GetAwaiter().GetResult();
        }
        finally
        {
            ends.ForEach(static end => end.Dispose());
        }
    }

    private static void Complete(TaskCompletionSource<string> code, MfaPrompt prompt, string profile, string device)
    {
        try
        {
            code.TrySetResult(prompt.Prompt(profile, device));
        }
        catch (ConnectOperationException exception)
        {
            code.TrySetException(exception);
        }
        catch
        {
            // A stop belongs to the pipeline thread; the worker only learns that it is over.
            code.TrySetCanceled(CancellationToken.None);
            throw;
        }
    }
}
