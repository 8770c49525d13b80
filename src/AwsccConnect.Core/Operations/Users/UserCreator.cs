using System.Security;
using System.Text.Json.Nodes;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Changes;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Idempotency;
using AwsccConnect.Core.Operations.Requests;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations.Users;

/// <summary>Creates users.</summary>
internal sealed class UserCreator(
    ServiceConnection connection, CommandRun run, WriteRunner writes, ResourceReader reader, UserFinder users, UserUpdater updater)
{
    /// <summary>Creates a user and, unless wait is false, waits until it exists.</summary>
    public async Task<UserWriteResult> CreateAsync(
        JsonObject model, SecureString? password, string? clientToken, bool wait, object? item, CancellationToken cancellationToken)
    {
        var username = UsernameOf(model);
        var identity = $"{model["InstanceArn"]}/{username}";
        var desired = run.Tokens is null ? model : StableOrder.Of(model);
        var tokens = run.Tokens?.Take("CREATE", identity, desired.ToJsonString());
        return await ChangeRecorder.RunAsync(
            run,
            recorder => recorder.Start(connection, "CREATE", [], model, null, item),
            change => WriteAsync(model, desired, password, clientToken, wait, item, tokens, change, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<UserWriteResult> WriteAsync(
        JsonObject model,
        JsonObject desired,
        SecureString? password,
        string? clientToken,
        bool wait,
        object? item,
        ClientTokenSequence? tokens,
        ChangeRecord? change,
        CancellationToken cancellationToken)
    {
        var username = UsernameOf(model);
        var attempt = new CreateAttempt(connection, run, reader, users, updater, model, password is not null) { Tokens = tokens, Item = item, Change = change };
        ProgressEvent? last = null;
        try
        {
            last = await writes.RunAsync(
                new WriteIntent("CREATE", "CreateResource", username, clientToken, wait, tokens) { Item = item, Change = change },
                new Deadline(connection.Time, run.Timeout),
                connection.Client.CreateResourceAsync,
                (preparation, _) => Task.FromResult<CreateResourceRequest?>(new()
                {
                    TypeName = ResourceTypes.User,
                    DesiredState = DesiredStateOf(desired, password),
                    ClientToken = preparation.ClientToken,
                    RoleArn = connection.RoleArn,
                }),
                attempt.ResolveAsync,
                cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectOperationException exception) when (exception.ErrorId == ErrorIds.AlreadyExists && exception.InnerException is AlreadyExistsException)
        {
            if (!await attempt.AdoptExistingAsync(exception.Message, exception.RequestToken, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }
        }

        if (!wait && last is not null)
        {
            return new(UserWriteStatus.Accepted, null, ConnectUserRequest.From(last, username, connection.Region));
        }

        return attempt.Outcome ?? await CreatedAsync(last!, model, username, change, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The JSON text of the model with the password: the one place where a password becomes text, because the request is text.</summary>
    internal static string DesiredStateOf(JsonObject model, SecureString? password)
    {
        if (password is null)
        {
            return model.ToJsonString();
        }

        var sent = model.DeepClone().AsObject();
        sent["Password"] = SecureText.Use(password, text =>
        {
            UserScalarConverter.RequireUnicode(UserSchema.Get("Password"), text);
            return text.ToString();
        });
        return sent.ToJsonString();
    }

    private static string UsernameOf(JsonObject model) => model["Username"]?.GetValue<string>() ?? "(no username)";

    private async Task<UserWriteResult> CreatedAsync(
        ProgressEvent progress, JsonObject model, string username, ChangeRecord? change, CancellationToken cancellationToken)
    {
        var arn = IdentifierOf(progress, username);
        run.Claimed.Add(arn);
        if (change is not null)
        {
            change.UserArn = arn;
        }

        var state = TryFromModel(progress, model) ?? await ReadCreatedAsync(arn, progress, username, cancellationToken).ConfigureAwait(false);
        return new(UserWriteStatus.Done, connection.ToUser(state), null);
    }

    private async Task<JsonObject> ReadCreatedAsync(string arn, ProgressEvent progress, string username, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.GetAsync(ResourceTypes.User, arn, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectOperationException exception)
        {
            throw exception.Reworded($"{exception.Message} '{username}' was created ({arn}); only reading it back failed.", progress.RequestToken);
        }
    }

    private static string IdentifierOf(ProgressEvent progress, string username) =>
        !string.IsNullOrEmpty(progress.Identifier)
            ? progress.Identifier
            : throw new ConnectOperationException(
                ErrorIds.InvalidResponse,
                $"AWS created '{username}' but did not return its ARN (request token {progress.RequestToken}).",
                $"Find it with Get-ConnectUser -Username '{username}'.")
            {
                RequestToken = progress.RequestToken,
            };

    /// <summary>The user from the progress event, when that has all requested values: it saves a read.</summary>
    private static JsonObject? TryFromModel(ProgressEvent progress, JsonObject model)
    {
        if (string.IsNullOrEmpty(progress.ResourceModel))
        {
            return null;
        }

        JsonObject returned;
        try
        {
            returned = ResourceReader.Parse(progress.ResourceModel, progress.Identifier ?? string.Empty);
        }
        catch (ConnectOperationException)
        {
            // The user exists: a read shows its state.
            return null;
        }

        returned.Remove("Password");
        var isComplete = returned.ContainsKey("UserArn") && model.All(asked => returned.ContainsKey(asked.Key));
        return isComplete ? returned : null;
    }
}
