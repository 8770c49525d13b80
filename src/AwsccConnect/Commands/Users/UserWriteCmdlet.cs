using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Idempotency;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users.Import;
using AwsccConnect.Session;

namespace AwsccConnect.Commands.Users;

/// <summary>A command that changes users.</summary>
public abstract class UserWriteCmdlet : BulkCmdlet
{
    private readonly HashSet<string> _reportedColumns = new(StringComparer.OrdinalIgnoreCase);
    private readonly KeyedLock _turns = new();
    private bool _isFirst = true;
    private bool _mayPrompt;
    private InputGate? _lastPrompt;
    private InputGate? _lastTurn;
    private int _withToken;

    /// <summary>
    /// Users, or rows that have the values of new users; for existing users also references, ARNs, or rows with UserArn or with Username and
    /// InstanceArn.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>AWS Region, for example <c>eu-west-2</c>. Default: that of the ARN or row, else the session's.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [RegionArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Return the accepted request instead of waiting until AWS has carried it out.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <summary>Client token for the request, 1-128 characters; for a single user only. Default: a fresh one.</summary>
    [Parameter]
    [ValidatePattern("^[-A-Za-z0-9+/=]{1,128}$")]
    public string? ClientToken { get; set; }

    /// <summary>
    /// Id of this run, 1-128 letters, digits and <c>- . _ : / @ + =</c>. The same command with the same id within 36 hours
    /// finishes what an earlier run has left and does nothing twice. Default: every run is one of its own.
    /// </summary>
    [Parameter]
    [ValidatePattern(DeterministicClientTokens.Pattern)]
    public string? RunId { get; set; }

    /// <summary>File to append a record of each change to, with old and new values and without secrets. Default: none.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ChangeLogPath { get; set; }

    /// <summary>Understands rows and objects.</summary>
    private protected UserInputReader Inputs { get; private set; } = new(allowPlainTextPassword: false);

    /// <summary>What happens to rows with columns that are not known.</summary>
    private protected virtual UnknownColumnAction UnknownColumns => UnknownColumnAction.Warn;

    /// <summary>ARN, id or alias of the instance of inputs that are identified in one; null where none was given.</summary>
    private protected virtual string? IdentifyingInstance => null;

    /// <summary>Whether rows may have passwords in plain text.</summary>
    private protected virtual bool AllowsPlainTextPassword => false;

    /// <summary>What to do about rows with passwords in plain text, where they are refused.</summary>
    private protected virtual string PlainTextPasswordRemedy => "Remove the column: AWS has no call that changes a password.";

    private protected override string? GivenRunId => RunId;

    private protected override string? GivenChangeLog => ChangeLogPath;

    private protected override void Begin()
    {
        if (RunId is not null && ClientToken is not null)
        {
            throw new UserValueException(nameof(RunId), "-RunId makes the client tokens itself: it excludes -ClientToken.", "Leave one of them out.");
        }

        base.Begin();
        Inputs = new UserInputReader(AllowsPlainTextPassword, IdentifyingInstance);
        _mayPrompt = MayPrompt();
        // With -Confirm each confirmed change is carried out before the next prompt.
        StartBulk(HasSwitch("Confirm", null) ? 1 : ThrottleLimit, BulkOrder.AsSubmitted);
    }

    private protected override void Finish()
    {
        if (Inputs.BlankRows > 0)
        {
            Output.Verbose($"Blank rows that were skipped: {Inputs.BlankRows}.");
        }

        base.Finish();
    }

