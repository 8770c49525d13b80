namespace AwsccConnect.Simulator.Http;

/// <summary>Keeps web pages out: a page in a browser can reach loopback, but its headers give it away.</summary>
internal static class RequestGuard
{
    /// <summary>Why the request is refused with 403, or null.</summary>
    public static string? Refusal(HttpRequest request)
    {
        var host = request.Header("Host") ?? string.Empty;
        var colon = host.LastIndexOf(':');
        var name = colon < 0 ? host : host[..colon];
        if (!name.Equals("127.0.0.1", StringComparison.Ordinal) && !name.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return "The Host header names another host.";
        }

        if (request.Header("Origin") is not null)
        {
            return "Requests from web pages (Origin) are refused.";
        }

        // "none" is what a person types into the address bar. The simulator serves no pages, so nothing is of its own site.
        return request.Header("Sec-Fetch-Site") is { } site && !site.Equals("none", StringComparison.OrdinalIgnoreCase)
            ? "Requests from web pages (Sec-Fetch-Site) are refused."
            : null;
    }
}
