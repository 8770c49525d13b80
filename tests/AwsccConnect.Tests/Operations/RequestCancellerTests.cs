using System.Net;
using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Tests.Operations;

public sealed class RequestCancellerTests : IDisposable
{
    private readonly FakeService _service = new();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("ConcurrentModificationException", HttpStatusCode.InternalServerError, "SUCCESS")]
    [InlineData("ValidationException", HttpStatusCode.BadRequest, "FAILED")]
    [InlineData("InvalidRequestException", HttpStatusCode.BadRequest, "SUCCESS")]
    public async Task A_refusal_of_a_request_that_has_ended_is_reported_as_its_end(string code, HttpStatusCode status, string end)
    {
        Refuse(code, status);
        _service.StatusIs(() => _service.Event(end));
        var error = await Should.ThrowAsync<ConnectOperationException>(() => CancelAsync());
        error.ErrorId.ShouldBe(ErrorIds.RequestHasEnded);
        error.Message.ShouldContain(end);
        error.Message.ShouldContain("'jane'");
        error.RequestToken.ShouldBe("request-1");
        Cancels().ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_of_a_request_that_was_cancelled_is_its_cancellation()
    {
        Refuse("ValidationException", HttpStatusCode.BadRequest);
        _service.StatusIs(() => _service.Event("CANCEL_COMPLETE"));
        (await CancelAsync()).OperationStatus.Value.ShouldBe("CANCEL_COMPLETE");
    }

    [Fact]
    public async Task A_refusal_of_a_running_request_is_reported_as_it_is()
    {
        Refuse("ValidationException", HttpStatusCode.BadRequest);
        _service.StatusIs(() => _service.Event("IN_PROGRESS"));
        var error = await Should.ThrowAsync<ConnectOperationException>(() => CancelAsync());
        error.ErrorId.ShouldBe(ErrorIds.InvalidRequest);
        error.Message.ShouldContain("what AWS said");
    }

    [Fact]
    public async Task A_request_that_ended_between_call_and_response_is_reported_as_its_end()
    {
        _service.Client.CancelResourceRequestAsync(Arg.Any<CancelResourceRequestRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ => Task.FromResult(new CancelResourceRequestResponse { ProgressEvent = _service.Event("SUCCESS") }));
        (await Should.ThrowAsync<ConnectOperationException>(() => CancelAsync())).ErrorId.ShouldBe(ErrorIds.RequestHasEnded);
        _service.StatusCalls().ShouldBe(0);
    }

    [Fact]
    public async Task A_cancellation_whose_responses_are_lost_may_have_been_accepted_and_one_that_was_refused_not()
    {
        var calls = 0;
        _service.Client.CancelResourceRequestAsync(Arg.Any<CancelResourceRequestRequest>(), Arg.Any<CancellationToken>())
            .Returns<CancelResourceRequestResponse>(_ => throw (calls++ == 0 ? new HttpRequestException("reset") : FakeService.Error(null, HttpStatusCode.Forbidden)));
        var lost = CancelAsync();
        await _service.PassUntilAsync(lost);
        var error = await Should.ThrowAsync<ConnectOperationException>(lost);
        error.Message.ShouldContain("may have cancelled");
        error.RequestToken.ShouldBe("request-1");
        error.Remedy.ShouldContain("Get-ConnectUserRequest");
        (await Should.ThrowAsync<ConnectOperationException>(() => CancelAsync())).Message.ShouldNotContain("may have cancelled");
    }

    [Fact]
    public async Task Without_permission_nothing_is_looked_into()
    {
        Refuse("AccessDeniedException", HttpStatusCode.BadRequest);
        (await Should.ThrowAsync<ConnectOperationException>(() => CancelAsync())).ErrorId.ShouldBe(ErrorIds.AccessDenied);
        _service.StatusCalls().ShouldBe(0);
    }

    private Task<ProgressEvent> CancelAsync() => _service.Operations().Canceller.CancelAsync("request-1", "jane", default);

    private int Cancels() => _service.Client.ReceivedCalls().Count(call => call.GetMethodInfo().Name == nameof(_service.Client.CancelResourceRequestAsync));

    private void Refuse(string code, HttpStatusCode status) =>
        _service.Client.CancelResourceRequestAsync(Arg.Any<CancelResourceRequestRequest>(), Arg.Any<CancellationToken>())
            .Returns<CancelResourceRequestResponse>(_ => throw FakeService.Error(code, status));
}
