using System.Net;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Tests.Operations;

/// <summary>AWS is eventually consistent: a user may be there and not be found yet.</summary>
public sealed class NotFoundRetryTests : IDisposable
{
    private const string Arn = "arn:aws:connect:eu-west-2:123456789012:instance/aaaa-1/agent/bbbb-2";

    private readonly FakeService _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task The_first_read_of_a_user_that_was_just_created_waits_until_it_is_found()
    {
        var operations = _service.Operations();
        operations.Connection.Recent.Add(Arn, isCreated: true);
        Missing(times: 3);
        var read = Read(operations);
        (await _service.PassUntilAsync(read)).ShouldBeLessThan(NotFoundRetry.Longest);
        (await read).OriginalState!.ToJsonString().ShouldBe("{}");
        Reads().ShouldBe(4);
        _service.Observer.Received(3).CallFinished(Arg.Is<CallRecord>(record => record.ErrorId == ErrorIds.NotFound && record.RetryDelay != null));

        // Once it was found, NotFound means that it is deleted.
        Missing(times: int.MaxValue);
        await FailsAsync(Read(operations));
        Reads().ShouldBe(5);
    }

    [Fact]
    public async Task A_user_that_is_never_found_is_reported_in_the_end()
    {
        var operations = _service.Operations();
        operations.Connection.Recent.Add(Arn, isCreated: true);
        Missing(times: int.MaxValue);
        var read = Read(operations);
        var passed = await _service.PassUntilAsync(read);
        passed.ShouldBeInRange(NotFoundRetry.Longest, NotFoundRetry.Longest * 1.2);
        await FailsAsync(read);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    public async Task Other_users_are_reported_at_once(bool isCreated, bool isRemoved, bool isOld)
    {
        var operations = _service.Operations();
        if (isCreated)
        {
            operations.Connection.Recent.Add(Arn, isCreated: true);
        }

        if (isRemoved)
        {
            operations.Connection.Recent.WasRemoved(Arn);
        }

        if (isOld)
        {
            _service.Time.Advance(TimeSpan.FromMinutes(2));
        }

        Missing(times: int.MaxValue);
        await FailsAsync(Read(operations));
        Reads().ShouldBe(1);
    }

    [Fact]
    public async Task A_listed_user_is_read_a_few_times()
    {
        var operations = _service.Operations();
        Missing(times: int.MaxValue);
        var read = Read(operations, NotFoundPolicy.RetryListed);
        await _service.PassUntilAsync(read);
        await FailsAsync(read);
        Reads().ShouldBe(3);
    }

    [Fact]
    public void Only_creates_that_have_just_succeeded_count()
    {
        var operations = _service.Operations();
        var done = _service.Event("SUCCESS");
        done.Identifier = Arn;
        var failed = _service.Event("FAILED", code: "NotStabilized");
        failed.Identifier = Arn;
        operations.Connection.Recent.Add(failed);
        operations.Connection.Recent.IsCreated(Arn, unreadOnly: true).ShouldBeFalse();
        _service.Time.Advance(TimeSpan.FromHours(1));
        operations.Connection.Recent.Add(done);
        operations.Connection.Recent.IsCreated(Arn, unreadOnly: true).ShouldBeFalse();
        done.EventTime = _service.Time.GetUtcNow().UtcDateTime;
        operations.Connection.Recent.Add(done);
        operations.Connection.Recent.IsCreated(Arn, unreadOnly: true).ShouldBeTrue();
        operations.Connection.Recent.WasRead(Arn);
        (operations.Connection.Recent.IsCreated(Arn, unreadOnly: true), operations.Connection.Recent.IsCreated(Arn, unreadOnly: false)).ShouldBe((false, true));
        operations.Connection.Recent.WasRemoved(Arn);
        operations.Connection.Recent.Add(done);
        operations.Connection.Recent.IsCreated(Arn, unreadOnly: false).ShouldBeFalse();
    }

    [Fact]
    public async Task A_write_that_does_not_find_a_user_of_this_session_is_sent_again()
    {
        var operations = _service.Operations();
        operations.Connection.Recent.Add(Arn, isCreated: true);
        operations.Connection.Recent.WasRead(Arn);
        _service.StatusIs(
            () => _service.Event("FAILED", code: "NotFound", message: "not there"), () => _service.Event("FAILED", code: "NotFound"), () => _service.Event("SUCCESS"));
        var refused = 0;
        var run = operations.Writes.RunAsync(
            new WriteIntent("UPDATE", "UpdateResource", "jane", null, true) { UserArn = Arn },
            new Deadline(_service.Time, TimeSpan.FromMinutes(5)),
            (_, _) => ++refused == 1
                ? throw FakeService.Error("ResourceNotFoundException", HttpStatusCode.NotFound)
                : Task.FromResult(new UpdateResourceResponse { ProgressEvent = _service.Event("IN_PROGRESS") }),
            (preparation, _) => Task.FromResult<UpdateResourceRequest?>(new() { ClientToken = preparation.ClientToken }),
            (_, _) => Task.FromResult<ProgressEvent?>(null),
            default);
        await _service.PassUntilAsync(run);
        (await run)!.OperationStatus.Value.ShouldBe("SUCCESS");
        refused.ShouldBe(4);
    }

    private static Task<ConnectUser> Read(ConnectOperations operations, NotFoundPolicy policy = NotFoundPolicy.RetryUnread) =>
        operations.Resources.GetUserAsync(Arn, default, policy);

    private static async Task FailsAsync(Task<ConnectUser> read) =>
        (await Should.ThrowAsync<ConnectOperationException>(read)).ErrorId.ShouldBe(ErrorIds.NotFound);

    private int Reads() => _service.Client.ReceivedCalls().Count(call => call.GetMethodInfo().Name == "GetResourceAsync");

    private void Missing(int times)
    {
        var call = 0;
        _service.Client.GetResourceAsync(Arg.Any<GetResourceRequest>(), Arg.Any<CancellationToken>()).Returns(_ => call++ < times
            ? throw FakeService.Error("ResourceNotFoundException", HttpStatusCode.NotFound)
            : Task.FromResult(new GetResourceResponse { ResourceDescription = new ResourceDescription { Identifier = Arn, Properties = "{}" } }));
    }
}
