using Microsoft.Extensions.Time.Testing;

namespace AwsccConnect.Tests.Simulator;

public class LifeCycleTests
{
    private static async Task<(RawClient Client, FakeTimeProvider Time)> StartAsync(double seconds = 3)
    {
        FakeTimeProvider time = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
        return (await RawClient.StartAsync(options =>
        {
            options.TimeProvider = time;
            options.HandlerSeconds = seconds;
        }), time);
    }

    [Fact]
    public async Task A_request_is_pending_then_in_progress_then_done()
    {
        (var client, var time) = await StartAsync();
        await using var owned = client;
        var accepted = await client.CreateAsync(client.NewUser("slow"));
        ((string)accepted.Event["OperationStatus"]!).ShouldBe("PENDING");
        accepted.Headers.Date.ShouldBe(time.GetUtcNow());
        ((decimal)accepted.Event["RetryAfter"]!).ShouldBe(time.GetUtcNow().AddSeconds(3).ToUnixTimeMilliseconds() / 1000m);
        time.Advance(TimeSpan.FromSeconds(1));
        var running = await client.StatusAsync(accepted);
        ((string)running["OperationStatus"]!).ShouldBe("IN_PROGRESS");
        running.ContainsKey("RetryAfter").ShouldBeTrue();
        client.Simulator.UserCount.ShouldBe(5);
        time.Advance(TimeSpan.FromSeconds(2));
        client.Simulator.UserCount.ShouldBe(6);
        var done = await client.StatusAsync(accepted);
        ((string)done["OperationStatus"]!).ShouldBe("SUCCESS");
        done.ContainsKey("RetryAfter").ShouldBeFalse();
        ((string)JsonNode.Parse((string)done["ResourceModel"]!)!["UserArn"]!).ShouldBe((string)done["Identifier"]!);
    }

    [Fact]
    public async Task Retry_after_can_be_left_out()
    {
        await using var client = await RawClient.StartAsync(options =>
        {
            options.HandlerSeconds = 60;
            options.SendRetryAfter = false;
        });
        (await client.CreateAsync(client.NewUser("slow"))).Event.ContainsKey("RetryAfter").ShouldBeFalse();
    }

