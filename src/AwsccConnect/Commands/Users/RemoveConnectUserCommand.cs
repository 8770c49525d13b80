using System.Collections.Concurrent;
using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Users;

namespace AwsccConnect.Commands.Users;

/// <summary>Removes users.</summary>
[Cmdlet(VerbsCommon.Remove, "ConnectUser", DefaultParameterSetName = "InputObject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ConnectUser), typeof(ConnectUserReference))]
[OutputType(typeof(ConnectUserRequest))]
public sealed class RemoveConnectUserCommand : UserWriteCmdlet
{
    private readonly ConcurrentDictionary<string, bool> _removed = new(StringComparer.Ordinal);

    /// <summary>ARNs of the users, or their ids in the instance of -InstanceArn.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Identifier")]
    [Alias("UserArn", "Arn")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    public string[] Identifier { get; set; } = [];

    /// <summary>Usernames in the instance.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Username")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UsernameCompleter))]
    public string[] Username { get; set; } = [];

    /// <summary>ARN, id or alias of the instance in which usernames and ids are looked up.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Username")]
    [Parameter(ParameterSetName = "Identifier")]
    [Parameter(ParameterSetName = "InputObject")]
    [Alias("Instance", "InstanceAlias")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceCompleter))]
    public string? InstanceArn { get; set; }

    /// <summary>Suppress the confirm prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Write what was removed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>A user that is gone already is no error.</summary>
    [Parameter]
    public SwitchParameter IgnoreNotFound { get; set; }

    private protected override string? IdentifyingInstance => InstanceArn;

    /// <inheritdoc/>
    /// <remarks>Rows only say who is meant.</remarks>
    private protected override bool AllowsPlainTextPassword => true;

    private protected override string? Activity => "Removing users";

    /// <summary>-Force skips the prompt, but -WhatIf has to be reported.</summary>
    private bool SkipsPrompt => Force && !IsWhatIf;

    private protected override void Process() => SubmitExisting(Identifier, Username, ReadExisting);

    private protected override async Task<UserWriteResult> WorkAsync(UserInput input, CancellationToken cancellationToken)
    {
        var operations = OperationsFor(RegionOf(input));
        var arn = IgnoreNotFound
            ? await UserTargets.FindAsync(input, operations, InstanceArn, cancellationToken).ConfigureAwait(false)
            : await UserTargets.ResolveAsync(input, operations, InstanceArn, cancellationToken).ConfigureAwait(false);
        if (arn is null)
        {
            return new(UserWriteStatus.AlreadyGone, null, null);
        }

        using var turn = await TakeTurnAsync(input, arn, cancellationToken).ConfigureAwait(false);
        if (_removed.ContainsKey(arn))
        {
            return IgnoreNotFound ? new(UserWriteStatus.AlreadyGone, null, null) : throw new ConnectOperationException(
                ErrorIds.NotFound, $"An earlier input is the same user, '{ServiceText.Shorten(arn)}'.", "Leave one of them out, or add -IgnoreNotFound.");
        }

        if (!await HasMatchingUsernameAsync(input, arn, operations, cancellationToken).ConfigureAwait(false))
        {
            return new(UserWriteStatus.AlreadyGone, null, null);
        }

        var label = input.Username is { } name ? $"'{name}' ({arn})" : $"'{arn}'";
        if (!SkipsPrompt && !await ConfirmAsync(
            input, $"Remove user {label}", $"Remove the user {label}? Its history stays; the user cannot be brought back.", "Remove user", cancellationToken).ConfigureAwait(false))
        {
            if (IsWhatIf)
            {
                _removed[arn] = true;
            }

            return new(UserWriteStatus.Declined, null, null);
        }

        var result = await operations.Remover
            .RemoveAsync(arn, ClientToken, !NoWait, IgnoreNotFound, input, cancellationToken).ConfigureAwait(false);
        _removed[arn] = true;
        return result with { User = input.Target as ConnectUser };
    }

    /// <summary>
    /// Whether an input that has both ARN and username means one user: what is removed cannot be brought back, so a row in which they have come
    /// apart, as by a sort of one column, must not pass. False where the user is gone already and that is no error.
    /// </summary>
    private async Task<bool> HasMatchingUsernameAsync(UserInput input, string arn, ConnectOperations operations, CancellationToken cancellationToken)
    {
        if ((input.UserArn ?? input.UserId) is null || input.Username is not { } expected || input.Target is ConnectUserReference)
        {
            return true;
        }

        string? name;
        try
        {
            name = input.Original is { } original
                ? original[nameof(Username)]?.ToString()
                : (await operations.Resources.GetUserAsync(arn, cancellationToken).ConfigureAwait(false)).Username;
        }
        catch (ConnectOperationException exception) when (IgnoreNotFound && exception.ErrorId == ErrorIds.NotFound)
        {
            return false;
        }

        return name is null || name.Equals(expected, StringComparison.OrdinalIgnoreCase)
            ? true
            : throw new ConnectOperationException(
                ErrorIds.UsernameMismatch,
                $"The Username is '{expected}', but '{ServiceText.Shorten(arn)}' is '{name}'. No user was removed.");
    }

    private protected override async Task WriteResultAsync(UserInput input, UserWriteResult result)
    {
        if (result.Status is UserWriteStatus.Declined)
        {
            return;
        }

        if (result.Request is not null)
        {
            await WriteAsync(input, result.Request).ConfigureAwait(false);
        }
        else if (PassThru)
        {
            await WriteAsync(input, result.User ?? input.Target).ConfigureAwait(false);
        }
    }
}
