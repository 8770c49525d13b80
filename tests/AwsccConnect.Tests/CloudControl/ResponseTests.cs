using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>Every member of every response is read, and optional members may be absent.</summary>
public sealed class ResponseTests
{
    private const string Event =
        """
        {
          "TypeName": "AWS::Connect::User", "Identifier": "id-1", "RequestToken": "r-1", "HooksRequestToken": "h-1",
          "Operation": "UPDATE", "OperationStatus": "FAILED", "EventTime": 1792835000.25,
          "ResourceModel": "{\"Username\":\"Zoë\"}", "StatusMessage": "no", "ErrorCode": "NotStabilized",
          "RetryAfter": 1792835060
        }
        """;

    private const string Hook =
        """
        {
          "HookTypeName": "Org::Guard::Hook", "HookTypeVersionId": "00000002", "HookTypeArn": "arn:hook",
          "InvocationPoint": "PRE_PROVISION", "HookStatus": "HOOK_COMPLETE_FAILED", "HookEventTime": 1.5E9,
          "HookStatusMessage": "why", "FailureMode": "WARN"
        }
        """;

    [Fact]
    public async Task CreateResource() => Check((await RespondWith(
        $$"""{"ProgressEvent":{{Event}}}""", c => c.CreateResourceAsync(new CreateResourceRequest()))).ProgressEvent);

    [Fact]
    public async Task UpdateResource() => Check((await RespondWith(
        $$"""{"ProgressEvent":{{Event}}}""", c => c.UpdateResourceAsync(new UpdateResourceRequest()))).ProgressEvent);

    [Fact]
    public async Task DeleteResource() => Check((await RespondWith(
        $$"""{"ProgressEvent":{{Event}}}""", c => c.DeleteResourceAsync(new DeleteResourceRequest()))).ProgressEvent);

    [Fact]
    public async Task CancelResourceRequest() => Check((await RespondWith(
        $$"""{"ProgressEvent":{{Event}}}""",
        c => c.CancelResourceRequestAsync(new CancelResourceRequestRequest()))).ProgressEvent);

    [Fact]
    public async Task GetResource()
    {
        var response = await RespondWith(
            """{"TypeName":"AWS::Connect::User","ResourceDescription":{"Identifier":"id-1","Properties":"{}"}}""",
            c => c.GetResourceAsync(new GetResourceRequest()));

        response.TypeName.ShouldBe("AWS::Connect::User");
        response.ResourceDescription.Identifier.ShouldBe("id-1");
        response.ResourceDescription.Properties.ShouldBe("{}");
    }

    [Fact]
    public async Task ListResources()
    {
        var response = await RespondWith(
            """
            {"TypeName":"AWS::Connect::User","NextToken":"page-2","ResourceDescriptions":[
              {"Identifier":"id-1","Properties":"{\"A\":1}"},{"Identifier":"id-2"}]}
            """,
            c => c.ListResourcesAsync(new ListResourcesRequest()));

        response.TypeName.ShouldBe("AWS::Connect::User");
        response.NextToken.ShouldBe("page-2");
        response.ResourceDescriptions.Select(r => (r.Identifier, r.Properties)).ShouldBe([("id-1", "{\"A\":1}"), ("id-2", null!)]);
    }

    [Fact]
    public async Task GetResourceRequestStatus()
    {
        var response = await RespondWith(
            $$"""{"ProgressEvent":{{Event}},"HooksProgressEvent":[{{Hook}}]}""",
            c => c.GetResourceRequestStatusAsync(new GetResourceRequestStatusRequest()));

        Check(response.ProgressEvent);
        var hook = response.HooksProgressEvent.ShouldHaveSingleItem();
        hook.HookTypeName.ShouldBe("Org::Guard::Hook");
        hook.HookTypeVersionId.ShouldBe("00000002");
        hook.HookTypeArn.ShouldBe("arn:hook");
        hook.InvocationPoint.ShouldBe("PRE_PROVISION");
        hook.HookStatus.ShouldBe("HOOK_COMPLETE_FAILED");
        hook.HookEventTime.ShouldBe(DateTime.UnixEpoch.AddSeconds(1_500_000_000));
        hook.HookStatusMessage.ShouldBe("why");
        hook.FailureMode.ShouldBe("WARN");
    }

