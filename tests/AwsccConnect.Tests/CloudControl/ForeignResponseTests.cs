using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>Responses that are JSON, but not of this service: each is an error at once, above all no reading without end.</summary>
public sealed class ForeignResponseTests
{
    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{\"ResourceDescriptions\":{\"a\":1}}")]
    [InlineData("{\"ResourceDescriptions\":true}")]
    [InlineData("{\"ResourceDescriptions\":[1,2]}")]
    [InlineData("{\"ResourceDescriptions\":[[]]}")]
    public async Task A_list_of_another_shape_cannot_be_read(string body)
    {
        var call = SendAsync(body, client => client.ListResourcesAsync(new ListResourcesRequest()));
        await Should.ThrowAsync<AmazonUnmarshallingException>(() => call.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("{\"ProgressEvent\":[7]}")]
    [InlineData("{\"ProgressEvent\":\"done\"}")]
    [InlineData("{\"HooksProgressEvent\":3}")]
    public async Task A_status_of_another_shape_cannot_be_read(string body)
    {
        var call = SendAsync(body, client => client.GetResourceRequestStatusAsync(new GetResourceRequestStatusRequest()));
        await Should.ThrowAsync<AmazonUnmarshallingException>(() => call.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    private static async Task SendAsync<T>(string body, Func<IAmazonCloudControlApi, Task<T>> call)
    {
        await using StubServer server = new(CannedResponse.Ok(body));
        using var client = TestClient.For(server);
        await call(client);
    }
}
