using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AwsccConnect.Simulator.Signing;

/// <summary>
/// Verifies Signature Version 4 (IAM user guide, "Create a signed AWS API request"), written independently of any SDK. Only one pair of keys
/// is known; session tokens are taken as part of the signed headers and not otherwise looked at.
/// </summary>
internal sealed class SignatureVerifier(string accessKey, string secretKey, string region)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public void Verify(HttpRequest request, DateTimeOffset now, string service)
    {
        var header = request.Header("Authorization");
        if (string.IsNullOrEmpty(header))
        {
            throw new ServiceErrorException("MissingAuthenticationTokenException", "Missing Authentication Token");
        }

        var signature = SignatureHeader.Parse(header, Algorithm);
        var timeText = request.Header("X-Amz-Date") ?? throw SignatureHeader.Incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        if (!DateTimeOffset.TryParseExact(timeText, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            throw SignatureHeader.Incomplete("X-Amz-Date must be in ISO8601 'basic format'.");
        }

        if (signature.AccessKey != accessKey)
        {
            throw new ServiceErrorException("UnrecognizedClientException", "The security token included in the request is invalid.");
        }

        var scope = $"{timeText[..8]}/{region}/{service}/aws4_request";
        if (signature.Scope != scope)
        {
            throw Invalid($"Credential should be scoped to a valid region and service: expected '{scope}'.");
        }

        CheckTime(time, now);
        var expected = Sign(request, signature, timeText, scope);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(signature.Signature)))
        {
            throw Invalid(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");
        }
    }

    private static void CheckTime(DateTimeOffset time, DateTimeOffset now)
    {
        var signed = time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
        var current = now.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
        if (now - time > Tolerance)
        {
            throw Invalid($"Signature expired: {signed} is now earlier than {(now - Tolerance).UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)} ({current} - 5 min.)");
        }

        if (time - now > Tolerance)
        {
            throw Invalid($"Signature not yet current: {signed} is still later than {(now + Tolerance).UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)} ({current} + 5 min.)");
        }
    }

    private static ServiceErrorException Invalid(string message) => new("InvalidSignatureException", message);

    private string Sign(HttpRequest request, SignatureHeader signature, string time, string scope)
    {
        var payload = Hex(SHA256.HashData(request.Body));
        if (request.Header("X-Amz-Content-SHA256") is { } declared && declared != payload && declared != "UNSIGNED-PAYLOAD")
        {
            throw Invalid("The provided x-amz-content-sha256 header does not match what was computed.");
        }

        string[] required = ["host", "x-amz-date"];
        if (required.FirstOrDefault(name => !signature.SignedHeaders.Contains(name)) is { } missing)
        {
            throw Invalid($"'{missing}' must be a signed header.");
        }

        StringBuilder canonical = new();
        canonical.Append(request.Method).Append('\n').Append(CanonicalPath(request.Path)).Append('\n').Append(CanonicalQuery(request.Query)).Append('\n');
        foreach (var name in signature.SignedHeaders)
        {
            canonical.Append(name).Append(':').Append(Squeeze(request.Header(name) ?? string.Empty)).Append('\n');
        }

        canonical.Append('\n').AppendJoin(';', signature.SignedHeaders).Append('\n');
        canonical.Append(request.Header("X-Amz-Content-SHA256") ?? payload);
        var toSign = $"{Algorithm}\n{time}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + secretKey);
        foreach (var part in scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    /// <summary>All services but S3 encode the path as sent once more.</summary>
    private static string CanonicalPath(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string CanonicalQuery(string query) =>
        string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    /// <summary>Trimmed, with runs of spaces made one.</summary>
    private static string Squeeze(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
