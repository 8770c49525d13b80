using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AwsccConnect.Tests.Commands.Safety;
using Microsoft.AspNetCore.Hosting;

namespace AwsccConnect.Tests.Secrets;

/// <summary>Keys and passwords go to who proves to be the endpoint, or nowhere; and a response that repeats them is not shown.</summary>
public class TransportTests
{
    private const string Secret = "Zq7+Marker\"Pass";
    private const string Create =
        """
        New-ConnectUser jane -InstanceArn arn:aws:connect:eu-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555 -RoutingProfile arn:aws:connect:eu-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555/routing-profile/1 `
            -SecurityProfile arn:aws:connect:eu-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555/security-profile/1 -Password $secret -EndpointUrl $url -AccessKey AKIAX -SecretKey k -Region eu-west-2 -TimeoutSeconds 2 -Verbose
        """;

    [Theory]
    [InlineData("CN=localhost", 1)]
    [InlineData("CN=localhost", -1)]
    [InlineData("CN=attacker.example", 1)]
    public async Task A_certificate_that_nobody_vouches_for_is_refused(string subject, int days)
    {
        using var key = RSA.Create(2048);
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var signed = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(days));
        using var certificate = X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pkcs12), null);
        var decrypted = 0L;
        await using StubServer server = new((_, _) => Task.CompletedTask, listen => listen.UseHttps(certificate).Use(_ => async connection =>
        {
            var received = await connection.Transport.Input.ReadAsync();
            Interlocked.Add(ref decrypted, received.Buffer.Length);
        }));
        using ModuleSession session = new();

        var result = session.Invoke(Create.Replace("-TimeoutSeconds 2", "-TimeoutSeconds 60", StringComparison.Ordinal), ("url", $"https://localhost:{server.Port}/"), ("secret", SafetySession.Secure(Secret)));

        var record = result.AllErrors.ShouldHaveSingleItem();
        record.FullyQualifiedErrorId.ShouldStartWith("NetworkFailure,");
        var error = record.ToString();
        error.ShouldContain($"Subject '{subject}'", customMessage: error);
        error.ShouldContain($"issued by '{subject}'", customMessage: error);
        record.ErrorDetails.RecommendedAction.ShouldContain("trusted roots");
        if (subject != "CN=localhost")
        {
            error.ShouldContain("not for the host name 'localhost'", customMessage: error);
        }

        error.ShouldNotContain(Secret);
        decrypted.ShouldBe(0, "no byte of the request was sent");
    }

    [Theory]
    [InlineData("http://192.0.2.1/")]
    [InlineData("http://example.com/")]
    [InlineData("http://127.0.0.1.example.com/")]
    [InlineData("http://127.0.0.1@example.com/")]
    [InlineData("http://[2001:db8::1]/")]
    [InlineData("HTTP://EXAMPLE.COM/")]
    public void Plain_http_to_another_machine_is_refused_before_any_call(string url)
    {
        using ModuleSession session = new();
        var result = session.Invoke(Create, ("url", url), ("secret", SafetySession.Secure(Secret)));

        result.AllErrors.ShouldHaveSingleItem().FullyQualifiedErrorId.ShouldStartWith("InvalidEndpoint,");
        result.Verbose.ShouldAllBe(line => !line.StartsWith("CreateResource", StringComparison.Ordinal));
    }

    public static TheoryData<int, bool> Echoes => new() { { 400, true }, { 400, false }, { 418, false }, { 500, false }, { 200, false }, { 200, true } };

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task A_response_that_repeats_the_request_is_not_shown(int status, bool inMessage)
    {
        var body = JsonSerializer.Serialize(new { ClientToken = "x", DesiredState = JsonSerializer.Serialize(new { Username = "jane", Password = Secret }), TypeName = "AWS::Connect::User" });
        await using StubServer server = new(new CannedResponse(status, inMessage ? JsonSerializer.Serialize(new { __type = "ValidationException", Message = "Bad request: " + body }) : body));
        using ModuleSession session = new();

        var result = session.Invoke(Create, ("url", server.Url), ("secret", SafetySession.Secure(Secret)));

        server.Requests.ShouldNotBeEmpty();
        result.AllErrors.ShouldNotBeEmpty();
        var all = string.Join('\n', result.AllErrors.Select(error => $"{error} {error.Exception} {error.ErrorDetails?.Message} {error.TargetObject} {error.CategoryInfo}")
            .Concat(result.Verbose).Concat(result.Warnings)) + session.UI.RawText;
        all.ShouldNotContain("Zq7");
        all.ShouldNotContain("Marker");
    }
}
