using System.Net;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using AwsccConnect.Tests.CloudControl;

namespace AwsccConnect.Tests.Connect;

/// <summary>How error responses become exceptions.</summary>
public sealed class ConnectErrorTests
{
    /// <summary>Gets every error that the service model names, for each operation that can fail with it.</summary>
    public static TheoryData<string, string, int> ModelledErrors
    {
        get
        {
            TheoryData<string, string, int> errors = [];
            foreach (var operation in ServiceModels.Named("Connect").Operations.Keys)
            {
                errors.Add(operation, "InvalidRequestException", 400);
                errors.Add(operation, "InternalServiceException", 500);
                if (operation != "ListInstances")
                {
                    errors.Add(operation, "InvalidParameterException", 400);
                    errors.Add(operation, "ResourceNotFoundException", 404);
                    errors.Add(operation, "ThrottlingException", 429);
                }
            }

            return errors;
        }
    }

    [Theory]
    [MemberData(nameof(ModelledErrors))]
    public async Task A_modelled_error_comes_as_its_own_class(string operation, string code, int status)
    {
        var exception = await FailAsync(operation, status, """{"Message":"What happened."}""", code);

        exception.GetType().FullName.ShouldBe("Amazon.Connect.Model." + code);
        exception.ShouldBeAssignableTo<AmazonConnectException>();
        exception.ErrorCode.ShouldBe(code);
        exception.Message.ShouldBe("What happened.");
        ((int)exception.StatusCode).ShouldBe(status);
        exception.RequestId.ShouldBe(CannedResponse.RequestId);
    }

    [Theory]
    [InlineData("ListInstances", "ThrottlingException", 429)]
    [InlineData("ListUsers", "AccessDeniedException", 403)]
    [InlineData("SearchUsers", "ExpiredTokenException", 403)]
    public async Task An_error_that_is_not_modelled_for_the_operation_keeps_its_code(string operation, string code, int status)
    {
        var exception = await FailAsync(operation, status, """{"message":"No."}""", code);

        exception.ShouldBeOfType<AmazonConnectException>();
        exception.ErrorCode.ShouldBe(code);
        exception.Message.ShouldBe("No.");
    }

    [Theory]
    [InlineData("""{"__type":"ns#ThrottlingException","message":"m"}""", null)]
    [InlineData("""{"code":"ThrottlingException","message":"m"}""", null)]
    [InlineData("""{"message":"m"}""", "ThrottlingException:http://internal.amazon.com/coral/")]
    public async Task The_code_is_found_wherever_the_protocol_allows_it(string body, string? header) =>
        (await FailAsync("ListUsers", 429, body, header)).ShouldBeOfType<ThrottlingException>().Message.ShouldBe("m");

    [Theory]
    [InlineData("<html>Too many</html>", "<html>Too many</html>")]
    [InlineData("", "no body")]
    [InlineData("{}", "{}")]
    public async Task Responses_that_are_not_of_AWS_keep_their_status_and_words(string body, string words)
    {
        var exception = await FailAsync("ListUsers", 429, body, null);

        exception.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        exception.ErrorCode.ShouldBeNull();
        exception.Message.ShouldContain("HTTP status 429");
        exception.Message.ShouldContain(words);
    }

    private static async Task<AmazonServiceException> FailAsync(string operation, int status, string body, string? errorType)
    {
        Dictionary<string, string> headers = new() { ["x-amzn-RequestId"] = CannedResponse.RequestId };
        if (errorType is not null)
        {
            headers["x-amzn-ErrorType"] = errorType;
        }

        await using StubServer server = new(new CannedResponse(status, body) { ContentType = "application/json", Headers = headers });
        using var client = TestClient.ForConnect(server);
        var exception = await Should.ThrowAsync<AmazonServiceException>(() => TestClient.CallAsync(client, operation));
        server.Requests.Count.ShouldBe(1);
        return exception;
    }
}
