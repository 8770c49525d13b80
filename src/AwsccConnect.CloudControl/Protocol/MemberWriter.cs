using Amazon;
using Amazon.Runtime.Internal.Transform;

namespace AwsccConnect.CloudControl.Protocol;

/// <summary>Writes the members of a JSON object, each only where it is set.</summary>
internal static class MemberWriter
{
    public static void WriteMember(this JsonMarshallerContext context, string name, string value)
    {
        if (value is not null)
        {
            context.Writer.WriteString(name, value);
        }
    }

    public static void WriteMember(this JsonMarshallerContext context, string name, int? value)
    {
        if (value is { } number)
        {
            context.Writer.WriteNumber(name, number);
        }
    }

    public static void WriteMember(this JsonMarshallerContext context, string name, List<string> values) =>
        context.WriteList(name, values, static (writer, value, _) => writer.Writer.WriteStringValue(value), 0);

    public static void WriteMember<T>(
        this JsonMarshallerContext context, string name, T value, IRequestMarshaller<T, JsonMarshallerContext> marshaller)
    {
        if (value is not null)
        {
            context.Writer.WritePropertyName(name);
            context.WriteObject(value, marshaller);
        }
    }

    public static void WriteMembers<T>(
        this JsonMarshallerContext context, string name, List<T> values, IRequestMarshaller<T, JsonMarshallerContext> marshaller) =>
        context.WriteList(name, values, WriteObject, marshaller);

    public static void WriteMemberLists<T>(
        this JsonMarshallerContext context, string name, List<List<T>> values, IRequestMarshaller<T, JsonMarshallerContext> marshaller) =>
        context.WriteList(
            name,
            values,
            static (target, list, marshaller) =>
            {
                target.Writer.WriteStartArray();
                foreach (var value in list)
                {
                    target.WriteObject(value, marshaller);
                }

                target.Writer.WriteEndArray();
            },
            marshaller);

    private static void WriteObject<T>(
        this JsonMarshallerContext context, T value, IRequestMarshaller<T, JsonMarshallerContext> marshaller)
    {
        context.Writer.WriteStartObject();
        marshaller.Marshall(value, context);
        context.Writer.WriteEndObject();
    }

    private static void WriteList<T, TState>(
        this JsonMarshallerContext context, string name, List<T> values, Action<JsonMarshallerContext, T, TState> write, TState state)
    {
        // With AWSConfigs.InitializeCollections an empty list is the default, so it means "not set".
        if (values is null || (values.Count == 0 && AWSConfigs.InitializeCollections))
        {
            return;
        }

        context.Writer.WriteStartArray(name);
        foreach (var value in values)
        {
            write(context, value, state);
        }

        context.Writer.WriteEndArray();
    }
}
