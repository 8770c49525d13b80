using System.Globalization;
using System.Net;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace AwsccConnect.CloudControl.Protocol;

/// <summary>Reads what error responses have in common: code, message, request id and status.</summary>
internal static class ErrorReader
{
    private const int LongestQuote = 300;

    public static ErrorResponse Read(
        JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader, Exception innerException, HttpStatusCode statusCode)
    {
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        if (error.Code is null)
        {
            error.Message = DescribeForeignResponse(context.ResponseBody, error.Message, statusCode);
        }

        return error;
    }

    // Proxies and load balancers respond with HTML, plain text or nothing. Their words and the status are all there is.
    private static string DescribeForeignResponse(string body, string message, HttpStatusCode statusCode)
    {
        if (!string.IsNullOrEmpty(message) && body?.Contains(message, StringComparison.Ordinal) == true)
        {
            return message;
        }

        var words = string.Join(' ', (body ?? string.Empty).Split((char[])null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > LongestQuote)
        {
            words = string.Concat(words.AsSpan(0, LongestQuote), "...");
        }

        var quote = words.Length > 0 ? "The response was: " + words : "The response had no body.";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP status {(int)statusCode} ({statusCode}) without an AWS error code. {quote}");
    }
}
