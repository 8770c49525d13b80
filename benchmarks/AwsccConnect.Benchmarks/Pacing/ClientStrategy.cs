using System.Diagnostics;
using System.Text.Json.Nodes;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;
using AwsccConnect.Benchmarks.Processes;

namespace AwsccConnect.Benchmarks.Pacing;

/// <summary>A bulk run as it is written with the bare client: a number of creates in flight, each polled until it ends.</summary>
internal abstract class ClientStrategy : IPacingStrategy
{
    protected const int InFlight = 16;

    /// <summary>Attempts of one user at most.</summary>
    protected const int MaximumRetries = 10;

    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(200);

    private AmazonCloudControlApiClient? _client;

    public abstract string Name { get; }

    public Task PrepareAsync(PacingTarget target)
    {
        AmazonCloudControlApiConfig config = new() { ServiceURL = target.Url.ToString(), AuthenticationRegion = target.Region, MaxErrorRetry = 0 };
        Configure(config);
        _client = new AmazonCloudControlApiClient(new BasicAWSCredentials(Service.AccessKey, Service.SecretKey), config);
        return Task.CompletedTask;
    }

    public async Task<double> RunAsync(PacingTarget target, int creates)
    {
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(1, creates),
            new ParallelOptions { MaxDegreeOfParallelism = InFlight },
            async (number, cancellation) =>
            {
                try
                {
                    await CreateAsync(DesiredState(target, number), cancellation);
                }
                catch (Exception exception) when (exception is ThrottledException or AmazonClientException or AmazonServiceException)
                {
                    // A failed item; it is missing among the users afterwards.
                }
            });
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        return DisposeOwnAsync();
    }

    protected virtual ValueTask DisposeOwnAsync() => ValueTask.CompletedTask;

    protected virtual void Configure(ClientConfig config)
    {
    }

    /// <summary>Creates one user, with the strategy's pacing and retries.</summary>
    protected abstract ValueTask CreateAsync(string desiredState, CancellationToken cancellation);

    /// <summary>Sends one create and waits for its end.</summary>
    /// <exception cref="ThrottledException">It was throttled, in either form.</exception>
    protected async ValueTask SendAsync(string desiredState, CancellationToken cancellation)
    {
        try
        {
            var progress = (await _client!.CreateResourceAsync(
                new CreateResourceRequest { TypeName = "AWS::Connect::User", DesiredState = desiredState }, cancellation)).ProgressEvent;
            while (progress.OperationStatus == OperationStatus.IN_PROGRESS || progress.OperationStatus == OperationStatus.PENDING)
            {
                await Task.Delay(PollEvery, cancellation);
                progress = (await _client.GetResourceRequestStatusAsync(
                    new GetResourceRequestStatusRequest { RequestToken = progress.RequestToken }, cancellation)).ProgressEvent;
            }

            if (progress.OperationStatus == OperationStatus.FAILED)
            {
                throw new ThrottledException();
            }
        }
        catch (ThrottlingException)
        {
            throw new ThrottledException();
        }
    }

    private static string DesiredState(PacingTarget target, int number) => new JsonObject
    {
        ["InstanceArn"] = target.InstanceArn,
        ["Username"] = $"agent{number}",
        ["Password"] = "Rehearsal-2026",
        ["IdentityInfo"] = new JsonObject { ["FirstName"] = "Agent", ["LastName"] = $"Number {number}" },
        ["RoutingProfileArn"] = target.RoutingProfileArn,
        ["SecurityProfileArns"] = new JsonArray(target.SecurityProfileArn),
        ["PhoneConfig"] = new JsonObject { ["PhoneType"] = "SOFT_PHONE" },
    }.ToJsonString();
}
