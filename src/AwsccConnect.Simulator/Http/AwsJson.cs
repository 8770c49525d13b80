using System.Text;
using System.Text.Json;
using AwsccConnect.Simulator.Api;

namespace AwsccConnect.Simulator.Http;

/// <summary>The awsJson 1.0 protocol: X-Amz-Target, JSON bodies, and errors by <c>__type</c>.</summary>
internal static class AwsJson
{
    public const string ContentType = "application/x-amz-json-1.0";
    public const string TargetPrefix = "CloudApiService.";
    public const int LargestBody = 1 << 20;

    private const string ErrorNamespace = "com.amazon.cloudapiservice#";

    public static string OperationOf(HttpRequest request)
    {
        var target = request.Header("X-Amz-Target") ?? string.Empty;
        return target.StartsWith(TargetPrefix, StringComparison.Ordinal) ? target[TargetPrefix.Length..] : target;
    }

    /// <summary>The input members; they do not outlive the byte array's document, hence the clone.</summary>
    public static JsonElement ParseInput(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body);
            RequireTexts(document.RootElement);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new ServiceErrorException("SerializationException", "The body is not a JSON object.");
        }
        catch (InvalidOperationException)
        {
            throw new ServiceErrorException("SerializationException", "The body has a text that is not valid Unicode.");
        }
        catch (JsonException)
        {
            throw new ServiceErrorException("SerializationException", "The body is not JSON.");
        }
    }

    /// <summary>Looks at every text: one with half of a surrogate pair is JSON, but no string.</summary>
    private static void RequireTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    RequireTexts(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    RequireTexts(item);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }

    public static HttpResponse Error(string code, string message, int status)
    {
        var body = ResponseWriter.Object(writer =>
        {
            writer.WriteString("__type", ErrorNamespace + code);
            writer.WriteString("Message", message.Length > 2048 ? message[..2048] : message);
        });
        return new HttpResponse(status, body, ContentType, code) { ErrorType = code };
    }

    public static HttpResponse Text(int status, string contentType, string text, string outcome) =>
        new(status, Encoding.UTF8.GetBytes(text), contentType, outcome);

    public static ServiceErrorException TooLarge() => new("RequestEntityTooLargeException", "The body is larger than 1 MiB.");
}
