using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Tests.Operations;

public sealed class RequestReaderTests : IDisposable
{
    private readonly FakeService _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_list_whose_pages_repeat_ends_with_an_error()
    {
        Pages(() => Page("again", _service.Event("SUCCESS", "a")), () => Page("again", _service.Event("SUCCESS", "b")), () => Page("again"));
        var error = await Should.ThrowAsync<ConnectOperationException>(() => ListAsync());
        error.ErrorId.ShouldBe(ErrorIds.InvalidResponse);
        error.Message.ShouldContain("does not end");
    }

    [Fact]
    public async Task A_list_of_new_page_tokens_without_end_ends_with_an_error()
    {
        var page = 0;
        var sent = Pages(() => Page($"{page++}", _service.Event("SUCCESS", "a")));
        var error = await Should.ThrowAsync<ConnectOperationException>(() => ListAsync());
        error.ErrorId.ShouldBe(ErrorIds.InvalidResponse);
        error.Message.ShouldContain("does not end");
        sent.Count.ShouldBe(102);
    }

    [Fact]
    public async Task A_request_on_two_pages_is_given_once_and_empty_pages_are_passed_over()
    {
        Pages(
            () => Page("1", _service.Event("SUCCESS", "a"), _service.Event("SUCCESS", "b")),
            () => Page("2"),
            () => Page(null, _service.Event("SUCCESS", "b"), new ProgressEvent(), _service.Event("SUCCESS", "c")));
        (await ListAsync()).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task Filters_go_to_the_service_and_no_filter_is_none()
    {
        var sent = Pages(() => Page(null));
        await ListAsync(["CREATE"], ["FAILED", "SUCCESS"]);
        await ListAsync();
        sent[0].MaxResults.ShouldBe(100);
        sent[0].ResourceRequestStatusFilter.Operations.ShouldBe(["CREATE"]);
        sent[0].ResourceRequestStatusFilter.OperationStatuses.ShouldBe(["FAILED", "SUCCESS"]);
        sent[1].ResourceRequestStatusFilter.ShouldBeNull();
    }

    [Fact]
    public async Task A_token_that_AWS_does_not_know_is_reported_with_Region_and_history()
    {
        _service.Client.GetResourceRequestStatusAsync(Arg.Any<GetResourceRequestStatusRequest>(), Arg.Any<CancellationToken>())
            .Returns<GetResourceRequestStatusResponse>(_ => throw FakeService.Error("RequestTokenNotFoundException"));
        var error = await Should.ThrowAsync<ConnectOperationException>(
            () => _service.Operations().Requests.GetAsync("lost-token", "jane", default));
        error.ErrorId.ShouldBe(ErrorIds.RequestTokenNotFound);
        error.RequestToken.ShouldBe("lost-token");
        error.Message.ShouldContain("'jane'");
        error.Message.ShouldContain("eu-west-2");
        error.Remedy.ShouldContain("7 days");
    }

    [Fact]
    public void A_password_that_AWS_repeats_is_not_shown()
    {
        var progress = _service.Event("FAILED", code: "InvalidRequest", message: "Value Secret7Horse is not allowed.");
        progress.ResourceModel = "{\"Username\":\"jane\",\"Password\":\"Secret7Horse\"}";
        var request = ConnectUserRequest.From(progress, null, "eu-west-2");
        request.User.ShouldBe("jane");
        request.StatusMessage.ShouldBe("Value *** is not allowed.");
        RequestFailures.Failed(progress, "jane").Message.ShouldNotContain("Secret7Horse");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("{\"Username\":7}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("")]
    public void A_model_that_cannot_be_read_costs_only_the_name(string model)
    {
        var progress = _service.Event("SUCCESS");
        progress.ResourceModel = model;
        progress.Identifier = "arn";
        ConnectUserRequest.From(progress, null, "eu-west-2").User.ShouldBe("arn");
    }

    private async Task<List<string>> ListAsync(string[]? operations = null, string[]? statuses = null) =>
        await _service.Operations().Requests.ListAsync(operations ?? [], statuses ?? [], default).Select(progress => progress.RequestToken).ToListAsync();

    private List<ListResourceRequestsRequest> Pages(params Func<ListResourceRequestsResponse>[] pages)
    {
        List<ListResourceRequestsRequest> sent = [];
        _service.Client.ListResourceRequestsAsync(Arg.Any<ListResourceRequestsRequest>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            sent.Add(call.Arg<ListResourceRequestsRequest>());
            return Task.FromResult(pages[Math.Min(sent.Count, pages.Length) - 1]());
        });
        return sent;
    }

    private static ListResourceRequestsResponse Page(string? next, params ProgressEvent[] requests) =>
        new() { ResourceRequestStatusSummaries = [.. requests], NextToken = next };
}
