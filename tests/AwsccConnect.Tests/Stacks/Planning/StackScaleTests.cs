using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Stacks.Planning;
using AwsccConnect.Tests.Stacks.Parsing;

namespace AwsccConnect.Tests.Stacks.Planning;

/// <summary>Ten thousand users in a file against ten thousand live; by itself, since it measures the heap of the process.</summary>
[Collection(nameof(ScaleTests))]
public sealed class StackScaleTests : IDisposable
{
    private const int Count = 10_000;
    private readonly LiveWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Every_live_user_is_read_once_and_only_differences_are_written()
    {
        List<StackUser> users = new();
        for (var i = 0; i < Count; i++)
        {
            // Every hundredth differs; twenty are no longer desired; twenty are new.
            _world.Add($"agent{i}", "team", new JsonObject { ["IdentityInfo"] = new JsonObject { ["FirstName"] = i % 100 == 0 ? "Old" : "New" } });
            users.Add(LiveWorld.Whole($"AGENT{i + 20}", ("FirstName", "New")));
        }

        var run = await _world.PublishAsync(LiveWorld.Stack([.. users]), new StackPlanOptions { FindsExtras = true, Parallelism = 64 });
        run.Results.Count.ShouldBe(Count + 20);
        _world.Calls("ListResources").ShouldBe(Count / 100);
        _world.Calls("CreateResource").ShouldBe(20);
        _world.Calls("UpdateResource").ShouldBe(99);
        _world.Calls("DeleteResource").ShouldBe(20);
        _world.Calls("GetResource").ShouldBe(Count + 99 + 20 + 1, "once for all, again before each update and removal, and the instance");
    }

    [Fact]
    public async Task Live_users_are_not_kept()
    {
        // 1,000 users of 50,000 characters are 100 MB in memory; what the plan keeps of them must not grow with that. The service keeps the
        // last 64 that were read, more than are in flight.
        string text = new('x', 50_000);
        ConcurrentQueue<string> read = new();
        for (var i = 0; i < 1_000; i++)
        {
            _world.Add($"agent{i}", "team");
        }

        var users = Enumerable.Range(0, 1_000).Select(i => LiveWorld.Whole($"agent{i}", ("FirstName", "New"))).ToArray();
        _world.Fault = (operation, identifier) =>
        {
            if (identifier is not null)
            {
                // Made long for its one read, so that the other users stay small.
                _world.Users[identifier] = $$"""{"Later":"{{text}}",{{_world.Users[identifier][1..]}}""";
                read.Enqueue(identifier);
                if (read.Count > 64 && read.TryDequeue(out var earlier))
                {
                    _world.Users[earlier] = "{}";
                }
            }

            return null;
        };
        var planner = _world.Planner(LiveWorld.Stack(users), new StackPlanOptions { FindsExtras = true, Parallelism = 16 });
        List<StackPlanItem> kept = new();
        var most = 0L;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await foreach (var item in planner.PlanAsync(CancellationToken.None))
        {
            kept.Add(item);
            if (kept.Count % 250 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        kept.Count.ShouldBe(1_000);
        most.ShouldBeLessThan(40_000_000);
    }
}
