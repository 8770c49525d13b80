using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Tests.Operations;

public sealed class FailureClassifierTests
{
    [Theory]
    [InlineData("ThrottlingException", 400, "Throttled", "Throttling")]
    [InlineData("TooManyRequestsException", 429, "Throttled", "Throttling")]
    [InlineData(null, 429, "Throttled", "Throttling")]
    [InlineData("RequestLimitExceeded", 503, "Throttled", "Throttling")]
    [InlineData("SlowDown", 503, "Throttled", "Throttling")]
    [InlineData("ServiceUnavailable", 503, "Transient", "ServiceInternalError")]
    [InlineData("InternalFailure", 500, "Transient", "ServiceInternalError")]
    [InlineData(null, 502, "Transient", "ServiceInternalError")]
    [InlineData("Whatever", 504, "Transient", "Whatever")]
    [InlineData("NetworkFailureException", 502, "Transient", "NetworkFailure")]
    [InlineData("ConcurrentOperationException", 409, "Busy", "ConcurrentOperation")]
    [InlineData("ResourceConflictException", 409, "Busy", "ResourceConflict")]
    [InlineData("ConcurrentModificationException", 500, "Busy", "ConcurrentModification")]
    [InlineData("AccessDeniedException", 403, "Permanent", "AccessDenied")]
    [InlineData("ExpiredTokenException", 400, "Expired", "InvalidCredentials")]
    [InlineData("RequestTimeTooSkewed", 403, "ClockSkew", "InvalidCredentials")]
    [InlineData("RequestExpired", 400, "ClockSkew", "InvalidCredentials")]
    [InlineData("ResourceNotFoundException", 400, "Permanent", "NotFound")]
    [InlineData("HandlerFailureException", 500, "Transient", "ServiceInternalError")]
    [InlineData("UnrecognizedClientException", 400, "Permanent", "InvalidCredentials")]
    [InlineData("InvalidSignatureException", 400, "Permanent", "InvalidCredentials")]
    [InlineData("ValidationException", 400, "Permanent", "InvalidRequest")]
    [InlineData("InvalidRequestException", 400, "Permanent", "InvalidRequest")]
    [InlineData("AlreadyExistsException", 400, "Permanent", "AlreadyExists")]
    [InlineData("NotUpdatableException", 400, "Permanent", "NotUpdatable")]
    [InlineData("ClientTokenConflictException", 409, "Permanent", "ClientTokenConflict")]
    [InlineData("ServiceLimitExceededException", 402, "Permanent", "ServiceLimitExceeded")]
    [InlineData("SomethingNewException", 400, "Permanent", "SomethingNew")]
    public void Error_responses(string? code, int status, string kind, string id)
    {
        var failure = FailureClassifier.Classify(FakeService.Error(code, (HttpStatusCode)status));
        (failure.Kind.ToString(), failure.ErrorId, failure.Message).ShouldBe((kind, id, "what AWS said"));
    }

    [Theory]
    [InlineData("Throttling", "Rate exceeded", "Throttled")]
    [InlineData("GeneralServiceException", "Rate exceeded (Service: Connect, Status Code: 429)", "Throttled")]
    [InlineData("GeneralServiceException", "Something else", "Permanent")]
    [InlineData("ServiceInternalError", "x", "Transient")]
    [InlineData("InternalFailure", "x", "Transient")]
    [InlineData("ServiceTimeout", "x", "Transient")]
    [InlineData("NetworkFailure", "x", "Transient")]
    [InlineData("ResourceConflict", "x", "Busy")]
    [InlineData("NotFound", "x", "Permanent")]
    [InlineData("AlreadyExists", "x", "Permanent")]
    [InlineData("AccessDenied", "x", "Permanent")]
    [InlineData("NotStabilized", "x", "Permanent")]
    [InlineData("InvalidRequest", "x", "Permanent")]
    [InlineData("ServiceLimitExceeded", "x", "Permanent")]
    public void Failed_requests(string code, string message, string kind)
    {
        var failure = FailureClassifier.Classify(new ProgressEvent
        {
            OperationStatus = OperationStatus.FAILED, ErrorCode = HandlerErrorCode.FindValue(code), StatusMessage = message,
        });
        (failure.Kind.ToString(), failure.ErrorId, failure.Message).ShouldBe((kind, code, message));
    }

    [Fact]
    public void A_failed_request_without_code_and_message_still_says_something()
    {
        var failure = FailureClassifier.Classify(new ProgressEvent { OperationStatus = OperationStatus.FAILED });
        failure.Kind.ShouldBe(FailureKind.Permanent);
        failure.Message.ShouldNotBeNullOrWhiteSpace();
    }

