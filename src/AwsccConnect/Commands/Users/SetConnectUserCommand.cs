using System.Collections;
using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Patching;
using AwsccConnect.Core.Users.Import;

namespace AwsccConnect.Commands.Users;

/// <summary>Changes users: only the requested properties, with the smallest patch.</summary>
[Cmdlet(VerbsCommon.Set, "ConnectUser", DefaultParameterSetName = "InputObject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ConnectUser))]
[OutputType(typeof(ConnectUserRequest))]
public sealed class SetConnectUserCommand : UserPropertyCmdlet
{
    private UserChanges _parameters = new();
    private PatchDocument? _patch;

    /// <summary>ARNs of the users, or their ids in the instance of -InstanceArn.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Identifier")]
    [Alias("UserArn", "Arn")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    public string[] Identifier { get; set; } = [];

    /// <summary>Usernames in the instance. A username identifies; AWS does not change it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Username")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UsernameCompleter))]
    public string[] Username { get; set; } = [];

    /// <summary>ARN, id or alias of the instance in which usernames and ids are looked up. It identifies; AWS does not change it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Username")]
    [Parameter(ParameterSetName = "Identifier")]
    [Parameter(ParameterSetName = "InputObject")]
    [Alias("Instance", "InstanceAlias")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceCompleter))]
    public string? InstanceArn { get; set; }

    /// <summary>Tags to add or to give another value; others stay.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object? AddTag { get; set; }

    /// <summary>Keys of tags to remove; others stay.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    public string[] RemoveTag { get; set; } = [];

    /// <summary>ARNs, ids or names of security profiles to add; others stay.</summary>
    [Parameter]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecurityProfileCompleter))]
    public string[] AddSecurityProfile { get; set; } = [];

    /// <summary>ARNs, ids or names of security profiles to remove; others stay.</summary>
    [Parameter]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecurityProfileCompleter))]
    public string[] RemoveSecurityProfile { get; set; } = [];

    /// <summary>Proficiencies to add or to give another level; others stay.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object? AddProficiency { get; set; }

    /// <summary>Proficiencies to remove, as Attribute/Value; others stay.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] RemoveProficiency { get; set; } = [];

    /// <summary>Desired values as a hashtable; $null clears.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Property { get; set; }

    /// <summary>A patch document (RFC 6902, JSON text) that is applied after the other changes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PatchDocument { get; set; }

    /// <summary>Refuse when another client has changed what this command would change since the user was read.</summary>
    [Parameter]
    public SwitchParameter IfUnchanged { get; set; }

    /// <summary>Write the users as they are after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private bool HasParameters => !_parameters.IsEmpty || _patch is not null;

    private protected override string? IdentifyingInstance => InstanceArn;

    private protected override string? Activity => "Changing users";

    private protected override void Begin()
    {
        base.Begin();
        _parameters = ReadParameters();
        _patch = ReadPatch();
        UserProblems.ThrowIfAny("The parameters", UserNames.WithoutNames(_parameters, UserValidator.ValidateChanges(_parameters)));
        if (ParameterSetName != "InputObject" && !HasParameters)
        {
            throw Nothing("No change was requested.");
        }
    }

    private protected override void Process() => SubmitExisting(Identifier, Username, Read);

    private protected override UserChanges ReadParameters()
    {
        var changes = Property is null ? base.ReadParameters() : ReadProperty(Property).Overlay(base.ReadParameters());
        ChangeElements(changes, UserSchema.Get("Tags"), AddTag, RemoveTag);
        ChangeElements(changes, UserSchema.Get("SecurityProfileArns"), AddSecurityProfile, RemoveSecurityProfile);
        ChangeElements(changes, UserSchema.Get("UserProficiencies"), AddProficiency, RemoveProficiency);
        return changes;
    }

    private static void ChangeElements(UserChanges changes, UserProperty set, object? added, string[] removed)
    {
        JsonNode[] elements = [.. Elements(set, added)];
        var keys = elements.Select(element => UserSetKeys.Of(set, element)).ToHashSet(StringComparer.Ordinal);
        if (removed.Select(key => UserSetKeys.Normalize(set, key)).FirstOrDefault(keys.Contains) is { } both)
        {
            throw new ConnectOperationException(ErrorIds.ConflictingProperties, $"'{both}' of {set.Name} is to be added and to be removed.", "Leave it out of one of the parameters.");
        }

        changes.Upsert(set, elements);
        changes.Remove(set, removed);
    }

    private protected override async Task<UserWriteResult> WorkAsync(UserInput input, CancellationToken cancellationToken)
    {
        var operations = OperationsFor(RegionOf(input));
        var arn = await UserTargets.ResolveAsync(input, operations, InstanceArn, cancellationToken).ConfigureAwait(false);
        using var turn = await TakeTurnAsync(input, arn, cancellationToken).ConfigureAwait(false);
        var changes = RequestedBy(input).Overlay(_parameters);
        if (ConnectArn.TryParse(arn, out var user))
        {
            changes = await operations.Names.ResolveAsync(input.Label, changes, user.InstanceArn, cancellationToken).ConfigureAwait(false);
        }

        var update = new UserUpdate
        {
            UserArn = arn,
            Item = input,
            Username = input.Username,
            IdentityManagement = user is null ? null : operations.Connection.Names.IdentityManagementOf(user.InstanceArn),
            Changes = changes,
            Patch = _patch,
            IfUnchanged = IfUnchanged,
            Expected = input.Original,
            ExpectedChecksum = input.Checksum,
            ClientToken = ClientToken,
            IsWhatIf = IsWhatIf,
            Wait = !NoWait,
            ReadBack = PassThru,
        };
        var result = await operations.Updater.UpdateAsync(
            update,
            plan =>
            {
                var lines = UserPatch.Describe(plan.Patch, plan.Live, operations.Connection.Names.ShownNameOf);
                return ConfirmAsync(input, UserText.DescribeUpdate(plan.Label, lines), UserText.AskUpdate(plan.Label, lines), "Update user", cancellationToken);
            },
            cancellationToken).ConfigureAwait(false);
        await operations.UserNames.ReadAsync(PassThru ? result.User : null, cancellationToken).ConfigureAwait(false);
        return result;
    }

    private protected override async Task WriteResultAsync(UserInput input, UserWriteResult result)
    {
        if (input.Target is ConnectUser edited && result.Status is UserWriteStatus.Done or UserWriteStatus.Unchanged)
        {
            edited.AcceptEdits(input.Changes);
        }

        if (result.Request is not null)
        {
            await WriteAsync(input, result.Request).ConfigureAwait(false);
        }
        else if (PassThru && result is { User: not null, Status: not UserWriteStatus.Declined })
        {
            await WriteAsync(input, UserOutput.Wrap(result.User)).ConfigureAwait(false);
        }
    }

    private static ConnectOperationException Nothing(string message, string? remedy = null) => new(
        ErrorIds.NothingToChange, message, remedy);

    /// <summary>With -IfUnchanged an exported row is a user with edits: a cell as it was exported is no change.</summary>
    private UserChanges RequestedBy(UserInput input) => (IfUnchanged ? input.Edits : null) ?? input.Changes;

    private UserInput? Read(PSObject input)
    {
        var read = ReadExisting(input);
        if (read is null)
        {
            return null;
        }

        if (read.Password is not null)
        {
            UserProblems.ThrowIfAny(read.Label, [UserValidator.NotUpdatable(UserSchema.Get("Password"))]);
        }

        if (read.IsCopy && !HasParameters)
        {
            throw Nothing(
                $"'{read.Label}' is a selected or deserialized copy of a user: it identifies the user, but its values are not changes.",
                "Edit the user itself and pipe it (Get-ConnectUser), or give the changes as parameters or as rows of Export-Csv or ConvertTo-Json.");
        }

        // An exported row repeats what cannot be changed: only the live state shows whether it is a change.
        UserProblems.ThrowIfAny(read.Label, [.. UserNames.WithoutNames(read.Changes, UserValidator.ValidateChanges(read.Changes, read.Original))
            .Where(problem => read.Original is not null || problem.ErrorId != ErrorIds.PropertyNotUpdatable)]);
        if (RequestedBy(read).IsEmpty && !HasParameters && !PassThru)
        {
            Output.Verbose($"'{read.Label}': no change was requested; no call.");
            return null;
        }

        return read;
    }

    private static UserChanges ReadProperty(IDictionary property)
    {
        var cells = PSValue.Cells(PSObject.AsPSObject(property));
        foreach (var (name, _) in cells)
        {
            if (UserSchema.TryFind(name, out var known) && !known.IsUpdatable)
            {
                UserProblems.ThrowIfAny("-Property", [UserValidator.NotUpdatable(known)]);
            }
        }

        var row = UserRowReader.Read(cells, allowPlainTextPassword: false, "-Property", nullClears: true);
        return row.UnknownColumns.Count == 0
            ? row.Changes
            : throw ItemErrors.UnknownKey(row.UnknownColumns[0]);
    }

    private PatchDocument? ReadPatch()
    {
        if (PatchDocument is null)
        {
            return null;
        }

        PatchDocument patch;
        try
        {
            patch = Core.Patching.PatchDocument.Parse(PatchDocument);
        }
        catch (FormatException exception)
        {
            throw new ConnectOperationException(
                ErrorIds.InvalidPatchDocument, exception.Message, innerException: exception);
        }

        var refused = patch.TouchesNotUpdatable();
        UserProblems.ThrowIfAny("-PatchDocument", [.. refused.Select(UserValidator.NotUpdatable)]);
        return patch;
    }
}
