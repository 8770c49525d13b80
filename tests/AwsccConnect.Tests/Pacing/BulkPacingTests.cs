using System.Text.Json.Nodes;
using Amazon.CloudControlApi;
using Amazon.Runtime;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Bulk;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Pacing;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Core.Users;

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
        ScaledTimeProvider time = new(Speed);
        await using var service = await StartAsync(time, "CreateUser", "2/5", handlerSeconds: 1);

        var errors = await CreateAsync(service, time, 300);

        errors.ShouldBeEmpty();
        service.UserCount.ShouldBe(300);
        var creates = service.Calls.Count(call => call.Operation == "CreateResource");
        ((creates - 300) / (double)creates).ShouldBeLessThan(0.05);
    }

    [Fact]
    public async Task A_handler_that_throttles_some_users_three_times_still_creates_each_exactly_once()
    {
        ScaledTimeProvider time = new(Speed);
        await using var service = await StartAsync(time, null, null, handlerSeconds: 0.2);
        foreach (var number in new[] { 3, 7, 11 })
        {
            service.Faults.Add(new SimulatorFault
            {
                Kind = SimulatorFaultKind.HandlerError, Operation = "CreateResource", User = $"agent{number}", ErrorCode = "Throttling", Count = 3,
            });
        }

        var errors = await CreateAsync(service, time, 15);

        errors.ShouldBeEmpty();
        service.UserCount.ShouldBe(15);
        service.Calls.Count(call => call is { Operation: "CreateResource" }).ShouldBe(15 + 9);
        service.Calls.Where(call => call.Operation == "CreateResource").Select(call => call.ClientToken).ShouldBeUnique();
    }

    [Fact]
    public async Task A_general_exception_that_says_rate_exceeded_is_throttling_too()
    {
        ScaledTimeProvider time = new(Speed);
        await using var service = await StartAsync(time, null, null, handlerSeconds: 0.2);
        service.Faults.Add(new SimulatorFault
        {
            Kind = SimulatorFaultKind.HandlerError, Operation = "CreateResource", User = "agent1", ErrorCode = "GeneralServiceException", Message = "Rate exceeded", Count = 2,
        });

        var errors = await CreateAsync(service, time, 3);

        errors.ShouldBeEmpty();
        service.UserCount.ShouldBe(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_created_user_costs_at_most_two_and_a_half_calls(bool sendsRetryAfter)
    {
        ScaledTimeProvider time = new(Speed);
        await using var service = await StartAsync(time, null, null, handlerSeconds: 3, sendsRetryAfter);

        var errors = await CreateAsync(service, time, 40);

        errors.ShouldBeEmpty();
        (service.Calls.Count / 40.0).ShouldBeLessThanOrEqualTo(2.5);
    }

    private static Task<ConnectSimulator> StartAsync(
        TimeProvider time, string? quotaName, string? quota, double handlerSeconds, bool sendsRetryAfter = true)
    {
        SimulatorOptions options = new()
        {
            UserCount = 0, HandlerSeconds = handlerSeconds, TimeProvider = time, SendRetryAfter = sendsRetryAfter,
        };
        if (quotaName is not null)
        {
            options.Quota[quotaName] = quota!;
        }

        return ConnectSimulator.StartAsync(options, TestContext.Current.CancellationToken);
    }

    private static async Task<List<Exception>> CreateAsync(ConnectSimulator service, TimeProvider time, int count)
    {
        using AmazonCloudControlApiClient client = new(
            new BasicAWSCredentials("AKIATEST", "secret"),
            new AmazonCloudControlApiConfig { ServiceURL = service.Url.AbsoluteUri, AuthenticationRegion = service.Region, MaxErrorRetry = 0 });
        using CommandCancellation stop = new();
        ConnectOperations operations = new(
            new ServiceConnection { Client = client, Region = service.Region, Pacer = new AdaptivePacer(time), Time = time },
            new CommandRun { Stop = stop, Observer = NSubstitute.Substitute.For<ICallObserver>() });
        var directory = operations.Directory;
        var routing = await FirstAsync(directory, Core.NameResolution.LookupTypes.RoutingProfile, service);
        var security = await FirstAsync(directory, Core.NameResolution.LookupTypes.SecurityProfile, service);
        service.ClearCalls();

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

        Task<UserWriteResult> CreateOneAsync(int number, CancellationToken token) => operations.Creator.CreateAsync(
            new JsonObject
            {
                ["InstanceArn"] = service.InstanceArn,
                ["Username"] = $"agent{number}",
                ["RoutingProfileArn"] = routing,
                ["SecurityProfileArns"] = new JsonArray(security),
                ["PhoneConfig"] = new JsonObject { ["PhoneType"] = "SOFT_PHONE" },
                ["IdentityInfo"] = new JsonObject { ["FirstName"] = "A", ["LastName"] = "B" },
            },
            PasswordGenerator.Generate(),
            null,
            wait: true,
            item: null,
            token);
    }

    private static async Task<string> FirstAsync<T>(
        Core.NameResolution.ConnectResources directory, Core.NameResolution.LookupType<T> type, ConnectSimulator service)
    {
        await foreach (var arn in directory.ListArnsAsync(type, service.InstanceArn, TestContext.Current.CancellationToken))
        {
            return arn;
        }

        throw new InvalidOperationException("The simulator has no profiles.");
    }
}
