namespace AwsccConnect.Tests.Simulator;

public class SimulatorErrorTests
{
    [Theory]
    [InlineData("GetResource", """{"Identifier":"x"}""", "ValidationException", "'typeName'")]
    [InlineData("GetResource", """{"TypeName":"AWS::Connect::User"}""", "ValidationException", "'identifier'")]
    [InlineData("GetResource", """{"TypeName":"nonsense::x","Identifier":"x"}""", "ValidationException", "regular expression")]
    [InlineData("GetResource", """{"TypeName":"AWS::Connect::Queue","Identifier":"x"}""", "TypeNotFoundException", "AWS::Connect::Queue")]
    [InlineData("GetResource", """{"TypeName":"AWS::Connect::User","Identifier":"x","RoleArn":"not-an-arn-of-a-role-at-all"}""", "ValidationException", "'roleArn'")]
    [InlineData("GetResource", """{"TypeName":7,"Identifier":"x"}""", "SerializationException", "TypeName")]
    [InlineData("GetResourceRequestStatus", """{"RequestToken":"unknown"}""", "RequestTokenNotFoundException", "unknown")]
    [InlineData("CancelResourceRequest", """{"RequestToken":"unknown"}""", "RequestTokenNotFoundException", "unknown")]
    [InlineData("GetResourceRequestStatus", """{"RequestToken":"not a token!"}""", "ValidationException", "'requestToken'")]
    [InlineData("CreateResource", """{"TypeName":"AWS::Connect::User","DesiredState":"nonsense"}""", "InvalidRequestException", "DesiredState")]
    [InlineData("CreateResource", """{"TypeName":"AWS::Connect::User","DesiredState":"{\"a\":1,\"a\":2}"}""", "InvalidRequestException", "DesiredState")]
    [InlineData("CreateResource", """{"TypeName":"AWS::Connect::User","DesiredState":"{}"}""", "ValidationException", "#: required key [Username] not found")]
    [InlineData("CreateResource", """{"TypeName":"AWS::Connect::Instance","DesiredState":"{}"}""", "UnsupportedActionException", "CREATE")]
    [InlineData("UpdateResource", """{"TypeName":"AWS::Connect::User","Identifier":"x","PatchDocument":"[]"}""", "ResourceNotFoundException", "'x'")]
    [InlineData("ListResourceRequests", """{"MaxResults":101}""", "ValidationException", "'maxResults'")]
    [InlineData("ListResourceRequests", """{"ResourceRequestStatusFilter":{"Operations":["READ"]}}""", "ValidationException", "enum value set")]
    [InlineData("DropEverything", "{}", "UnknownOperationException", "X-Amz-Target")]
    public async Task Bad_input_is_refused_as_the_service_does(string operation, string body, string code, string message)
    {
        await using var client = await RawClient.StartAsync();
        var reply = await client.CallAsync(operation, JsonNode.Parse(body)!.AsObject());
        reply.ShouldFail(code).Message.ShouldContain(message);
        client.Simulator.Calls.Single().Outcome.ShouldBe(code);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    public async Task Bodies_that_are_no_object_are_refused(string text)
    {
        await using var client = await RawClient.StartAsync();
        var reply = await client.CallAsync("GetResource", [], request => request.Content = new StringContent(text, Encoding.UTF8));
        reply.ShouldFail("SerializationException");
    }

    [Fact]
    public async Task Bodies_over_one_mebibyte_are_refused()
    {
        await using var client = await RawClient.StartAsync();
        var reply = await client.CallAsync("GetResource", [], request => request.Content = new ByteArrayContent(new byte[(1 << 20) + 1]));
        reply.Status.ShouldBe(413);
    }
}
