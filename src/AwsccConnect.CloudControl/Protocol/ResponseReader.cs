using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace AwsccConnect.CloudControl.Protocol;

/// <summary>
/// Holds responses to their shape. The SDK's readers go by depth: a value of another kind puts them out of step, and a list
/// that is none they read for ever.
/// </summary>
internal static class ResponseReader
{
    /// <summary>Refuses a value that is no object.</summary>
    /// <exception cref="JsonException">The present token does not begin an object.</exception>
    public static void RequireObject(this JsonUnmarshallerContext context)
    {
        if (context.CurrentTokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"The response has a value of kind {context.CurrentTokenType} where an object has to be.");
        }
    }

    /// <summary>Reads a list, or null.</summary>
    /// <exception cref="JsonException">The next value is something else.</exception>
    public static List<T> ReadList<T, TReader>(
        this JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader, TReader element)
        where TReader : IJsonUnmarshaller<T, JsonUnmarshallerContext>
    {
        context.RequireNext(JsonTokenType.StartArray, ref reader);
        return new JsonListUnmarshaller<T, TReader>(element).Unmarshall(context, ref reader);
    }

    /// <summary>Reads an object whose members are texts, or null.</summary>
    /// <exception cref="JsonException">The next value is something else.</exception>
    public static Dictionary<string, string> ReadMap(this JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        context.RequireNext(JsonTokenType.StartObject, ref reader);
        return new JsonDictionaryUnmarshaller<string, string, StringUnmarshaller, StringUnmarshaller>(
            StringUnmarshaller.Instance, StringUnmarshaller.Instance).Unmarshall(context, ref reader);
    }

    private static void RequireNext(this JsonUnmarshallerContext context, JsonTokenType kind, ref StreamingUtf8JsonReader reader)
    {
        if (!context.Peek(kind, ref reader) && !context.Peek(JsonTokenType.Null, ref reader))
        {
            throw new JsonException($"The response has a value of another kind where {kind} or null has to be.");
        }
    }
}
