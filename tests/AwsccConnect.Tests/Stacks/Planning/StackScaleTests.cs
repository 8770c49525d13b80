using System.Collections.Concurrent;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Stacks.Planning;
using AwsccConnect.Tests.Stacks.Parsing;

namespace AwsccConnect.Tests.Stacks.Planning;

/// <summary>Ten thousand users in a file against ten thousand live; by itself, since it collects the garbage of the process.</summary>
[Collection(nameof(ScaleTests))]
public sealed class StackScaleTests : IAsyncDisposable
{
    private const int Count = 10_000;
    private readonly LiveWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Every_live_user_is_read_once_and_only_differences_are_written()
    {
        List<StackUser> users = new();
        HashSet<string> live = [];
        for (var i = 0; i < Count; i++)
        {
            // Every hundredth differs; twenty are no longer desired; twenty are new.
            live.Add(_world.Add($"agent{i}", "team", LiveWorld.FirstName(i % 100 == 0 ? "Old" : "New")));
            users.Add(LiveWorld.Whole($"AGENT{i + 20}", ("FirstName", "New")));
        }

        var run = await _world.PublishAsync(LiveWorld.Stack([.. users]), new StackPlanOptions { FindsExtras = true, Parallelism = 64 });
        run.Results.Count.ShouldBe(Count + 20);
        _world.Calls("ListResources").ShouldBe(Count / 100);
        _world.Calls("CreateResource").ShouldBe(20);
        _world.Calls("UpdateResource").ShouldBe(99);
        _world.Calls("DeleteResource").ShouldBe(20);
        _world.Simulator.Calls.Count(call => call.Operation == "GetResource" && live.Contains(call.Identifier!))
            .ShouldBe(Count + 99 + 20, "once for all, and again before each update and removal");
    }

    [Fact]
    public async Task Live_users_are_not_kept()
    {
        // What the plan keeps of 1,000 users must not grow with what they are: of the states that were read, only those in work are alive.
        ConcurrentQueue<WeakReference> read = new();
        StackUser[] users = [.. Enumerable.Range(0, 1_000).Select(i => LiveWorld.Whole($"agent{i}", ("FirstName", "New")))];
        foreach (var user in users)
        {
            _world.Add(user.Row.Username!, "team");
        }

        _world.AfterCall = (_, response) =>
        {
            if (response is GetResourceResponse user)
            {
                read.Enqueue(new WeakReference(user.ResourceDescription.Properties));
            }
        };
        var kept = await _world.PlanAsync(LiveWorld.Stack(users), new StackPlanOptions { FindsExtras = true, Parallelism = 16 });

        GC.Collect();
        kept.ShouldAllBe(item => item.Status == StackUserStatus.Different);
        (kept.Count, read.Count).ShouldBe((1_000, 1_000));
        read.Count(state => state.IsAlive).ShouldBeLessThan(100);
    }
}
