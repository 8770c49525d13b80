using System.Net;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Idempotency;
using AwsccConnect.Core.Operations.Pacing;
using AwsccConnect.Core.Operations.Requests;
using Microsoft.Extensions.Time.Testing;

namespace AwsccConnect.Tests.Operations;

/// <summary>Operations whose service and clock are in the test's hands.</summary>
internal sealed class FakeService : IDisposable
{
    public IAmazonCloudControlApi Client { get; } = Substitute.For<IAmazonCloudControlApi>();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public CommandCancellation Stop { get; } = new();

    public InFlightRequests InFlight { get; } = new();

    public ICallObserver Observer { get; } = Substitute.For<ICallObserver>();

    public ConnectOperations Operations(double timeoutSeconds = 600, DeterministicClientTokens? tokens = null) => new(
        new ServiceConnection
        {
            Client = Client,
            Region = "eu-west-2",
            Pacer = Substitute.For<ICallPacer>(),
            Time = Time,
            Recent = new(Time),
        },
        new CommandRun
        {
            Stop = Stop,
            Observer = Observer,
            InFlight = InFlight,
            Tokens = tokens,
            Timeout = TimeSpan.FromSeconds(timeoutSeconds),
        });

    /// <summary>Lets fake time pass until the task ends; returns how much passed.</summary>
    public async Task<TimeSpan> PassUntilAsync(Task task, double stepSeconds = 0.05, double limitSeconds = 2000)
    {
        var start = Time.GetUtcNow();
        while (!task.IsCompleted && (Time.GetUtcNow() - start).TotalSeconds < limitSeconds)
        {
            // Continuations run on the pool: give them the time to set their next timer.
            await Task.Delay(5);
            Time.Advance(TimeSpan.FromSeconds(stepSeconds));
        }

        task.IsCompleted.ShouldBeTrue("it should have ended by now");
        return Time.GetUtcNow() - start;
    }

    public ProgressEvent Event(string status, string token = "request-1", string? code = null, string? message = null, DateTimeOffset? retryAfter = null) => new()
    {
        TypeName = "AWS::Connect::User",
        Operation = Operation.CREATE,
        OperationStatus = OperationStatus.FindValue(status),
        RequestToken = token,
        ErrorCode = code is null ? null : HandlerErrorCode.FindValue(code),
        StatusMessage = message,
        EventTime = Time.GetUtcNow().UtcDateTime,
        RetryAfter = retryAfter?.UtcDateTime,
    };

    public void StatusIs(params Func<ProgressEvent>[] events)
    {
        var at = 0;
        Client.GetResourceRequestStatusAsync(Arg.Any<GetResourceRequestStatusRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ => Task.FromResult(new GetResourceRequestStatusResponse { ProgressEvent = events[Math.Min(at++, events.Length - 1)]() }));
    }

    public int StatusCalls() => Client.ReceivedCalls().Count(call => call.GetMethodInfo().Name == nameof(IAmazonCloudControlApi.GetResourceRequestStatusAsync));

    /// <summary>An exception as the SDK makes it of an error response.</summary>
    public static AmazonServiceException Error(string? code, HttpStatusCode status = HttpStatusCode.BadRequest, string message = "what AWS said") =>
        new AmazonCloudControlApiException(message, null, ErrorType.Unknown, code, "aws-request-id", status);

    public void Dispose() => Stop.Dispose();
}
