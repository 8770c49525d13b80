using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Idempotency;
using AwsccConnect.Core.Operations.Users;
using AwsccConnect.Tests.Operations;

namespace AwsccConnect.Tests.Idempotency;

/// <summary>Responses that the simulator does not give: failures that name the created user, old events, immediate results.</summary>
public sealed class CreateAttemptTests : IDisposable
{
    private const string Arn = "arn:aws:connect:eu-west-2:123456789012:instance/11111111-1111-1111-1111-111111111111/agent/1";
    private readonly FakeService _service = new();
    private readonly List<string?> _tokens = [];
    private readonly List<string> _patches = [];
    private JsonObject _live = Model("Agent");

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("ServiceInternalError")]
    [InlineData("GeneralServiceException")]
    [InlineData("UnauthorizedTaggingOperation")]
    public async Task A_failure_that_names_the_user_is_completed_without_another_create(string code)
    {
        Creates(() => Failed(code, Arn));
        var result = await CreateAsync();
        result.User!.FirstName.ShouldBe("Jane");
        _tokens.Count.ShouldBe(1);
        _patches.ShouldHaveSingleItem().ShouldContain("/IdentityInfo/FirstName");
    }

    [Fact]
    public async Task A_failure_that_names_a_user_that_is_not_there_is_a_failure()
    {
        Creates(() => Failed("GeneralServiceException", Arn));
        _live = [];
        (await Should.ThrowAsync<ConnectOperationException>(CreateAsync())).ErrorId.ShouldBe("GeneralServiceException");
    }

    [Fact]
    public async Task Replayed_failures_are_passed_one_by_one_without_a_pause()
    {
        var call = 0;
        Creates(() => ++call < 4 ? Failed("InvalidRequest", null) : Succeeded());
        _live = Model("Jane");
        await CreateAsync(new DeterministicClientTokens("run"));
        _tokens.Count.ShouldBe(4);
        _tokens.Distinct().Count().ShouldBe(4);
        _service.Time.GetUtcNow().ShouldBe(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_service_that_always_ends_requests_at_once_does_not_keep_a_run_for_ever()
    {
        Creates(() => Failed("InvalidRequest", null));
        (await Should.ThrowAsync<ConnectOperationException>(CreateAsync(new DeterministicClientTokens("run")))).ErrorId.ShouldBe("InvalidRequest");
        _tokens.Count.ShouldBe(257);
    }

    [Fact]
    public async Task An_event_of_days_ago_is_a_replay_though_the_response_was_in_progress()
    {
        var call = 0;
        Creates(() => _service.Event("IN_PROGRESS", token: $"request-{++call}"));
        _service.StatusIs(
            () => new ProgressEvent { RequestToken = "request-1", OperationStatus = OperationStatus.SUCCESS, Identifier = Arn, EventTime = new DateTime(2026, 2, 28, 12, 0, 0, DateTimeKind.Utc) },
            () =>
            {
                _live = Model("Jane");
                return Succeeded();
            });
        _live = [];
        var create = CreateAsync(new DeterministicClientTokens("run"));
        await _service.PassUntilAsync(create);
        (await create).Status.ShouldBe(UserWriteStatus.Done);
        _tokens.Count.ShouldBe(2, "the user of the first is gone");
    }

    [Fact]
    public async Task Without_a_run_a_terminal_response_is_the_result()
    {
        Creates(() => Failed("InvalidRequest", null));
        (await Should.ThrowAsync<ConnectOperationException>(CreateAsync())).ErrorId.ShouldBe("InvalidRequest");
        _tokens.Count.ShouldBe(1);
    }

    private static JsonObject Model(string firstName) => new()
    {
        ["Username"] = "jane",
        ["InstanceArn"] = Arn[..Arn.IndexOf("/agent/", StringComparison.Ordinal)],
        ["IdentityInfo"] = new JsonObject { ["FirstName"] = firstName },
    };

    private Task<UserWriteResult> CreateAsync(DeterministicClientTokens? run = null)
    {
        _service.Client.GetResourceAsync(Arg.Any<GetResourceRequest>(), Arg.Any<CancellationToken>()).Returns(_ => _live.Count == 0
            ? throw new ResourceNotFoundException("gone")
            : Task.FromResult(new GetResourceResponse { ResourceDescription = new ResourceDescription { Identifier = Arn, Properties = Live().ToJsonString() } }));
        _service.Client.UpdateResourceAsync(Arg.Any<UpdateResourceRequest>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            _patches.Add(call.Arg<UpdateResourceRequest>().PatchDocument);
            _live = Model("Jane");
            return Task.FromResult(new UpdateResourceResponse { ProgressEvent = Succeeded() });
        });
        return _service.Operations(tokens: run).Creator.CreateAsync(Model("Jane"), null, null, true, null, TestContext.Current.CancellationToken);
    }

    private JsonObject Live()
    {
        var live = _live.DeepClone().AsObject();
        live["UserArn"] = Arn;
        return live;
    }

    private void Creates(Func<ProgressEvent> response) =>
        _service.Client.CreateResourceAsync(Arg.Any<CreateResourceRequest>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            _tokens.Add(call.Arg<CreateResourceRequest>().ClientToken);
            return Task.FromResult(new CreateResourceResponse { ProgressEvent = response() });
        });

    private ProgressEvent Failed(string code, string? identifier)
    {
        var failed = _service.Event("FAILED", code: code, message: "what AWS said");
        failed.Identifier = identifier;
        return failed;
    }

    private ProgressEvent Succeeded()
    {
        var succeeded = _service.Event("SUCCESS");
        succeeded.Identifier = Arn;
        return succeeded;
    }
}