    [Fact]
    public async Task One_write_per_resource_at_a_time()
    {
        (var client, var time) = await StartAsync();
        await using var owned = client;
        var arn = client.FirstUser();
        var other = client.Users()[1];
        var patch = RawClient.Patch("add", "/IdentityInfo/FirstName", "Max");
        var first = await client.UpdateAsync(arn, patch);
        (await client.UpdateAsync(arn, RawClient.Patch("add", "/IdentityInfo/FirstName", "Moritz"))).ShouldFail("ConcurrentOperationException");
        (await client.DeleteAsync(arn)).ShouldFail("ConcurrentOperationException");
        (await client.UpdateAsync(other, patch)).Status.ShouldBe(200);
        time.Advance(TimeSpan.FromSeconds(3));
        ((string)(await client.StatusAsync(first))["OperationStatus"]!).ShouldBe("SUCCESS");
        (await client.DeleteAsync(arn)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Cancelling_leaves_the_resource_as_it_was()
    {
        (var client, var time) = await StartAsync();
        await using var owned = client;
        var arn = client.FirstUser();
        var before = client.Simulator.GetProperties(arn);
        var accepted = await client.UpdateAsync(arn, RawClient.Patch("add", "/IdentityInfo/FirstName", "Max"));
        JsonObject token = new() { ["RequestToken"] = (string)accepted.Event["RequestToken"]! };
        var cancelling = await client.CallAsync("CancelResourceRequest", token);
        ((string)cancelling.Event["OperationStatus"]!).ShouldBe("CANCEL_IN_PROGRESS");
        (await client.DeleteAsync(arn)).ShouldFail("ConcurrentOperationException");
        time.Advance(TimeSpan.FromSeconds(2));
        ((string)(await client.StatusAsync(accepted))["OperationStatus"]!).ShouldBe("CANCEL_COMPLETE");
        time.Advance(TimeSpan.FromSeconds(10));
        ((string)(await client.StatusAsync(accepted))["OperationStatus"]!).ShouldBe("CANCEL_COMPLETE");
        client.Simulator.GetProperties(arn).ShouldBe(before);
        ((string)(await client.CallAsync("CancelResourceRequest", token)).Event["OperationStatus"]!).ShouldBe("CANCEL_COMPLETE");
    }

    [Fact]
    public async Task Finished_requests_cannot_be_cancelled()
    {
        await using var client = await RawClient.StartAsync();
        var accepted = await client.DeleteAsync(client.FirstUser());
        JsonObject token = new() { ["RequestToken"] = (string)accepted.Event["RequestToken"]! };
        (await client.CallAsync("CancelResourceRequest", token)).ShouldFail("ValidationException").Message.ShouldContain("SUCCESS");
    }

    [Fact]
    public async Task Requests_are_deleted_after_seven_days()
    {
        (var client, var time) = await StartAsync(0);
        await using var owned = client;
        var accepted = await client.DeleteAsync(client.FirstUser());
        time.Advance(TimeSpan.FromDays(7));
        (await client.StatusAsync(accepted)).ShouldNotBeNull();
        time.Advance(TimeSpan.FromSeconds(1));
        (await client.StatusAsync((string)accepted.Event["RequestToken"]!)).ShouldFail("RequestTokenNotFoundException");
        (await client.CallAsync("ListResourceRequests", [])).Json["ResourceRequestStatusSummaries"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_client_token_gives_the_same_request()
    {
        (var client, var time) = await StartAsync(0);
        await using var owned = client;
        var desired = client.NewUser("once");
        var first = await client.CreateAsync(desired, "token-1");
        var second = await client.CreateAsync(desired, "token-1");
        ((string)second.Event["RequestToken"]!).ShouldBe((string)first.Event["RequestToken"]!);
        ((string)second.Event["OperationStatus"]!).ShouldBe("SUCCESS");
        client.Simulator.UserCount.ShouldBe(6);
        (await client.CreateAsync(client.NewUser("twice"), "token-1")).ShouldFail("ClientTokenConflictException");
        (await client.DeleteAsync(client.FirstUser(), "token-1")).ShouldFail("ClientTokenConflictException");
        client.Simulator.UserCount.ShouldBe(6);

        time.Advance(TimeSpan.FromHours(36));
        await client.FailureAsync(client.CreateAsync(desired, "token-1"), "AlreadyExists");
    }

    [Fact]
    public async Task A_repeated_write_is_recognised_while_the_first_still_runs()
    {
        (var client, _) = await StartAsync();
        await using var owned = client;
        var arn = client.FirstUser();
        var patch = RawClient.Patch("add", "/IdentityInfo/FirstName", "Max");
        var first = await client.UpdateAsync(arn, patch, "token-2");
        var second = await client.UpdateAsync(arn, patch, "token-2");
        ((string)second.Event["RequestToken"]!).ShouldBe((string)first.Event["RequestToken"]!);
    }

    [Fact]
    public async Task A_new_user_is_listed_before_it_can_be_read()
    {
        FakeTimeProvider time = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
        await using var client = await RawClient.StartAsync(options =>
        {
            options.TimeProvider = time;
            options.ReadDelaySeconds = 2;
        });
        var arn = (string)(await client.SuccessAsync(client.CreateAsync(client.NewUser("late"))))["Identifier"]!;
        client.Users().ShouldContain(arn);
        (await client.GetAsync(arn)).ShouldFail("ResourceNotFoundException");
        var patch = RawClient.Patch("add", "/IdentityInfo/FirstName", "Max");
        (await client.UpdateAsync(arn, patch)).ShouldFail("ResourceNotFoundException");
        await client.FailureAsync(client.DeleteAsync(arn), "NotFound");
        await client.FailureAsync(client.CreateAsync(client.NewUser("late")), "AlreadyExists");
        time.Advance(TimeSpan.FromSeconds(2));
        (await client.GetAsync(arn)).Status.ShouldBe(200);
        await client.SuccessAsync(client.UpdateAsync(arn, patch));
        await client.SuccessAsync(client.DeleteAsync(arn));
    }
}
