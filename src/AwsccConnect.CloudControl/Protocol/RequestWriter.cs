using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using Amazon.Util;
using ThirdParty.RuntimeBackports;

namespace AwsccConnect.CloudControl.Protocol;

/// <summary>What the marshallers of all operations have in common: HTTP method, path, query, headers and the JSON body.</summary>
/// <remarks>
/// <see href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">AWS JSON 1.0</see>,
/// <see href="https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html">AWS REST JSON 1.0</see>.
/// </remarks>
internal static class RequestWriter
{
    // The documents inside the members are JSON themselves: \" takes two bytes, the default \u0022 six.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static DefaultRequest Create(
        AmazonWebServiceRequest input, string service, string apiVersion, string method, string path)
    {
        DefaultRequest request = new(input, service) { HttpMethod = method, ResourcePath = path };
        request.Headers[HeaderKeys.XAmzApiVersion] = apiVersion;
        return request;
    }

    public static void AddQuery(this DefaultRequest request, string name, string value)
    {
        if (value is not null)
        {
            request.UseQueryString = true;
            request.Parameters.Add(name, value);
        }
    }

    public static void AddQuery(this DefaultRequest request, string name, int? value) =>
        request.AddQuery(name, value is { } number ? StringUtils.FromInt(number) : null);

    public static void WriteBody<T>(
        this DefaultRequest request, string contentType, T input, Action<T, JsonMarshallerContext> writeMembers)
    {
        request.Headers[HeaderKeys.ContentTypeHeader] = contentType;
        using ArrayPoolBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            writer.WriteStartObject();
            writeMembers(input, new JsonMarshallerContext(request, writer));
            writer.WriteEndObject();
        }

        request.Content = buffer.WrittenSpan.ToArray();
    }
}
