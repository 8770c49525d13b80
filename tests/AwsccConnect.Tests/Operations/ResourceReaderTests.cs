using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Tests.Operations;

public sealed class ResourceReaderTests : IDisposable
{
    private readonly FakeService _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Pages_follow_each_other_and_each_identifier_comes_once()
    {
        Pages(Page("2", "a", "b"), Page("3", "b", "c"), Page(null, "c", "d"));
        (await ListAsync()).ShouldBe(["a", "b", "c", "d"]);
    }

    [Fact]
    public async Task Empty_pages_and_empty_identifiers_are_passed_over()
    {
        Pages(Page("2"), Page("3", "a", "", null), new ListResourcesResponse { NextToken = "4", ResourceDescriptions = null }, Page("", "b"));
        (await ListAsync()).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task A_page_token_that_comes_again_is_an_error_and_no_endless_loop()
    {
        Pages(Page("2", "a"), Page("3", "b"), Page("2", "c"));
        List<string> seen = [];
        var exception = await Should.ThrowAsync<ConnectOperationException>(() => ListAsync(seen));
        exception.ErrorId.ShouldBe(ErrorIds.InvalidResponse);
        seen.ShouldBe(["a", "b"]);
        _service.Client.ReceivedCalls().Count().ShouldBe(3);
    }

    [Theory]
    [InlineData(101)]
    [InlineData(102, "a", "b")]
    public async Task Pages_with_new_tokens_and_nothing_new_on_them_are_an_error_in_the_end(int calls, params string[] identifiers)
    {
        var tokens = 0;
        _service.Client.ListResourcesAsync(Arg.Any<ListResourcesRequest>(), Arg.Any<CancellationToken>()).Returns(_ => Page($"token-{tokens++}", identifiers));
        List<string> seen = [];
        var exception = await Should.ThrowAsync<ConnectOperationException>(() => ListAsync(seen));
        exception.ErrorId.ShouldBe(ErrorIds.InvalidResponse);
        exception.Message.ShouldContain("100 pages in a row");
        seen.ShouldBe(identifiers);
        _service.Client.ReceivedCalls().Count().ShouldBe(calls);
    }

    [Fact]
    public async Task A_list_that_is_left_early_asks_for_no_further_page()
    {
        Pages(Page("2", "a", "b", "c", "d"), Page(null, "e"));
        await foreach (var _ in _service.Operations().Resources.ListAsync("AWS::Connect::User", "label", null, default))
        {
            break;
        }

        _service.Client.ReceivedCalls().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    public async Task Properties_that_are_no_object_are_an_error(string? properties)
    {
        _service.Client.GetResourceAsync(Arg.Any<GetResourceRequest>(), Arg.Any<CancellationToken>())
            .Returns(new GetResourceResponse { ResourceDescription = new ResourceDescription { Identifier = "a", Properties = properties } });
        var exception = await Should.ThrowAsync<ConnectOperationException>(
            () => _service.Operations().Resources.GetAsync("AWS::Connect::User", "arn-of-jane", default));
        exception.ErrorId.ShouldBe(ErrorIds.InvalidResponse);
        exception.Message.ShouldContain("arn-of-jane");
    }

    private static ListResourcesResponse Page(string? next, params string?[] identifiers) => new()
    {
        NextToken = next,
        ResourceDescriptions = [.. identifiers.Select(identifier => new ResourceDescription { Identifier = identifier })],
    };

    private void Pages(params ListResourcesResponse[] pages) =>
        _service.Client.ListResourcesAsync(Arg.Any<ListResourcesRequest>(), Arg.Any<CancellationToken>()).Returns(call =>
            pages[call.Arg<ListResourcesRequest>().NextToken is { } token ? int.Parse(token, System.Globalization.CultureInfo.InvariantCulture) - 1 : 0]);

    private async Task<List<string>> ListAsync(List<string>? seen = null)
    {
        seen ??= [];
        await foreach (var description in _service.Operations().Resources.ListAsync("AWS::Connect::User", "label", null, default))
        {
            seen.Add(description);
        }

        return seen;
    }
}
