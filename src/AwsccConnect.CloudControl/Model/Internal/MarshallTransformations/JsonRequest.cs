using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>The envelope that all operations share.</summary>
/// <remarks>
/// <see href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">AWS JSON 1.0 protocol</see>.
/// </remarks>
internal static class JsonRequest
{
    // The documents inside the members are JSON themselves: \" takes two bytes, the default \u0022 six.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static DefaultRequest Create<T>(T input, string operation, Action<T, JsonMarshallerContext> writeMembers)
        where T : AmazonWebServiceRequest
    {
        var request = new DefaultRequest(input, "Amazon.CloudControlApi") { HttpMethod = "POST", ResourcePath = "/" };
        request.Headers["X-Amz-Target"] = "CloudApiService." + operation;
        request.Headers[HeaderKeys.ContentTypeHeader] = "application/x-amz-json-1.0";
        request.Headers[HeaderKeys.XAmzApiVersion] = "2021-09-30";

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writeMembers(input, new JsonMarshallerContext(request, writer));
            writer.WriteEndObject();
        }

        request.Content = buffer.WrittenSpan.ToArray();
        return request;
    }
}
