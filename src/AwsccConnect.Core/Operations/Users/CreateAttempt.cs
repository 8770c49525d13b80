using System.Text.Json.Nodes;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Changes;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Idempotency;
using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>
/// A create in flight. AWS may report a create as failed although it has made the user, and then refuse the next request
/// because the user exists; an earlier run may have created it. Such a user is completed rather than reported as a
/// conflict, but only where it can be no other: AWS has named it, or an earlier request may have created it and it has
/// nothing that was not requested.
/// </summary>
internal sealed class CreateAttempt(
    ServiceConnection connection, CommandRun run, ResourceReader reader, UserFinder users, UserUpdater updater, JsonObject model, bool hasPassword)
{
    private readonly string _username = model["Username"]?.GetValue<string>() ?? "(no username)";
    private readonly DesiredUser _desired = new(model);
    private string? _createdArn;
    private bool _mayHaveCreated;
    private bool _hadConflict;

    /// <summary>The client tokens of a run that may be started again; null for fresh ones.</summary>
    public ClientTokenSequence? Tokens { get; init; }

    /// <summary>The item in work; null for none.</summary>
    public object? Item { get; init; }

    /// <summary>The record of the change in the change log; null for none.</summary>
    public ChangeRecord? Change { get; init; }

    /// <summary>The user, where it was found to exist already; null where AWS has just created it.</summary>
    public UserWriteResult? Outcome { get; private set; }

    /// <summary>
    /// Looks at an end of a request that is not simply success. Throws where a user exists and cannot be taken for the desired one, or cannot
    /// be completed.
    /// </summary>
    public async Task<ProgressEvent?> ResolveAsync(AttemptResult end, CancellationToken cancellationToken)
    {
        switch (end.Kind)
        {
            case AttemptResultKind.TokenConflict:
                // If that request has created the user, the next one fails with AlreadyExists.
                _mayHaveCreated = _hadConflict = true;
                return null;
            case AttemptResultKind.ReplayedSuccess:
                return await StillExistsAsync(end.Event!, cancellationToken).ConfigureAwait(false) ? end.Event : null;
            case AttemptResultKind.ReplayedFailure:
                RecordFailure(end.Event!);
                return null;
            default:
                return await ResolveFailureAsync(end.Event!, cancellationToken).ConfigureAwait(false) ? end.Event : null;
        }
    }

    /// <summary>Looks at a create that AWS has refused because a user of that name exists.</summary>
    public async Task<bool> AdoptExistingAsync(string message, string? requestToken, CancellationToken cancellationToken)
    {
        if (!_mayHaveCreated && (Tokens is null || Tokens.Occurrence > 1))
        {
            return false;
        }

        var arn = _createdArn ?? await users.FindNowAsync(model["InstanceArn"]!.ToString(), _username, cancellationToken).ConfigureAwait(false);
        if (arn is null || await reader.TryGetUserAsync(arn, cancellationToken).ConfigureAwait(false) is not { } live)
        {
            return false;
        }

        var differences = _desired.DifferencesFrom(live);
        if (_mayHaveCreated && (arn == _createdArn || _desired.IsMatch(live)) && run.Claimed.Add(arn))
        {
            await CompleteAsync(arn, live, message, cancellationToken).ConfigureAwait(false);
            return true;
        }

        var state = differences.Count == 0 ? "It has the requested values" : $"It differs in {string.Join(", ", differences)}";
        throw new ConnectOperationException(
            ErrorIds.AlreadyExists,
            $"'{_username}' exists already and is not known to be of this command's making ({ServiceText.Shorten(message)}). {state} ({arn}).",
            differences.Count == 0
                ? "If an earlier run has created it, nothing is left to do for it."
                : $"Look at the user with Get-ConnectUser -Username '{_username}'; bring it to the desired state with Set-ConnectUser.")
        {
            RequestToken = requestToken,
            IsInDoubt = _mayHaveCreated,
        };
    }

    private async Task<bool> ResolveFailureAsync(ProgressEvent failed, CancellationToken cancellationToken)
    {
        var code = failed.ErrorCode?.Value;
        var message = ServiceText.Shorten(failed.StatusMessage ?? "AWS gave no reason.");
        if (code == ErrorIds.AlreadyExists)
        {
            return await AdoptExistingAsync(message, failed.RequestToken, cancellationToken).ConfigureAwait(false);
        }

        RecordFailure(failed);
        var arn = _createdArn;
        if (arn is null && code == ErrorIds.NotStabilized)
        {
            arn = await users.FindNowAsync(model["InstanceArn"]!.ToString(), _username, cancellationToken).ConfigureAwait(false);
        }

        if (arn is null || await reader.TryGetUserAsync(arn, cancellationToken).ConfigureAwait(false) is not { } live
            || (arn != _createdArn && !_desired.IsMatch(live)) || !run.Claimed.Add(arn))
        {
            return false;
        }

        await CompleteAsync(arn, live, message, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>A handler that failed after it had made the user may say which.</summary>
    private void RecordFailure(ProgressEvent failed)
    {
        if (failed.ErrorCode?.Value != ErrorIds.AlreadyExists)
        {
            _mayHaveCreated = true;
            _createdArn = string.IsNullOrEmpty(failed.Identifier) ? _createdArn : failed.Identifier;
        }
    }

    private async Task<bool> StillExistsAsync(ProgressEvent succeeded, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(succeeded.Identifier)
            || await reader.TryGetUserAsync(succeeded.Identifier, cancellationToken).ConfigureAwait(false) is not { } live
            || !_username.Equals(live["Username"]?.ToString(), StringComparison.OrdinalIgnoreCase)
            || !run.Claimed.Add(succeeded.Identifier))
        {
            return false;
        }

        Outcome = new(UserWriteStatus.Done, connection.ToUser(live), null);
        return true;
    }

    private async Task CompleteAsync(string arn, JsonObject live, string message, CancellationToken cancellationToken)
    {
        connection.Recent.Add(arn);
        var missing = _desired.DifferencesFrom(live);
        if (Change is { } change)
        {
            change.UserArn = arn;
        }

        try
        {
            var result = await updater.UpdateAsync(
                new UserUpdate { UserArn = arn, Changes = _desired.Changes, ReadBack = true, Item = Item, IsPartOfCreate = true },
                _ => Task.FromResult(true),
                cancellationToken).ConfigureAwait(false);
            run.Observer.Note(missing.Count == 0
                ? $"'{_username}' exists in the desired state, although AWS reported: {message}"
                : $"'{_username}' was there without {string.Join(", ", missing)}, which was added; AWS had reported: {message}");
            Outcome = new(UserWriteStatus.Done, result.User ?? connection.ToUser(live), null)
            {
                Warning = _hadConflict && hasPassword
                    ? $"'{_username}' was created by an earlier run with other input, perhaps with another password: the one given now was not set."
                    : null,
            };
        }
        catch (ConnectOperationException exception)
        {
            throw new ConnectOperationException(
                ErrorIds.CreateHalfApplied,
                $"AWS has created the user '{_username}' ({arn}), but incompletely: {message} Not in the desired state: {string.Join(", ", missing)}. {exception.Message}",
                innerException: exception)
            {
                EndsCommand = exception.EndsCommand,
                RequestToken = exception.RequestToken,
            };
        }
    }
}
