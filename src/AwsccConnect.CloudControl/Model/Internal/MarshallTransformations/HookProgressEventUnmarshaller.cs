using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="HookProgressEvent"/>; members that it does not know are skipped.</summary>
public class HookProgressEventUnmarshaller : IJsonUnmarshaller<HookProgressEvent, JsonUnmarshallerContext>
{
    /// <summary>The one instance; it has no state.</summary>
    public static HookProgressEventUnmarshaller Instance { get; } = new();

    /// <summary>Reads the next value: an object, or null.</summary>
    public HookProgressEvent Unmarshall(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        context.Read(ref reader);
        if (context.CurrentTokenType == JsonTokenType.Null)
        {
            return null;
        }

        JsonShape.RequireObject(context);
        var shape = new HookProgressEvent();
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            if (context.TestExpression("FailureMode", depth, ref reader))
            {
                shape.FailureMode = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("HookEventTime", depth, ref reader))
            {
                shape.HookEventTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("HookStatus", depth, ref reader))
            {
                shape.HookStatus = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("HookStatusMessage", depth, ref reader))
            {
                shape.HookStatusMessage = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("HookTypeArn", depth, ref reader))
            {
                shape.HookTypeArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("HookTypeName", depth, ref reader))
            {
                shape.HookTypeName = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("HookTypeVersionId", depth, ref reader))
            {
                shape.HookTypeVersionId = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("InvocationPoint", depth, ref reader))
            {
                shape.InvocationPoint = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
        }

        return shape;
    }
}
