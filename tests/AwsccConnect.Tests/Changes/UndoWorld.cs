using AwsccConnect.Core.Changes;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;
using AwsccConnect.Tests.Operations;
using AwsccConnect.Tests.Stacks.Planning;
using AwsccConnect.Tests.Users;

namespace AwsccConnect.Tests.Changes;

/// <summary>The users of an undo case, its commands with a change log, which may be killed, and somebody else.</summary>
internal sealed class UndoWorld : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("awsccconnect-").FullName;
    private readonly LiveWorld _world = new();
    private int _edits;

    public UndoWorld(UndoCase random)
    {
        foreach ((var name, var model) in random.Users)
        {
            _world.Add(name, model: (JsonObject)model.DeepClone());
        }
    }

    private string Log => Path.Combine(_folder, "changes.jsonl");

    private IReadOnlyList<ChangeRecord> Records => ChangeLog.Read(Log, _ => { });

    /// <summary>The users that there are, by name.</summary>
    public Dictionary<string, JsonObject> Users() =>
        UndoCase.Names.Where(name => _world.Find(name) is not null).ToDictionary(name => name, name => _world.State(_world.Find(name)!));

    /// <summary>Runs a command until its end or until it is killed.</summary>
    public async Task ChangeAsync(UndoCase.Command command)
    {
        byte[]? left = null;
        var kill = command.KilledAt ?? int.MaxValue;
        _world.BeforeWrite = _ => Kill(isBefore: true);
        _world.AfterCall = (operation, _) =>
        {
            if (LiveService.IsWrite(operation))
            {
                Kill(isBefore: false);
            }
        };
        using (ChangeLog log = new(Log))
        using (var recorder = Recorder(log, "Set-ConnectUser"))
        {
            var operations = _world.OperationsOf(recorder);
            foreach ((var name, var model) in command.Users.TakeWhile(_ => left is null))
            {
                await Should.NotThrowAsync(() => ChangeAsync(operations, name, model, command.Removed.Contains(name)));
            }
        }

        _world.BeforeWrite = _ => { };
        _world.AfterCall = (_, _) => { };
        if (left is not null)
        {
            // What the process would have written after its death was never written.
            await File.WriteAllBytesAsync(Log, left);
        }

        void Kill(bool isBefore)
        {
            if (isBefore != command.IsCarriedOut && left is null && kill-- == 0)
            {
                left = [.. File.ReadAllBytes(Log), .. Encoding.UTF8.GetBytes("{\"Id\":\"torn\",\"Time\":"[..command.TornLength])];
                throw new InvalidOperationException("killed");
            }
        }
    }

    /// <summary>Somebody else adds a tag to a user.</summary>
    /// <returns>Whether there was that user.</returns>
    public bool EditAsOther(string name, Dictionary<string, JsonObject> expected)
    {
        if (_world.Find(name) is not { } arn)
        {
            return false;
        }

        UserChanges edit = new();
        edit.Upsert(UserSchema.Get("Tags"), [LiveWorld.Tag($"Other{++_edits}", "x")]);
        _world.Change(arn, edit.ApplyTo(_world.State(arn)));
        if (expected.TryGetValue(name, out var state))
        {
            expected[name] = edit.ApplyTo(state);
        }

        return true;
    }

    /// <summary>Takes changes back.</summary>
    /// <returns>The users of which something was left as it is.</returns>
    public async Task<IReadOnlyList<string>> UndoAsync(Func<ChangeRecord, bool>? isSelected = null)
    {
        List<string> left = [];
        using ChangeLog log = new(Log);
        using var recorder = Recorder(log, "Undo-ConnectUserChange");
        var operations = _world.OperationsOf(recorder);
        foreach (var user in ChangeHistory.Select(Records, isSelected ?? (_ => true)))
        {
            var source = Substitute.For<IUndoSource>();
            (var plan, _) = await operations.Undoer.UndoAsync(
                user,
                null,
                (plan, _, _) =>
                {
                    source.Plan.Returns(plan);
                    return Task.FromResult(true);
                },
                source,
                CancellationToken.None);
            if (plan.Conflicts.Count > 0)
            {
                left.Add(user.Label);
            }
        }

        return left;
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static ChangeRecorder Recorder(ChangeLog log, string command) => new(log, command, null, null, Substitute.For<ICallObserver>());

    private async Task ChangeAsync(ConnectOperations operations, string name, JsonObject model, bool isRemoved)
    {
        try
        {
            var arn = _world.Find(name);
            var user = UserGenerators.Named((JsonObject)model.DeepClone(), LiveWorld.Instance, name, arn ?? string.Empty);
            if (arn is null)
            {
                await operations.Creator.CreateAsync(UserModels.ForCreate(user), null, null, true, null, CancellationToken.None);
            }
            else if (isRemoved)
            {
                await operations.Remover.RemoveAsync(arn, null, true, false, null, CancellationToken.None);
            }
            else
            {
                await operations.Updater.UpdateAsync(
                    new UserUpdate { UserArn = arn, Changes = UserEdits.Between(_world.State(arn), user) }, _ => Task.FromResult(true), CancellationToken.None);
            }
        }
        catch (ConnectOperationException exception) when (exception.Message.Contains("killed", StringComparison.Ordinal))
        {
        }
    }
}