    public static TheoryData<Exception, string, string> Others => new()
    {
        { new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused)), "Transient", "NetworkFailure" },
        { new IOException("cut"), "Transient", "NetworkFailure" },
        { new TimeoutException(), "Transient", "NetworkFailure" },
        { new TaskCanceledException("the client's own time-out"), "Transient", "NetworkFailure" },
        { new AmazonClientException("wrapped", new HttpRequestException("cut")), "Transient", "NetworkFailure" },
        { new HttpRequestException("TLS", new AuthenticationException("certificate")), "Permanent", "NetworkFailure" },
        { new AmazonClientException("wrapped", new HttpRequestException("TLS", new AuthenticationException("certificate"))), "Permanent", "NetworkFailure" },
        { new AmazonUnmarshallingException("garbage", null, new JsonException(), HttpStatusCode.OK), "Transient", "InvalidResponse" },
        { new JsonException("garbage"), "Transient", "InvalidResponse" },
        { new AmazonClientException("no keys"), "Permanent", "InvalidCredentials" },
        { new InvalidOperationException("bug"), "Permanent", "GeneralServiceException" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Other_exceptions(Exception exception, string kind, string id)
    {
        var failure = FailureClassifier.Classify(exception);
        (failure.Kind.ToString(), failure.ErrorId).ShouldBe((kind, id));
        failure.Message.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void A_host_name_that_is_not_in_DNS_may_be_a_mistyped_Region()
    {
        var failure = FailureClassifier.Classify(new HttpRequestException("no such host", new SocketException((int)SocketError.HostNotFound)));
        failure.ToException("jane", "GetResource", null).Remedy.ShouldContain("Region");
    }

    public static TheoryData<Exception, bool> Refusals => new()
    {
        { FakeService.Error("ThrottlingException"), true },
        { FakeService.Error("AccessDeniedException", HttpStatusCode.Forbidden), true },
        { FakeService.Error("InternalFailure", HttpStatusCode.InternalServerError), false },
        { new AmazonUnmarshallingException("garbage", null, new JsonException(), HttpStatusCode.OK), false },
        { new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused)), true },
        { new HttpRequestException("no such host", new SocketException((int)SocketError.HostNotFound)), true },
        { new HttpRequestException("cut", new IOException("reset", new SocketException((int)SocketError.ConnectionReset))), false },
        { new IOException("cut"), false },
        { new TaskCanceledException(), false },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Certain_refusals(Exception exception, bool isCertain) => FailureClassifier.WasRefused(exception).ShouldBe(isCertain);

    [Theory]
    [InlineData("NotFound")]
    [InlineData("AlreadyExists")]
    [InlineData("InvalidCredentials")]
    [InlineData("Throttling")]
    [InlineData("SomethingNew")]
    public void Every_failure_has_a_remedy_and_names_the_user(string id)
    {
        var exception = new Failure(FailureKind.Permanent, id, "what AWS said.").ToException("jane", "CreateResource", null);
        exception.ErrorId.ShouldBe(id);
        exception.Message.ShouldContain("'jane'");
        exception.Message.ShouldEndWith("what AWS said.");
        exception.Remedy.ShouldNotBeNullOrWhiteSpace();
        exception.EndsCommand.ShouldBeFalse("a handler's failure is one of its item");
    }

    private const string User = "arn:aws:connect:eu-west-2:123456789012:instance/aaaa-1/agent/bbbb-2";
    private const string Instance = "arn:aws:connect:eu-west-2:123456789012:instance/aaaa-1";

    [Theory]
    [InlineData("NotFound", User, "GetResource", "Resource of type 'AWS::Connect::User' with identifier '" + User + "' was not found.", "'agent/bbbb-2' was not found in instance/aaaa-1 in eu-west-2.")]
    [InlineData("NotFound", "jane", "UpdateResource", "Resource of type 'AWS::Connect::User' with identifier '" + User + "' was not found.", "'jane' was not found in instance/aaaa-1 in eu-west-2.")]
    [InlineData("NotFound", Instance, "ListResources", "Resource of type 'AWS::Connect::Instance' with identifier '" + Instance + "' was not found.", "'instance/aaaa-1' was not found in eu-west-2.")]
    [InlineData("NotFound", "jane", "CreateResource", "Resource of type 'AWS::Connect::Instance' with identifier '" + Instance + "' was not found.", "CreateResource failed for 'jane': AWS::Connect::Instance 'instance/aaaa-1' was not found in eu-west-2.")]
    [InlineData("InvalidRequest", "jane", "CreateResource", "RoutingProfileArn: " + Instance + "/routing-profile/cccc-3 does not exist in instance " + Instance, "CreateResource failed for 'jane': RoutingProfileArn: routing-profile/cccc-3 does not exist in instance instance/aaaa-1.")]
    public void Messages_are_short_and_say_nothing_twice(string id, string label, string action, string message, string expected) =>
        new Failure(FailureKind.Permanent, id, message).ToException(label, action, null).Message.ShouldBe(expected);
}
