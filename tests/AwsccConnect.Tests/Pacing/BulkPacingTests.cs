using System.Collections.Concurrent;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;
using AwsccConnect.Tests.Operations;

namespace AwsccConnect.Tests.Pacing;

/// <summary>Hundreds of users against the quotas of AWS, over HTTP, on a clock that runs ten times as fast.</summary>
[Collection(nameof(BulkPacingTests))]
[CollectionDefinition(nameof(BulkPacingTests), DisableParallelization = true)]
public sealed class BulkPacingTests
{
    private const int Speed = 10;

    [Fact]
    public async Task Three_hundred_creates_against_two_a_second_all_succeed_and_are_hardly_throttled()
    {
        await using var service = Start(handlerSeconds: 1, createQuota: "2/5");

        var errors = await CreateAsync(service, 300);

        errors.ShouldBeEmpty();
        service.Simulator.UserCount.ShouldBe(300);
        var creates = service.Simulator.Calls.Count(call => call.Operation == "CreateResource");
        ((creates - 300) / (double)creates).ShouldBeLessThan(0.05);
    }

    [Fact]
    public async Task A_handler_that_throttles_some_users_three_times_still_creates_each_exactly_once()
    {
        await using var service = Start(handlerSeconds: 0.2);
        foreach (var number in new[] { 3, 7, 11 })
        {
            service.Simulator.Faults.Add(new SimulatorFault
            {
                Kind = SimulatorFaultKind.HandlerError, Operation = "CreateResource", User = $"agent{number}", ErrorCode = "Throttling", Count = 3,
            });
        }

        var errors = await CreateAsync(service, 15);

        errors.ShouldBeEmpty();
        service.Simulator.UserCount.ShouldBe(15);
        service.Simulator.Calls.Count(call => call is { Operation: "CreateResource" }).ShouldBe(15 + 9);
        service.Simulator.Calls.Where(call => call.Operation == "CreateResource").Select(call => call.ClientToken).ShouldBeUnique();
    }

    [Fact]
    public async Task A_general_exception_that_says_rate_exceeded_is_throttling_too()
    {
        await using var service = Start(handlerSeconds: 0.2);
        service.Simulator.Faults.Add(new SimulatorFault
        {
            Kind = SimulatorFaultKind.HandlerError, Operation = "CreateResource", User = "agent1", ErrorCode = "GeneralServiceException", Message = "Rate exceeded", Count = 2,
        });

        var errors = await CreateAsync(service, 3);

        errors.ShouldBeEmpty();
        service.Simulator.UserCount.ShouldBe(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_created_user_costs_at_most_two_and_a_half_calls(bool sendsRetryAfter)
    {
        await using var service = Start(handlerSeconds: 3, sendsRetryAfter);

        var errors = await CreateAsync(service, 40);

        errors.ShouldBeEmpty();
        (service.Simulator.Calls.Count / 40.0).ShouldBeLessThanOrEqualTo(2.5);
    }

    [Fact]
    public async Task A_change_that_has_waited_long_keeps_what_another_client_has_changed_since()
    {
        await using var service = Start(handlerSeconds: 0.2);
        var users = Enumerable.Range(0, 14).Select(number => service.Add($"agent{number}", Model($"agent{number}"))).ToList();
        ConcurrentDictionary<string, bool> seen = new();
        service.AfterCall = (_, response) =>
        {
            if (response is GetResourceResponse { ResourceDescription.Identifier: { } arn } && seen.TryAdd(arn, true))
            {
                var state = service.State(arn);
                state["Tags"] = Tags("Other");
                service.Change(arn, state);
            }
        };

        await foreach (var outcome in BulkStream.RunAsync(users.ToAsyncEnumerable(), 16, BulkOrder.AsFinished, UpdateAsync, TestContext.Current.CancellationToken))
        {
            outcome.Error.ShouldBeNull();
        }

        // The pacer starts four at once and then two or three a second: the last four have waited longer than two seconds.
        var sent = service.Simulator.Calls.Where(call => call.Operation == "UpdateResource").Select(call => call.Identifier!).ToList();
        sent.Count.ShouldBe(14);
        foreach (var arn in sent[^4..])
        {
            service.State(arn)["Tags"]!.AsArray().Select(tag => tag!["Key"]!.ToString()).ShouldBe(["Other", "Shift"], ignoreOrder: true);
        }

        Task<UserWriteResult> UpdateAsync(string arn, CancellationToken token)
        {
            UserChanges changes = new();
            changes.Upsert(UserSchema.Get("Tags"), Tags("Shift").Select(tag => tag!));
            return service.Operations.Updater.UpdateAsync(new UserUpdate { UserArn = arn, Changes = changes }, _ => Task.FromResult(true), token);
        }

        static JsonArray Tags(params string[] keys) => new([.. keys.Select(key => new JsonObject { ["Key"] = key, ["Value"] = "1" })]);
    }

    private static JsonObject Model(string username) => new()
    {
        ["InstanceArn"] = LiveService.Instance,
        ["Username"] = username,
        ["RoutingProfileArn"] = LiveService.Plan.RoutingProfileArns[0],
        ["SecurityProfileArns"] = new JsonArray(LiveService.Plan.SecurityProfileArns[0]),
        ["PhoneConfig"] = new JsonObject { ["PhoneType"] = "SOFT_PHONE" },
        ["IdentityInfo"] = new JsonObject { ["FirstName"] = "A", ["LastName"] = "B" },
    };

    private static LiveService Start(double handlerSeconds, bool sendsRetryAfter = true, string? createQuota = null)
    {
        SimulatorOptions options = new() { UserCount = 0, HandlerSeconds = handlerSeconds, SendRetryAfter = sendsRetryAfter };
        if (createQuota is not null)
        {
            options.Quota["CreateUser"] = createQuota;
        }

        return new LiveService(options, Speed, isPaced: true);
    }

    private static async Task<List<Exception>> CreateAsync(LiveService service, int count)
    {
        List<Exception> errors = new();
        var items = Enumerable.Range(0, count).ToAsyncEnumerable();
        await foreach (var outcome in BulkStream.RunAsync(items, 16, BulkOrder.AsFinished, CreateOneAsync, TestContext.Current.CancellationToken))
        {
            if (outcome.Error is not null)
            {
                errors.Add(outcome.Error);
            }
        }

        return errors;

        Task<UserWriteResult> CreateOneAsync(int number, CancellationToken token) => service.Operations.Creator.CreateAsync(
            Model($"agent{number}"),
            PasswordGenerator.Generate(),
            null,
            wait: true,
            item: null,
            token);
    }
}
