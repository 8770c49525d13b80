using System.Net;
using System.Text;
using System.Text.Json;

namespace AwsccConnect.Simulator;

/// <summary>The awsJson 1.0 protocol: X-Amz-Target, JSON bodies, and errors by <c>__type</c>.</summary>
internal static class AwsJson
{
    public const string ContentType = "application/x-amz-json-1.0";
    public const string TargetPrefix = "CloudApiService.";
    public const int LargestBody = 1 << 20;

    private const string ErrorNamespace = "com.amazon.cloudapiservice#";

    public static async Task<byte[]> ReadBodyAsync(HttpListenerRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength64 > LargestBody)
        {
            throw TooLarge();
        }

        using MemoryStream body = new(request.ContentLength64 > 0 ? (int)request.ContentLength64 : 0);
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.InputStream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > LargestBody)
            {
                throw TooLarge();
            }
        }

        return body.ToArray();
    }

    public static string OperationOf(HttpListenerRequest request)
    {
        string target = request.Headers["X-Amz-Target"] ?? string.Empty;
        return target.StartsWith(TargetPrefix, StringComparison.Ordinal) ? target[TargetPrefix.Length..] : target;
    }

    /// <summary>The input members; they do not outlive the byte array's document, hence the clone.</summary>
    public static JsonElement ParseInput(byte[] body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new ServiceErrorException("SerializationException", "The body is not a JSON object.");
        }
        catch (JsonException)
        {
            throw new ServiceErrorException("SerializationException", "The body is not JSON.");
        }
    }

    public static HttpAnswer Error(ServiceErrorException error) => Error(error.Code, error.Message, error.Status);

    public static HttpAnswer Error(string code, string message, int status)
    {
        ReadOnlyMemory<byte> body = ReplyWriter.Object(writer =>
        {
            writer.WriteString("__type", ErrorNamespace + code);
            writer.WriteString("Message", message.Length > 2048 ? message[..2048] : message);
        });
        return new HttpAnswer(status, body, ContentType, code) { ErrorType = code };
    }

    public static HttpAnswer Text(int status, string contentType, string text, string outcome) =>
        new(status, Encoding.UTF8.GetBytes(text), contentType, outcome);

    public static async Task SendAsync(HttpListenerResponse response, HttpAnswer answer, string requestId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (answer.IsReset)
        {
            response.Abort();
            return;
        }

        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.Headers["x-amzn-RequestId"] = requestId;
        response.Headers["Date"] = now.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        if (answer.ErrorType is not null)
        {
            response.Headers["x-amzn-ErrorType"] = answer.ErrorType;
        }

        response.ContentLength64 = answer.Body.Length;
        ReadOnlyMemory<byte> body = answer.IsTruncated ? answer.Body[..(answer.Body.Length / 2)] : answer.Body;
        await response.OutputStream.WriteAsync(body, cancellationToken).ConfigureAwait(false);
        if (answer.IsTruncated)
        {
            await response.OutputStream.FlushAsync(cancellationToken).ConfigureAwait(false);
            response.Abort();
            return;
        }

        response.Close();
    }

    private static ServiceErrorException TooLarge() => new("RequestEntityTooLargeException", "The body is larger than 1 MiB.", 413);
}
