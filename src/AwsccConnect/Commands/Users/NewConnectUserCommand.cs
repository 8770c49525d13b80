using System.Net;
using System.Security;
using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Stacks;
using AwsccConnect.Errors;

namespace AwsccConnect.Commands.Users;

/// <summary>Creates users, from parameters or from rows.</summary>
[Cmdlet(VerbsCommon.New, "ConnectUser", DefaultParameterSetName = "Property", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ConnectUser))]
[OutputType(typeof(ConnectUserRequest))]
public sealed class NewConnectUserCommand : UserPropertyCmdlet
{
    private UserChanges _parameters = new();
    private CopiedUsers? _copies;

    /// <summary>Username, 1-64 characters: letters, digits and <c>_ - . @</c>.</summary>
    [Parameter(Position = 0, ParameterSetName = "Property")]
    [ValidateNotNullOrEmpty]
    public string? Username { get; set; }

    /// <summary>ARN, id or alias of the instance.</summary>
    [Parameter]
    [Alias("Instance", "InstanceAlias")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceCompleter))]
    public string? InstanceArn { get; set; }

    /// <summary>Identifier of the user in the directory that manages identities.</summary>
    [Parameter(ParameterSetName = "Property")]
    [ValidateNotNullOrEmpty]
    public string? DirectoryUserId { get; set; }

    /// <summary>Password, 8-64 characters with an upper-case letter, a lower-case letter and a digit.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? Password { get; set; }

    /// <summary>Username and password together. A username alone prompts for the password.</summary>
    [Parameter(ParameterSetName = "Property")]
    [Credential]
    [ValidateNotNull]
    public PSCredential? InitialCredential { get; set; }

    /// <summary>Make a random password for each user; it is returned once, as the note property InitialCredential.</summary>
    [Parameter]
    public SwitchParameter GeneratePassword { get; set; }

    /// <summary>Accept a Password column in plain text. With -GeneratePassword its cells are ignored.</summary>
    [Parameter(ParameterSetName = "InputObject")]
    public SwitchParameter AllowPlainTextPassword { get; set; }

    /// <summary>Leave users that exist already as they are. Default: a username that exists is the error AlreadyExists.</summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    private protected override bool AllowsPlainTextPassword => AllowPlainTextPassword || GeneratePassword;

    private protected override string PlainTextPasswordRemedy =>
        "Add -AllowPlainTextPassword to use the passwords, or -GeneratePassword to generate others; or remove the column.";

    private protected override string? Activity => "Creating users";

    private protected override void Begin()
    {
        CheckPasswordParameters();
        base.Begin();
        _copies = new CopiedUsers(InstanceArn, input => OperationsFor(TargetRegionOf(input)), OperationsFor);
        _parameters = ReadParameters();
        UserProblems.ThrowIfAny(
            "The parameters",
            [.. UserNames.WithoutNames(_parameters, UserValidator.ValidateChanges(_parameters))
                .Where(problem => problem.ErrorId != ErrorIds.PropertyNotUpdatable)]);
    }

    private protected override void Process()
    {
        if (InputObject is { } input)
        {
            Submit(input, () =>
            {
                var read = Inputs.ReadNew(input, out var unknown);
                CheckUnknownColumns(input, unknown, read?.Source);
                if (read is null)
                {
                    return null;
                }

                // The copy of a user of a stack would be removed with the stack, whose file does not know it.
                read.Changes = StackOwnership.WithoutReserved(read.Changes);
                return _copies!.TryTake(read, Await) ? null : read;
            });
            return;
        }

        var username = Username ?? InitialCredential?.UserName;
        Submit(username ?? "(no username)", () => new UserInput
        {
            Target = username ?? "(no username)",
            Username = username,
            Password = Password ?? InitialCredential?.Password,
        });
    }

    private protected override void Finish()
    {
        IReadOnlyList<(string Name, ConnectOperationException Error)> missing = [];
        Await(async token => missing = await _copies!.MapAsync(_parameters, token).ConfigureAwait(false));
        foreach (var (name, error) in missing)
        {
            Refuse(error, name);
        }

        foreach (var copy in missing.Count == 0 ? _copies!.Inputs : [])
        {
            Submit(copy.Target, () => copy);
        }

        base.Finish();
    }

    private protected override ConnectOperationException? FindMissingColumns(UserInput input, IReadOnlySet<string> columns)
    {
        var model = ModelOf(input, input.Changes.Overlay(_parameters), InstanceArn ?? input.InstanceArn);
        string[] missing = [.. UserSchema.Properties.Where(property => property.IsRequired && model[property.Name] is null && !columns.Contains(property.Name)).Select(property => property.Name)];
        return missing.Length == 0 ? null : MissingParameters.OfAllRows(missing);
    }

    private protected override UserChanges ReadParameters()
    {
        var changes = base.ReadParameters();
        if (DirectoryUserId is { } id)
        {
            changes.Set(UserSchema.Get(nameof(DirectoryUserId)), JsonValue.Create(id));
        }

        return changes;
    }

    private protected override async Task<UserWriteResult> WorkAsync(UserInput input, CancellationToken cancellationToken)
    {
        var password = PasswordFor(input);
        PasswordChecks.RefuseWeak(input.Label, password);

        // What needs no call is checked before the first one; a name cannot be judged before it is an ARN.
        var changes = input.Changes.Overlay(_parameters);
        var model = ModelOf(input, changes, InstanceArn ?? input.InstanceArn);
        var instance = model[nameof(InstanceArn)]?.ToString();
        UserProblems.ThrowIfAny(input.Label, MissingParameters.Combine([.. UserNames.WithoutNames(changes, UserValidator.ValidateCreate(model, password is not null))
            .Where(problem => problem.PropertyName != nameof(InstanceArn) || instance is null || UserNames.IsArn(instance))]));
        var operations = OperationsFor(TargetRegionOf(input));
        instance = await operations.Names.ResolveInstanceAsync(instance!, cancellationToken).ConfigureAwait(false);
        using var turn = await TakeTurnAsync(input, $"{instance}/{input.Username}", cancellationToken).ConfigureAwait(false);
        changes = await operations.Names.ResolveAsync(input.Label, changes, instance, cancellationToken).ConfigureAwait(false);
        model = ModelOf(input, changes, instance);
        UserProblems.ThrowIfAny(input.Label, UserValidator.ValidateCreate(model, password is not null));
        await operations.Identities.CheckNewAsync(input.Label, model, password is not null, cancellationToken).ConfigureAwait(false);
        if ((IsWhatIf || SkipExisting) && await operations.TakenUsernames.TakeAsync(instance, input.Username!, cancellationToken).ConfigureAwait(false) is { } taken)
        {
            return SkipExisting ? Skipped(input) : throw taken;
        }

        var text = UserText.DescribeCreate(model, password is not null, operations.Connection.Names.ShownNameOf);
        if (!await ConfirmAsync(
            input, text, $"Create the user '{input.Label}'?", "Create user", cancellationToken).ConfigureAwait(false))
        {
            return new(UserWriteStatus.Declined, null, null);
        }

        try
        {
            if (!NoWait)
            {
                operations.UserNames.Start(instance);
            }

            var result = await operations.Creator.CreateAsync(model, password, ClientToken, !NoWait, input, cancellationToken).ConfigureAwait(false);
            await operations.UserNames.ReadAsync(result.User, cancellationToken).ConfigureAwait(false);
            return result;
        }
        catch (ConnectOperationException exception) when (SkipExisting && exception is { ErrorId: ErrorIds.AlreadyExists, IsInDoubt: false })
        {
            return Skipped(input);
        }
        catch (ConnectOperationException exception) when (password is not null && PasswordRedaction.IsIn(exception, password))
        {
            throw PasswordRedaction.Without(exception);
        }
    }

    private UserWriteResult Skipped(UserInput input)
    {
        Output.Verbose($"'{input.Label}' exists already and is left as it is.");
        return new(UserWriteStatus.Unchanged, null, null);
    }

    private protected override async Task WriteResultAsync(UserInput input, UserWriteResult result)
    {
        if ((result.User is { } user ? UserOutput.Wrap(user) : result.Request) is { } output)
        {
            await WriteAsync(input, UserOutput.WithCredential(output, input.Generated)).ConfigureAwait(false);
        }
    }

    private SecureString? PasswordFor(UserInput input)
    {
        if (!GeneratePassword)
        {
            return Password ?? input.Password;
        }

        input.Generated ??= new NetworkCredential(input.Username, PasswordGenerator.Generate());
        return input.Generated.SecurePassword;
    }

    private static JsonObject ModelOf(UserInput input, UserChanges changes, string? instance)
    {
        var model = changes.ToCreateModel();
        model[nameof(Username)] = input.Username;
        model[nameof(InstanceArn)] = instance;
        foreach (var name in new[] { nameof(Username), nameof(InstanceArn) })
        {
            if (model[name] is null)
            {
                model.Remove(name);
            }
        }

        return model;
    }

    /// <summary>The Region of the new user. That of a user whose values are copied to the instance of another ARN is of no account.</summary>
    private string? TargetRegionOf(UserInput input) => RegionOf(new UserInput
    {
        Target = input.Target,
        InstanceArn = InstanceArn ?? input.InstanceArn,
        Region = UserNames.IsArn(InstanceArn ?? string.Empty) && UserNames.IsArn(input.InstanceArn ?? string.Empty) ? null : input.Region,
    });

    private void CheckPasswordParameters()
    {
        var given = new[] { Password is not null, InitialCredential is not null, GeneratePassword.IsPresent }.Count(isGiven => isGiven);
        if (given > 1)
        {
            throw new UserValueException(nameof(Password), "-Password, -InitialCredential and -GeneratePassword exclude each other.", "Give one of them.");
        }

        if (GeneratePassword && RunId is not null)
        {
            throw PasswordChecks.RunExcludesPasswords();
        }

        if (InitialCredential is not null && Username is not null && InitialCredential.UserName != Username)
        {
            throw new UserValueException(
                nameof(InitialCredential), $"-Username is '{Username}', but -InitialCredential is for '{InitialCredential.UserName}'.", "Leave -Username out.");
        }
    }
}
