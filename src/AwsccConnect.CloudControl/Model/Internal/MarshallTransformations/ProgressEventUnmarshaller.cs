using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="ProgressEvent"/>; members that it does not know are skipped.</summary>
public class ProgressEventUnmarshaller : IJsonUnmarshaller<ProgressEvent, JsonUnmarshallerContext>
{
    /// <summary>The one instance; it has no state.</summary>
    public static ProgressEventUnmarshaller Instance { get; } = new();

    /// <summary>Reads the next value: an object, or null.</summary>
    public ProgressEvent Unmarshall(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        context.Read(ref reader);
        if (context.CurrentTokenType == JsonTokenType.Null)
        {
            return null;
        }

        JsonShape.RequireObject(context);
        var shape = new ProgressEvent();
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            if (context.TestExpression("ErrorCode", depth, ref reader))
            {
                shape.ErrorCode = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("EventTime", depth, ref reader))
            {
                shape.EventTime = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("HooksRequestToken", depth, ref reader))
            {
                shape.HooksRequestToken = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("Identifier", depth, ref reader))
            {
                shape.Identifier = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("Operation", depth, ref reader))
            {
                shape.Operation = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("OperationStatus", depth, ref reader))
            {
                shape.OperationStatus = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("RequestToken", depth, ref reader))
            {
                shape.RequestToken = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("ResourceModel", depth, ref reader))
            {
                shape.ResourceModel = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("RetryAfter", depth, ref reader))
            {
                shape.RetryAfter = NullableDateTimeUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("StatusMessage", depth, ref reader))
            {
                shape.StatusMessage = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("TypeName", depth, ref reader))
            {
                shape.TypeName = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
        }

        return shape;
    }
}
