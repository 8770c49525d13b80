using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>Walking the pages of the two list operations.</summary>
public sealed class PaginationTests
{
    private static readonly CannedResponse[] Pages =
    [
        CannedResponse.Ok("""{"ResourceDescriptions":[{"Identifier":"a"},{"Identifier":"b"}],"NextToken":"2"}"""),
        CannedResponse.Ok("""{"NextToken":"3"}"""),
        CannedResponse.Ok("""{"ResourceDescriptions":[{"Identifier":"c"}]}"""),
    ];

    [Fact]
    public async Task All_resources_come_in_order_with_one_call_for_each_page()
    {
        await using StubServer server = new(Pages);
        using var client = TestClient.For(server);

        var resources = client.Paginators.ListResources(new ListResourcesRequest { TypeName = "AWS::Connect::User" }).ResourceDescriptions;
        (await resources.Select(resource => resource.Identifier).ToListAsync()).ShouldBe(["a", "b", "c"]);
        server.Requests.Select(r => (string?)r.Json["NextToken"]).ShouldBe([null, "2", "3"]);
        server.Requests.ShouldAllBe(r => (string)r.Json["TypeName"]! == "AWS::Connect::User");
    }

    [Fact]
    public async Task The_walk_ends_where_the_caller_ends_it()
    {
        await using StubServer server = new(Pages);
        using var client = TestClient.For(server);

        await foreach (var resource in client.Paginators.ListResources(new ListResourcesRequest()).ResourceDescriptions)
        {
            resource.Identifier.ShouldBe("a");
            break;
        }

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Whole_pages_of_resource_requests_can_be_walked()
    {
        await using StubServer server = new(
            CannedResponse.Ok("""{"ResourceRequestStatusSummaries":[{"RequestToken":"r-1"}],"NextToken":"2"}"""),
            CannedResponse.Ok("""{"ResourceRequestStatusSummaries":[{"RequestToken":"r-2"}],"NextToken":""}"""));
        using var client = TestClient.For(server);

        List<string> tokens = new();
        await foreach (var page in client.Paginators.ListResourceRequests(new ListResourceRequestsRequest()).Responses)
        {
            tokens.AddRange(page.ResourceRequestStatusSummaries.Select(s => s.RequestToken));
        }

        tokens.ShouldBe(["r-1", "r-2"]);
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Cancelling_ends_the_walk()
    {
        await using StubServer server = new(Pages);
        using var client = TestClient.For(server);
        using CancellationTokenSource cancellation = new();

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var page in client.Paginators.ListResources(new ListResourcesRequest()).Responses
                .WithCancellation(cancellation.Token))
            {
                page.NextToken.ShouldBe("2");
                await cancellation.CancelAsync();
            }
        });

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_paginator_is_walked_once()
    {
        await using StubServer server = new();
        using var client = TestClient.For(server);
        var paginator = client.Paginators.ListResources(new ListResourcesRequest());
        await foreach (var page in paginator.Responses)
        {
            page.NextToken.ShouldBeNull();
        }

        await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await foreach (var page in paginator.Responses)
            {
                page.NextToken.ShouldBeNull();
            }
        });
    }
}
