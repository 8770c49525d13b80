using System.Text.RegularExpressions;

namespace AwsccConnect.Simulator.Signing;

/// <summary>The parts of a Signature Version 4 Authorization header.</summary>
internal sealed partial record SignatureHeader(string AccessKey, string Scope, IReadOnlyList<string> SignedHeaders, string Signature)
{
    public static SignatureHeader Parse(string header, string algorithm)
    {
        if (!header.StartsWith(algorithm + " ", StringComparison.Ordinal))
        {
            throw Incomplete("Unsupported AWS 'algorithm'.");
        }

        Dictionary<string, string> parts = new(StringComparer.Ordinal);
        foreach (var part in header[(algorithm.Length + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            parts[equals < 0 ? part : part[..equals]] = equals < 0 ? string.Empty : part[(equals + 1)..];
        }

        var credential = Member(parts, "Credential");
        var slash = credential.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0)
        {
            throw Incomplete("'Credential' not a valid key=value pair (missing scope) in Authorization header.");
        }

        return new SignatureHeader(credential[..slash], credential[(slash + 1)..], Member(parts, "SignedHeaders").Split(';'), Member(parts, "Signature"));
    }

    /// <summary>The Region that a request is signed for; null where it has no signature, or one that cannot be read.</summary>
    public static string? RegionOf(HttpRequest request) =>
        request.Header("Authorization") is { } header && Scopes().Match(header) is { Success: true } scope ? scope.Groups["region"].Value : null;

    public static ServiceErrorException Incomplete(string message) => new("IncompleteSignatureException", message);

    private static string Member(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var value) && value.Length > 0
            ? value
            : throw Incomplete($"Authorization header requires '{name}' parameter.");

    [GeneratedRegex("Credential=[^/,]+/[0-9]{8}/(?<region>[^/,]+)/[^/,]+/aws4_request", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Scopes();
}
