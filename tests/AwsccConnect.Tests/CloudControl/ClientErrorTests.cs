using System.Net;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>How error responses become exceptions.</summary>
public sealed class ClientErrorTests
{
    /// <summary>Every error of the service model, for each operation that can return it.</summary>
    public static TheoryData<string, string> ModelledErrors
    {
        get
        {
            string[] read =
            [
                "AlreadyExists", "GeneralService", "HandlerFailure", "HandlerInternalFailure", "InvalidCredentials",
                "InvalidRequest", "NetworkFailure", "NotStabilized", "NotUpdatable", "PrivateType", "ResourceConflict",
                "ResourceNotFound", "ServiceInternalError", "ServiceLimitExceeded", "Throttling", "TypeNotFound",
                "UnsupportedAction",
            ];
            string[] write = [.. read, "ClientTokenConflict", "ConcurrentOperation"];
            Dictionary<string, string[]> errors = new()
            {
                ["CreateResource"] = write,
                ["UpdateResource"] = write,
                ["DeleteResource"] = write,
                ["GetResource"] = read,
                ["ListResources"] = read,
                ["GetResourceRequestStatus"] = ["RequestTokenNotFound"],
                ["CancelResourceRequest"] = ["ConcurrentModification", "RequestTokenNotFound"],
            };
            return new TheoryData<string, string>(
                errors.SelectMany(x => x.Value.Select(error => (x.Key, error + "Exception"))));
        }
    }

    [Theory]
    [MemberData(nameof(ModelledErrors))]
    public async Task A_modelled_error_comes_as_its_own_class(string operation, string code)
    {
        var exception = await Fail(CannedResponse.Error(400, code, "What happened."), operation);

        exception.GetType().FullName.ShouldBe("Amazon.CloudControlApi.Model." + code);
        exception.ShouldBeAssignableTo<AmazonCloudControlApiException>();
        exception.ErrorCode.ShouldBe(code);
        exception.Message.ShouldBe("What happened.");
        exception.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        exception.RequestId.ShouldBe(CannedResponse.RequestId);
        exception.Retryable.ShouldBeNull();
    }

    [Theory]
    [InlineData("GetResourceRequestStatus", "ThrottlingException")]
    [InlineData("ListResourceRequests", "ThrottlingException")]
    [InlineData("GetResource", "AccessDeniedException")]
    [InlineData("GetResource", "ExpiredTokenException")]
    public async Task An_error_that_is_not_modelled_for_the_operation_keeps_its_code(string operation, string code)
    {
        var exception = await Fail(CannedResponse.Error(403, code, "No."), operation);

        exception.ShouldBeOfType<AmazonCloudControlApiException>();
        exception.ErrorCode.ShouldBe(code);
        exception.Message.ShouldBe("No.");
        exception.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("""{"__type":"ResourceNotFoundException","message":"m"}""", null)]
    [InlineData("""{"__type":"ns.a#ResourceNotFoundException","Message":"m"}""", null)]
    [InlineData("""{"code":"ResourceNotFoundException","message":"m"}""", null)]
    [InlineData("""{"message":"m"}""", "ResourceNotFoundException")]
    [InlineData("""{"message":"m"}""", "ResourceNotFoundException:http://internal.amazon.com/coral/")]
    public async Task The_code_is_found_wherever_the_protocol_allows_it(string body, string? header)
    {
        Dictionary<string, string> headers = new() { ["x-amzn-RequestId"] = CannedResponse.RequestId };
        if (header is not null)
        {
            headers["x-amzn-ErrorType"] = header;
        }

        var exception = await Fail(new CannedResponse(404, body) { Headers = headers }, "GetResource");

        exception.ShouldBeOfType<ResourceNotFoundException>().Message.ShouldBe("m");
    }

    [Theory]
    [InlineData(502, "text/html", "<html>\n <b>Bad gateway</b>\n</html>", "HTTP status 502", "<b>Bad gateway</b>")]
    [InlineData(503, "text/plain", "", "HTTP status 503", "no body")]
    [InlineData(413, "application/json", """{"message":"Request too long"}""", "Request too long", "Request too long")]
    [InlineData(500, "application/json", "[]", "HTTP status 500", "[]")]
    public async Task Responses_that_are_not_of_AWS_keep_their_status_and_text(
        int status, string contentType, string body, string first, string second)
    {
        var exception = await Fail(new CannedResponse(status, body) { ContentType = contentType }, "GetResource");

        ((int)exception.StatusCode).ShouldBe(status);
        exception.ErrorCode.ShouldBeNull();
        StandIn.Required();
        exception.Message.ShouldContain(first);
        exception.Message.ShouldContain(second);
    }

    [Fact]
    public async Task Long_foreign_responses_are_quoted_in_part()
    {
        StandIn.Required();
        CannedResponse page = new(502, new string('x', 100_000)) { ContentType = "text/html" };

        (await Fail(page, "GetResource")).Message.Length.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task A_truncated_error_response_keeps_its_status()
    {
        var exception = await Fail(new CannedResponse(500, """{"__type":"Serv"""), "GetResource");

        exception.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        exception.RequestId.ShouldBe(CannedResponse.RequestId);
    }

    private static async Task<AmazonServiceException> Fail(CannedResponse response, string operation)
    {
        await using StubServer server = new(response);
        using var client = TestClient.For(server);
        var exception = await Should.ThrowAsync<AmazonServiceException>(() => TestClient.CallAsync(client, operation));
        server.Only.Target.ShouldBe("CloudApiService." + operation);
        return exception;
    }
}
