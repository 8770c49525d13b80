using System.Globalization;
using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Stacks.Export;
using AwsccConnect.Core.Stacks.Planning;
using AwsccConnect.Session;

namespace AwsccConnect.Commands.Users;

/// <summary>A command that writes live users to a file, whole or not at all.</summary>
public abstract class UserExportCmdlet : ConnectCmdlet
{
    private readonly List<StackEntry> _entries = [];
    private readonly List<UserInput> _pending = [];
    private readonly HashSet<string> _omitted = new(StringComparer.Ordinal);
    private readonly UserInputReader _inputs = new(allowPlainTextPassword: true);
    private int _failed;

    /// <summary>The file to write. Taken literally.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Users, which are written as they are; or references, requests, ARNs or rows, whose users are read.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>ARN, id or alias of the instances whose users are written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Instance")]
    [Alias("Instance", "InstanceAlias")]
    [ArnArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceCompleter))]
    public string[] InstanceArn { get; set; } = [];

    /// <summary>Keep an existing file.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Replace an existing file that is marked as read-only.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>AWS Region, for example <c>eu-west-2</c>. Default: that of the ARN or row, else the session's.</summary>
    [Parameter]
    [Alias("RegionToCall")]
    [RegionArgument]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    private protected override string? Activity => "Reading users";

    /// <summary>The file's full path.</summary>
    private protected string FullPath { get; private set; } = string.Empty;

    /// <summary>The error id for a file that is not written because users could not be read.</summary>
    private protected abstract string IncompleteErrorId { get; }

    private protected override void Begin()
    {
        base.Begin();
        FullPath = FilePath.Resolve(this, nameof(Path), Path);
    }

    /// <summary>Writes the users; on a worker thread. There is at least one, and they are in the order of the file.</summary>
    private protected abstract Task WriteAsync(IReadOnlyList<StackEntry> users, CancellationToken cancellationToken);

    /// <summary>Whether a listed user belongs into the file.</summary>
    private protected virtual bool IsExported(JsonObject state) => true;

    private protected override void Process()
    {
        if (InputObject is not { } input)
        {
            return;
        }

        Statistics.ItemTaken();
        try
        {
            if (input.BaseObject is ConnectUser user)
            {
                Add(UserStates.Of(user, input));
            }
            else if (UserStates.IsWhole(input))
            {
                Add(UserStates.Of(input, out _));
            }
            else if (_inputs.ReadExisting(input, out _) is { } read)
            {
                _pending.Add(read);
                return;
            }

            Statistics.ItemDone();
        }
        catch (Exception exception) when (exception is UserValueException or ConnectOperationException { EndsCommand: false })
        {
            _failed++;
            Statistics.ItemFailed();
            WriteError(ItemErrors.ToRecord(exception, UserInputReader.Copy(input)));
        }
    }

    private protected override void Finish() => Await(RunAsync);

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        await ReadPendingAsync(cancellationToken).ConfigureAwait(false);
        foreach (var instance in InstanceArn)
        {
            await ReadInstanceAsync(instance, cancellationToken).ConfigureAwait(false);
        }

        Statistics.AllTaken();
        if (_failed > 0)
        {
            // Publishing a file that lacks users, with -Prune, would remove them.
            throw new ConnectOperationException(
                IncompleteErrorId,
                string.Create(CultureInfo.InvariantCulture, $"Nothing was written to '{FullPath}': {_failed} of the users could not be read."));
        }

        var users = StackFileWriter.InOrder(_entries);
        if (users.Count == 0)
        {
            await Output.WarningAsync($"There is no user to write: '{FullPath}' was left as it is.").ConfigureAwait(false);
            return;
        }

        foreach (var name in _omitted)
        {
            await Output.WarningAsync($"The property '{name}' is not known to this version of the module and is left out of the file.").ConfigureAwait(false);
        }

        await WriteAsync(users, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the file, if confirmed. The format decides on a byte order mark.</summary>
    private protected async Task SaveAsync(int users, StackFormat format, Func<string> text, string caption, CancellationToken cancellationToken)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"{users} {(users == 1 ? "user" : "users")} to '{FullPath}'");
        if (await Output.ShouldProcessAsync($"Write {what}", $"Write {what}?", caption).ConfigureAwait(false))
        {
            await StackFileWriter.WriteAsync(FullPath, format, text(), NoClobber, Force, cancellationToken).ConfigureAwait(false);
            Output.Verbose($"Wrote {what}.");
        }
    }

    private void Add(JsonObject state)
    {
        if (JsonText.StringOf(state[nameof(InstanceArn)]) is not { Length: > 0 } && ConnectArn.TryParse(JsonText.StringOf(state["UserArn"]), out var arn))
        {
            state[nameof(InstanceArn)] = arn.InstanceArn;
        }

        var entry = StackEntry.Of(state, name => _omitted.Add(name));
        if (entry.Username.Length == 0 || entry.InstanceArn.Length == 0)
        {
            throw new ConnectOperationException(
                ErrorIds.MissingIdentity, "The user has no Username or no InstanceArn, so the file could not say who is meant.", "Export users as Get-ConnectUser writes them.");
        }

        _entries.Add(entry);
    }

    private async Task ReadPendingAsync(CancellationToken cancellationToken)
    {
        var reads = BulkStream.RunAsync(
            _pending.ToAsyncSequence(),
            ThrottleLimit,
            BulkOrder.AsFinished,
            async (input, token) =>
            {
                var operations = OperationsFor(input.RegionOf(null, Region));
                var arn = await UserTargets.ResolveAsync(input, operations, null, token).ConfigureAwait(false);
                return await operations.Resources.GetAsync(ResourceTypes.User, arn, token).ConfigureAwait(false);
            },
            cancellationToken);
        await foreach (var read in reads.ConfigureAwait(false))
        {
            await TakeAsync(read.Result, read.Error, read.Item.Target).ConfigureAwait(false);
        }
    }

    private async Task ReadInstanceAsync(string instance, CancellationToken cancellationToken)
    {
        var operations = OperationsFor(UserNames.IsArn(instance) ? ArnRegion.Of(instance, Region) : Region);
        var arn = await operations.Names.ResolveInstanceAsync(instance, cancellationToken).ConfigureAwait(false);
        var live = new LiveUsers(operations, ThrottleLimit);
        var reads = live.ReadAsync(operations.Directory.ListUserArnsAsync(arn, cancellationToken), (_, state) => state, cancellationToken);
        await foreach (var read in reads.ConfigureAwait(false))
        {
            Statistics.ItemTaken();
            if (read.Error is ConnectOperationException { ErrorId: ErrorIds.NotFound })
            {
                Statistics.ItemDone();
                Output.Verbose($"'{read.Item}' was removed while the users were being listed.");
            }
            else if (read.Error is null && !IsExported(read.Result!))
            {
                Statistics.ItemDone();
            }
            else
            {
                await TakeAsync(read.Result, read.Error, read.Item).ConfigureAwait(false);
            }
        }
    }

    private async Task TakeAsync(JsonObject? state, Exception? error, object target)
    {
        if (error is null)
        {
            try
            {
                Add(state!);
                Statistics.ItemDone();
                return;
            }
            catch (ConnectOperationException exception)
            {
                error = exception;
            }
        }

        if (error is not OperationCanceledException)
        {
            _failed++;
            Statistics.ItemFailed();
            await Output.FailAsync(error, target).ConfigureAwait(false);
        }
    }

    /// <summary>The users with names instead of ARNs, where a name means the same.</summary>
    private protected async Task<IReadOnlyList<StackEntry>> WithNamesAsync(IReadOnlyList<StackEntry> users, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<string, EntryNames>(StringComparer.Ordinal);
        foreach (var group in users.GroupBy(user => user.InstanceArn))
        {
            var operations = OperationsFor(ArnRegion.Of(group.Key, null));
            var names = new EntryNames(operations.Names, group.Key);
            await names.ReadAsync([.. group], cancellationToken).ConfigureAwait(false);
            tables[group.Key] = names;
        }

        return [.. users.Select(user => user.WithNames(tables[user.InstanceArn].NameOf))];
    }
}
