using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CloudControlApi.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="ResourceDescription"/>; members that it does not know are skipped.</summary>
public class ResourceDescriptionUnmarshaller : IJsonUnmarshaller<ResourceDescription, JsonUnmarshallerContext>
{
    /// <summary>The one instance; it has no state.</summary>
    public static ResourceDescriptionUnmarshaller Instance { get; } = new();

    /// <summary>Reads the next value: an object, or null.</summary>
    public ResourceDescription Unmarshall(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        context.Read(ref reader);
        if (context.CurrentTokenType == JsonTokenType.Null)
        {
            return null;
        }

        JsonShape.RequireObject(context);
        var shape = new ResourceDescription();
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            if (context.TestExpression("Identifier", depth, ref reader))
            {
                shape.Identifier = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
            else if (context.TestExpression("Properties", depth, ref reader))
            {
                shape.Properties = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            }
        }

        return shape;
    }
}