    /// <summary>Prompts for confirmation of an input, in the order of the inputs.</summary>
    private protected async Task<bool> ConfirmAsync(
        UserInput input, string description, string query, string caption, CancellationToken cancellationToken)
    {
        if (input.PromptGate is { } gate)
        {
            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        var isConfirmed = await Output.ShouldProcessAsync(description, query, caption).ConfigureAwait(false);

        // The next prompt need not wait until this change is carried out.
        input.PromptGate?.End();
        return isConfirmed;
    }

    /// <summary>Starts work on existing users: the object or row of the pipeline, identifiers, or usernames in <see cref="IdentifyingInstance"/>.</summary>
    private protected void SubmitExisting(string[] identifiers, string[] usernames, Func<PSObject, UserInput?> read)
    {
        if (InputObject is { } input)
        {
            Submit(input, () => read(input));
            return;
        }

        foreach (var identifier in identifiers)
        {
            Submit(identifier, () => UserInput.OfIdentifier(identifier, IdentifyingInstance));
        }

        foreach (var name in usernames)
        {
            Submit(name, () => new UserInput { Target = name, Username = string.IsNullOrWhiteSpace(name) ? null : name.Trim(), InstanceArn = IdentifyingInstance });
        }
    }

    /// <summary>Understands an object or row that identifies an existing user; null for a blank row.</summary>
    private protected UserInput? ReadExisting(PSObject input)
    {
        var read = Inputs.ReadExisting(input, out var unknown);
        CheckUnknownColumns(input, unknown, read?.Source);
        return read;
    }

    /// <summary>
    /// Waits until the earlier inputs for the same user are done: several rows may mean one user, each in its own way, and the order of
    /// the input decides.
    /// </summary>
    private protected async Task<IDisposable> TakeTurnAsync(UserInput input, string user, CancellationToken cancellationToken)
    {
        await input.TurnGate!.WaitAsync(cancellationToken).ConfigureAwait(false);
        var turn = _turns.AcquireAsync(user, cancellationToken);
        input.TurnGate.End();
        return await turn.ConfigureAwait(false);
    }

    /// <summary>Does the work on one input; on a worker thread.</summary>
    private protected abstract Task<UserWriteResult> WorkAsync(UserInput input, CancellationToken cancellationToken);

    /// <summary>Writes a result; called from a worker thread.</summary>
    private protected abstract Task WriteResultAsync(UserInput input, UserWriteResult result);

    /// <summary>Understands an input and starts work on it; on the pipeline thread. What is wrong with it becomes its error.</summary>
    private protected void Submit(object target, Func<UserInput?> read)
    {
        var input = Read(target, () => CheckColumns(target, read()));
        _isFirst = false;
        if (input is null)
        {
            return;
        }

        if (ClientToken is not null && ++_withToken > 1)
        {
            Refuse(
                new UserValueException(nameof(ClientToken), $"-ClientToken is for one user, and '{input.Label}' is another: AWS would treat it as the same request.", "Leave -ClientToken out."),
                input.Target);
            return;
        }

        if (IsWhatIf || _mayPrompt)
        {
            input.PromptGate = _lastPrompt = new InputGate(_lastPrompt);
        }

        input.TurnGate = _lastTurn = new InputGate(_lastTurn);
        Submit(input, RunAsync, ReportAsync);
    }

    /// <summary>
    /// Refuses a row with columns that are not known: rows of one file have the same, so the first row ends the command. A copy of a user may
    /// have a property that AWS has added, which ends nothing.
    /// </summary>
    private protected void CheckUnknownColumns(PSObject row, IReadOnlyList<string> columns, string? source)
    {
        var action = UnknownColumns == UnknownColumnAction.Refuse && UserStates.IsWhole(row) ? UnknownColumnAction.Warn : UnknownColumns;
        if (columns.Count > 0 && action == UnknownColumnAction.Refuse)
        {
            throw UserColumns.Unknown(source, columns, endsCommand: _isFirst);
        }

        foreach (var column in columns.Where(_reportedColumns.Add))
        {
            if (action == UnknownColumnAction.Warn)
            {
                WriteWarning(ItemErrors.UnknownColumn(column));
            }
            else
            {
                Output.Verbose(ItemErrors.UnknownColumn(column));
            }
        }
    }

    /// <summary>
    /// The failure where the first row of a file lacks what a row needs, and no row can have it: there is neither a column for it nor a parameter. Null
    /// where nothing is missing.
    /// </summary>
    private protected virtual ConnectOperationException? FindMissingColumns(UserInput input, IReadOnlySet<string> columns) =>
        input.UserArn is null && (input.Username ?? input.UserId) is not null && input.InstanceArn is null
            && !columns.Contains(nameof(UserInput.UserArn)) && !columns.Contains(nameof(UserInput.InstanceArn))
            ? new(ErrorIds.MissingIdentity, "The rows name users, but no instance. Nothing was done.") { EndsCommand = true }
            : null;

    /// <summary>The Region of an input; null for that of the session. Throws where ARN and Region contradict each other.</summary>
    private protected string? RegionOf(UserInput input) => input.RegionOf(IdentifyingInstance, Region);

    private protected override void Refuse(Exception exception, object target)
    {
        if (exception is UserValueException { UnknownColumns.Count: > 0 } row && UnknownColumns == UnknownColumnAction.Refuse)
        {
            exception = UserColumns.Unknown(row.RowSource, row.UnknownColumns, endsCommand: _isFirst);
        }
        else if (_isFirst && exception is UserValueException bad && PlainTextPasswords.ColumnOf(bad) is { } column)
        {
            exception = PlainTextPasswords.Refused(bad.RowSource, column, PlainTextPasswordRemedy, endsCommand: true);
        }

        base.Refuse(exception, target);
    }

    private UserInput? CheckColumns(object target, UserInput? input)
    {
        if (_isFirst && input is not null && target is PSObject { BaseObject: PSCustomObject } row
            && FindMissingColumns(input, row.Properties.Select(column => UserSchema.TryFind(column.Name, out var known) ? known.Name : column.Name).ToHashSet(StringComparer.Ordinal))
                is { } failure)
        {
            // It is the header that lacks something, not the row.
            throw input.Source?.LastIndexOf(':') is > 0 and var end ? failure.Reworded($"{input.Source[..end]}: {failure.Message}") : failure;
        }

        return input;
    }

    private async Task<UserWriteResult> RunAsync(UserInput input, CancellationToken cancellationToken)
    {
        try
        {
            if (_mayPrompt && input.PromptGate is { } gate)
            {
                // Before the work takes the lock of the user, which an earlier input for the same user would wait for.
                await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            return await WorkAsync(input, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            input.PromptGate?.End();
            input.TurnGate?.End();
        }
    }

    private async Task ReportAsync(UserInput input, UserWriteResult result)
    {
        Statistics.ItemDone(result.Status == UserWriteStatus.Unchanged);
        await WriteResultAsync(input, result).ConfigureAwait(false);
        if (result.Warning is { } warning)
        {
            // After the result, which may have a password: with -WarningAction Stop the warning ends the command.
            await Output.WarningAsync(warning).ConfigureAwait(false);
        }
    }
}
