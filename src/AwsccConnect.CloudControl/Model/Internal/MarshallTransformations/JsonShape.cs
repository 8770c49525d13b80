using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>
/// Holds answers to their shape. The SDK's readers go by depth: a value of another kind puts them out of step, and a list
/// that is none they read for ever.
/// </summary>
internal static class JsonShape
{
    /// <summary>Refuses a value that is no object.</summary>
    /// <exception cref="JsonException">The present token does not begin an object.</exception>
    public static void RequireObject(JsonUnmarshallerContext context)
    {
        if (context.CurrentTokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"The answer has a value of kind {context.CurrentTokenType} where an object has to be.");
        }
    }

    /// <summary>Refuses a value that is neither a list nor null; the value is still to be read.</summary>
    /// <exception cref="JsonException">The next token begins something else.</exception>
    public static void RequireList(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        if (!context.Peek(JsonTokenType.StartArray, ref reader) && !context.Peek(JsonTokenType.Null, ref reader))
        {
            throw new JsonException("The answer has a value of another kind where a list has to be.");
        }
    }
}
