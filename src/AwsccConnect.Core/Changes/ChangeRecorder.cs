using System.Text.Json.Nodes;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Changes;

/// <summary>Writes the changes of one run of a command to a change log.</summary>
internal sealed class ChangeRecorder(ChangeLog log, string command, string? runId, string? profileName, ICallObserver observer) : IDisposable
{
    private readonly string _runId = runId ?? $"{DateTimeOffset.UtcNow:yyyyMMdd-HHmmss}-{Guid.NewGuid().ToString("N")[..6]}";

    /// <summary>
    /// Makes a change, with a record where the run has a change log. <c>start</c> describes it; null for one that gets no record. The work adds
    /// to the record what AWS says. Nothing is sent where the log cannot be written.
    /// </summary>
    public static Task<UserWriteResult> RunAsync(CommandRun run, Func<ChangeRecorder, ChangeRecord>? start, Func<ChangeRecord?, Task<UserWriteResult>> workAsync) =>
        run.Changes is { } recorder && start is not null ? recorder.RecordAsync(start(recorder), workAsync, run.Stop.Stopping) : workAsync(null);

    /// <summary>A change that is about to be sent. The state before is empty for a new user, that after for one that is removed.</summary>
    public ChangeRecord Start(ServiceConnection connection, string operation, JsonObject before, JsonObject after, string? userArn, object? item)
    {
        var user = before.Count > 0 ? before : after;
        var undo = (item as IUndoSource)?.Plan;
        var changes = PropertyChange.Between(before, after);
        return new ChangeRecord
        {
            Id = Guid.NewGuid().ToString("N"),
            Time = DateTimeOffset.UtcNow,
            Operation = operation,
            Outcome = ChangeOutcome.Started,
            Command = command,
            ChangedBy = $"{Environment.UserName}@{Environment.MachineName}",
            ProfileName = profileName,
            RunId = _runId,
            Region = connection.Region,
            InstanceArn = ConnectArn.TryParse(userArn, out var arn) ? arn.InstanceArn : JsonText.StringOf(user["InstanceArn"]),
            UserArn = userArn,
            Username = JsonText.StringOf(user["Username"]),
            UndoOf = undo?.UndoOf ?? [],
            UndoParts = undo?.UndoParts,
            Changes = changes,
            Names = PropertyChange.NamesIn(changes, connection.Names.ShownNameOf),
        };
    }

    public void Dispose() => log.Dispose();

    private async Task<UserWriteResult> RecordAsync(ChangeRecord record, Func<ChangeRecord?, Task<UserWriteResult>> workAsync, CancellationToken cancellationToken)
    {
        await log.AppendAsync(record, cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await workAsync(record).ConfigureAwait(false);
            record.Outcome = result.Status switch
            {
                UserWriteStatus.Done => ChangeOutcome.Done,
                UserWriteStatus.Accepted => ChangeOutcome.Accepted,
                _ => ChangeOutcome.Failed,
            };
            if (record is { Operation: "CREATE", Outcome: ChangeOutcome.Done } && result.User is { OriginalState: { } created } user)
            {
                record.UserArn = user.UserArn;
                record.Changes = PropertyChange.Between([], created);
            }

            return result;
        }
        catch (Exception exception)
        {
            record.ErrorId = (exception as ConnectOperationException)?.ErrorId;
            record.Outcome = record.ErrorId is null or ErrorIds.RequestTimeout or ErrorIds.NetworkFailure or ErrorIds.InvalidResponse
                ? ChangeOutcome.Unknown
                : ChangeOutcome.Failed;
            throw;
        }
        finally
        {
            await EndAsync(record).ConfigureAwait(false);
        }
    }

    /// <summary>What was made is made: the record of the start suffices for taking it back.</summary>
    private async Task EndAsync(ChangeRecord record)
    {
        try
        {
            await log.AppendAsync(record, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ConnectOperationException exception)
        {
            observer.Note($"The outcome of the change of '{record.Label}' is not in the change log: {exception.Message}");
        }
    }
}