    [Fact]
    public async Task ListResourceRequests()
    {
        var response = await RespondWith(
            $$"""{"ResourceRequestStatusSummaries":[{{Event}},{}],"NextToken":"page-2"}""",
            c => c.ListResourceRequestsAsync(new ListResourceRequestsRequest()));

        response.NextToken.ShouldBe("page-2");
        response.ResourceRequestStatusSummaries.Count.ShouldBe(2);
        Check(response.ResourceRequestStatusSummaries[0]);
        response.ResourceRequestStatusSummaries[1].EventTime.ShouldBeNull();
    }

    [Fact]
    public async Task Null_members_and_an_empty_object_leave_everything_unset()
    {
        var nulls = await RespondWith(
            """{"ProgressEvent":{"EventTime":null,"ErrorCode":null,"Operation":null},"HooksProgressEvent":null}""",
            c => c.GetResourceRequestStatusAsync(new GetResourceRequestStatusRequest()));
        nulls.ProgressEvent.EventTime.ShouldBeNull();
        nulls.ProgressEvent.ErrorCode.ShouldBeNull();
        nulls.ProgressEvent.Operation.ShouldBeNull();
        nulls.HooksProgressEvent.ShouldBeNull();

        var empty = await RespondWith("{}", c => c.ListResourcesAsync(new ListResourcesRequest()));
        empty.ResourceDescriptions.ShouldBeNull();
        empty.NextToken.ShouldBeNull();
    }

    [Fact]
    public async Task Members_and_values_that_AWS_adds_later_do_no_harm()
    {
        var response = await RespondWith(
            """
            {"New":{"TypeName":"not this","ProgressEvent":[1]},"ProgressEvent":{"Deep":[{"Identifier":"not this"}],
             "Identifier":"id-1","OperationStatus":"PAUSED"},"Later":[[]]}
            """,
            c => c.CreateResourceAsync(new CreateResourceRequest()));

        response.ProgressEvent.Identifier.ShouldBe("id-1");
        response.ProgressEvent.OperationStatus.Value.ShouldBe("PAUSED");
    }

    [Fact]
    public async Task The_request_id_and_the_status_are_kept()
    {
        var response = await RespondWith("{}", c => c.GetResourceAsync(new GetResourceRequest()));

        response.ResponseMetadata.RequestId.ShouldBe(CannedResponse.RequestId);
        ((int)response.HttpStatusCode).ShouldBe(200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("""{"TypeName":"AWS::Conn""")]
    public async Task A_successful_status_with_a_broken_body_is_an_error(string body)
    {
        var exception = await Should.ThrowAsync<AmazonUnmarshallingException>(
            () => RespondWith(body, c => c.GetResourceAsync(new GetResourceRequest())));

        exception.RequestId.ShouldBe(CannedResponse.RequestId);
    }

    private static void Check(ProgressEvent progress)
    {
        progress.TypeName.ShouldBe("AWS::Connect::User");
        progress.Identifier.ShouldBe("id-1");
        progress.RequestToken.ShouldBe("r-1");
        progress.HooksRequestToken.ShouldBe("h-1");
        progress.Operation.ShouldBe(Operation.UPDATE);
        progress.OperationStatus.ShouldBe(OperationStatus.FAILED);
        progress.EventTime.ShouldBe(DateTime.UnixEpoch.AddSeconds(1_792_835_000.25));
        progress.EventTime!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        progress.ResourceModel.ShouldBe("""{"Username":"Zoë"}""");
        progress.StatusMessage.ShouldBe("no");
        progress.ErrorCode.ShouldBe(HandlerErrorCode.NotStabilized);
        progress.RetryAfter.ShouldBe(DateTime.UnixEpoch.AddSeconds(1_792_835_060));
    }

    private static async Task<T> RespondWith<T>(string body, Func<IAmazonCloudControlApi, Task<T>> call)
    {
        await using StubServer server = new(CannedResponse.Ok(body));
        using var client = TestClient.For(server);
        return await call(client);
    }
}
