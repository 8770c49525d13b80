using System.Net;
using System.Net.Sockets;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Tests.Operations;

public sealed class WriteRunnerTests : IDisposable
{
    private readonly FakeService _service = new();
    private readonly List<string> _sent = [];
    private readonly List<RequestPreparation> _prepared = [];

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_write_that_ends_well_leaves_nothing_remembered()
    {
        _service.StatusIs(() => _service.Event("IN_PROGRESS"), () => _service.Event("SUCCESS"));
        var run = Run(Accepting);
        await _service.PassUntilAsync(run);
        (await run)!.OperationStatus.Value.ShouldBe("SUCCESS");
        _service.InFlight.Snapshot().ShouldBeEmpty();
        _sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_given_client_token_is_that_of_the_first_request_only()
    {
        _service.StatusIs(() => _service.Event("FAILED", code: "Throttling"), () => _service.Event("SUCCESS"));
        var run = Run(Accepting, clientToken: "mine");
        await _service.PassUntilAsync(run);
        _sent.Count.ShouldBe(2);
        _sent[0].ShouldBe("mine");
        _sent[1].ShouldNotBe("mine");
    }

    [Fact]
    public async Task A_broken_response_repeats_the_call_with_its_client_token()
    {
        var attempt = 0;
        _service.StatusIs(() => _service.Event("SUCCESS"));
        var run = Run(token => ++attempt < 3 ? throw new IOException("cut") : Accepting(token));
        await _service.PassUntilAsync(run);
        _sent.Count.ShouldBe(3);
        _sent.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_accepted_write_is_remembered_with_its_token_when_stopped()
    {
        _service.StatusIs(() => _service.Event("IN_PROGRESS"));
        var run = Run(Accepting);
        await UntilAsync(() => _service.InFlight.Snapshot().Count == 1);
        _service.Stop.Stop();
        await Should.ThrowAsync<OperationCanceledException>(run);
        var request = _service.InFlight.Snapshot().ShouldHaveSingleItem();
        (request.Operation, request.Label, request.Region, request.RequestToken, request.ClientToken)
            .ShouldBe(("CREATE", "jane", "eu-west-2", "request-1", _sent[0]));
    }

    [Fact]
    public async Task A_write_on_the_wire_when_abandoned_is_remembered_without_a_token()
    {
        var run = Run(async (_, wire) =>
        {
            await Task.Delay(Timeout.Infinite, wire);
            return null!;
        });
        await UntilAsync(() => _sent.Count == 1);
        _service.Stop.Stop();
        await Should.ThrowAsync<OperationCanceledException>(run);
        var request = _service.InFlight.Snapshot().ShouldHaveSingleItem();
        (request.RequestToken, request.ClientToken).ShouldBe((null, _sent[0]));
    }

    [Fact]
    public async Task A_write_with_a_response_within_the_grace_period_is_kept_with_its_token()
    {
        TaskCompletionSource answered = new();
        var run = Run(async (token, _) =>
        {
            await answered.Task;
            return await Accepting(token);
        });
        await UntilAsync(() => _sent.Count == 1);
        _service.Stop.Stop();
        answered.SetResult();
        await Should.ThrowAsync<OperationCanceledException>(run);
        _service.InFlight.Snapshot().ShouldHaveSingleItem().RequestToken.ShouldBe("request-1");
    }

    [Theory]
    [InlineData("throttled")]
    [InlineData("refused")]
    public async Task A_write_that_was_refused_before_the_stop_is_not_remembered(string how)
    {
        var run = Run(_ => throw (how == "throttled"
            ? FakeService.Error("ThrottlingException")
            : new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused))));
        await UntilAsync(() => _sent.Count >= 1);
        _service.Stop.Stop();
        await Should.ThrowAsync<OperationCanceledException>(run);
        _service.InFlight.Snapshot().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_write_whose_response_was_lost_before_a_refusal_is_still_kept()
    {
        var attempt = 0;
        var run = Run(_ => throw (++attempt == 1 ? new IOException("cut") : FakeService.Error("ThrottlingException")));
        await _service.PassUntilAsync(UntilAsync(() => _sent.Count >= 2));
        _service.Stop.Stop();
        await Should.ThrowAsync<OperationCanceledException>(run);
        _service.InFlight.Snapshot().ShouldHaveSingleItem().RequestToken.ShouldBeNull();
    }

    [Fact]
    public async Task A_write_nobody_waits_for_is_remembered_until_the_user_has_its_token()
    {
        await Run(Accepting, wait: false);
        var open = _service.InFlight.Snapshot().ShouldHaveSingleItem();
        open.RequestToken.ShouldBe("request-1");
        _service.InFlight.Remove(open.ClientToken);
        _service.InFlight.Snapshot().ShouldBeEmpty();
        _service.StatusCalls().ShouldBe(0);
    }

    [Fact]
    public async Task A_status_that_cannot_be_read_any_more_is_reported_with_the_request_token()
    {
        _service.StatusIs(() => throw FakeService.Error("ExpiredTokenException", HttpStatusCode.Forbidden));
        var run = Run(Accepting);
        await _service.PassUntilAsync(run);
        var exception = await Should.ThrowAsync<ConnectOperationException>(run);
        exception.ErrorId.ShouldBe(ErrorIds.InvalidCredentials);
        exception.RequestToken.ShouldBe("request-1");
        exception.Message.ShouldContain("request-1");
        _service.InFlight.Snapshot().ShouldBeEmpty("the error has the token");
    }

    [Fact]
    public async Task A_cancelled_request_is_an_error_of_its_own()
    {
        _service.StatusIs(() => _service.Event("CANCEL_COMPLETE"));
        var run = Run(Accepting);
        await _service.PassUntilAsync(run);
        (await Should.ThrowAsync<ConnectOperationException>(run)).ErrorId.ShouldBe(ErrorIds.RequestCancelled);
    }

    [Theory]
    [InlineData("ConcurrentOperationException", HttpStatusCode.BadRequest, true)]
    [InlineData("ConcurrentModificationException", HttpStatusCode.InternalServerError, true)]
    [InlineData("ThrottlingException", HttpStatusCode.BadRequest, false)]
    [InlineData("InternalFailure", HttpStatusCode.InternalServerError, false)]
    public async Task Is_prepared_again_with_the_same_client_token_where_another_request_holds_the_user(string code, HttpStatusCode status, bool isPreparedAgain)
    {
        _service.StatusIs(() => _service.Event("SUCCESS"));
        var run = Run(token => _sent.Count == 1 ? throw FakeService.Error(code, status) : Accepting(token));
        await _service.PassUntilAsync(run, stepSeconds: 0.25);
        await run;
        _sent.Distinct().Count().ShouldBe(1);
        _prepared.Select(preparation => (preparation.Number, preparation.IsRenewal, preparation.WasBusy))
            .ShouldBe(isPreparedAgain ? [(1, false, false), (1, true, true)] : [(1, false, false)]);
    }

    [Fact]
    public async Task Nothing_left_to_send_ends_without_a_call()
    {
        var runner = _service.Operations().Writes;
        (await runner.RunAsync(
            Intent(null, true), Deadline(), _service.Client.CreateResourceAsync, (_, _) => Task.FromResult<CreateResourceRequest?>(null), NoResolve, default)).ShouldBeNull();
        _sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Throttling_goes_on_until_the_time_out_and_says_so()
    {
        _service.StatusIs(() => _service.Event("FAILED", code: "Throttling", message: "Rate exceeded"));
        var run = Run(Accepting, timeout: 60);
        await _service.PassUntilAsync(run, stepSeconds: 0.25);
        var exception = await Should.ThrowAsync<ConnectOperationException>(run);
        // The time-out may pass while a request is refused or while the next one is awaited.
        exception.ErrorId.ShouldBeOneOf(ErrorIds.Throttling, ErrorIds.RequestTimeout);
        exception.Message.ShouldContain("60 seconds");
        _sent.Count.ShouldBeGreaterThan(BackoffPolicy.MaximumTransientAttempts);
        _sent.Distinct().Count().ShouldBe(_sent.Count, "each request has a client token of its own");
    }

    private static WriteIntent Intent(string? clientToken, bool wait) => new("CREATE", "CreateResource", "jane", clientToken, wait);

    private static Task<ProgressEvent?> NoResolve(AttemptResult end, CancellationToken cancellationToken) => Task.FromResult<ProgressEvent?>(null);

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 2000 && !condition(); i++)
        {
            await Task.Delay(5);
        }

        condition().ShouldBeTrue();
    }

    private Deadline Deadline(double seconds = 600) => new(_service.Time, TimeSpan.FromSeconds(seconds));

    private Task<CreateResourceResponse> Accepting(string clientToken) =>
        Task.FromResult(new CreateResourceResponse { ProgressEvent = _service.Event("IN_PROGRESS") });

    private Task<ProgressEvent?> Run(Func<string, Task<CreateResourceResponse>> send, string? clientToken = null, bool wait = true, double timeout = 600) =>
        Run((token, _) => send(token), clientToken, wait, timeout);

    private Task<ProgressEvent?> Run(
        Func<string, CancellationToken, Task<CreateResourceResponse>> send, string? clientToken = null, bool wait = true, double timeout = 600) =>
        _service.Operations(timeout).Writes.RunAsync(
            Intent(clientToken, wait),
            Deadline(timeout),
            (request, wire) =>
            {
                _sent.Add(request.ClientToken);
                return send(request.ClientToken, wire);
            },
            (preparation, _) =>
            {
                _prepared.Add(preparation);
                return Task.FromResult<CreateResourceRequest?>(new() { ClientToken = preparation.ClientToken });
            },
            NoResolve,
            _service.Stop.Stopping);
}
