using System.Text.Json.Nodes;
using AwsccConnect.Core.Changes;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;
using AwsccConnect.Tests.Stacks;
using AwsccConnect.Tests.Stacks.Planning;
using NSubstitute;

namespace AwsccConnect.Tests.Changes;

/// <summary>A few users in memory, commands with a change log that change them and may be killed, and somebody else.</summary>
internal sealed class UndoWorld : IDisposable
{
    private static readonly string[] Names = ["ana", "ben", "cho", "dee", "eva", "fay"];

    private readonly string _folder = Directory.CreateTempSubdirectory("awsccconnect-").FullName;
    private readonly LiveWorld _world = new();
    private readonly Random _random;
    private readonly RandomUserModels _models;
    private int _edits;

    public UndoWorld(int seed)
    {
        _random = new Random(seed);
        _models = new RandomUserModels(seed, LiveWorld.Instance, [LiveWorld.Routing, LiveWorld.Routing + "2"], [LiveWorld.Security, LiveWorld.Security + "2"], [$"{LiveWorld.Instance}/agent-group/g1"]);
        foreach (var name in Names[..4])
        {
            _world.Add(name, model: _models.Next(name, string.Empty));
        }
    }

    private string Log => Path.Combine(_folder, "changes.jsonl");

    public IReadOnlyList<ChangeRecord> Records => ChangeLog.Read(Log, _ => { });

    public bool Coin() => _random.Next(2) == 0;

    /// <summary>The users that there are, by name.</summary>
    public Dictionary<string, JsonObject> Users() => Names.Where(name => _world.Find(name) is not null).ToDictionary(name => name, name => _world.State(_world.Find(name)!));

    /// <summary>Runs a command: each user is created, changed or removed, or left alone.</summary>
    /// <param name="isKilled">Whether it is killed at one of its writes, before or after AWS has carried that out, perhaps in the middle of a line of the log.</param>
    public async Task ChangeAsync(bool isKilled)
    {
        byte[]? left = null;
        var kill = isKilled ? _random.Next(4) : int.MaxValue;
        var isCarriedOut = Coin();
        _world.BeforeWrite = (_, _) => Kill(isBefore: true);
        _world.AfterWrite = _ => Kill(isBefore: false);
        using (ChangeLog log = new(Log))
        using (var recorder = Recorder(log, "Set-ConnectUser"))
        {
            var operations = _world.OperationsOf(recorder);
            foreach (var name in Names.Where(_ => left is null && _random.Next(3) > 0))
            {
                await Should.NotThrowAsync(() => ChangeAsync(operations, name));
            }
        }

        _world.BeforeWrite = (_, _) => { };
        _world.AfterWrite = _ => { };
        if (left is not null)
        {
            // What the process would have written after its death was never written.
            await File.WriteAllBytesAsync(Log, left);
        }

        void Kill(bool isBefore)
        {
            if (isBefore == !isCarriedOut && left is null && kill-- == 0)
            {
                var line = "{\"Id\":\"torn\",\"Time\":\"2026-";
                left = [.. File.ReadAllBytes(Log), .. System.Text.Encoding.UTF8.GetBytes(line[.._random.Next(line.Length)])];
                throw new InvalidOperationException("killed");
            }
        }
    }

    /// <summary>Somebody else adds a tag to a user.</summary>
    /// <returns>The user's name; null where there was none.</returns>
    public string? EditAsOther(Dictionary<string, JsonObject> expected)
    {
        var name = Names[_random.Next(Names.Length)];
        if (_world.Find(name) is not { } arn)
        {
            return null;
        }

        UserChanges edit = new();
        edit.Upsert(UserSchema.Get("Tags"), [LiveWorld.Tag($"Other{++_edits}", "x")]);
        _world.Users[arn] = edit.ApplyTo(_world.State(arn)).ToJsonString();
        if (expected.TryGetValue(name, out var state))
        {
            expected[name] = edit.ApplyTo(state);
        }

        return name;
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
            Item item = new();
            (var plan, _) = await operations.Undoer.UndoAsync(
                user,
                null,
                (plan, _, _) =>
                {
                    item.Plan = plan;
                    return Task.FromResult(true);
                },
                item,
                CancellationToken.None);
            if (plan.Conflicts.Count > 0)
            {
                left.Add(user.Label);
            }
        }

        return left;
    }

    public void Dispose()
    {
        _world.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static ChangeRecorder Recorder(ChangeLog log, string command) => new(log, command, null, null, Substitute.For<ICallObserver>());

    private async Task ChangeAsync(ConnectOperations operations, string name)
    {
        try
        {
            if (_world.Find(name) is not { } arn)
            {
                await operations.Creator.CreateAsync(UserModels.ForCreate(_models.Next(name, string.Empty)), null, null, true, null, CancellationToken.None);
            }
            else if (_random.Next(4) == 0)
            {
                await operations.Remover.RemoveAsync(arn, null, true, false, null, CancellationToken.None);
            }
            else
            {
                await operations.Updater.UpdateAsync(
                    new UserUpdate { UserArn = arn, Changes = UserEdits.Between(_world.State(arn), _models.Next(name, arn)) }, _ => Task.FromResult(true), CancellationToken.None);
            }
        }
        catch (ConnectOperationException exception) when (exception.Message.Contains("killed", StringComparison.Ordinal))
        {
        }
    }

    private sealed class Item : IUndoSource
    {
        public UndoPlan? Plan { get; set; }
    }
}
