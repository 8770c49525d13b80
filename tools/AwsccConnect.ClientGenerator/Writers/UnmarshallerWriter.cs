using AwsccConnect.ClientGenerator.Models;

namespace AwsccConnect.ClientGenerator.Writers;

/// <summary>Writes what turns HTTP responses into responses and exceptions.</summary>
internal static class UnmarshallerWriter
{
    public static IEnumerable<string> Unmarshallers(ServiceModel model) =>
        model.Operations.Select(o => Response(model, o.Key, o.Value))
            .Concat(model.Reachable(o => o.Output).Select(s => Structure(model, s)))
            .Concat(model.Errors.Keys.Select(Error));

    private static string Response(ServiceModel model, string name, OperationModel operation)
    {
        var errors = model.ErrorsOf(operation).Select(e =>
            $"            \"{e}\" => {e}Unmarshaller.Instance.Unmarshall(input, error, ref reader),\n");
        return $$"""
            /// <summary>Reads the response to a <see cref="{{name}}Request"/>.</summary>
            public class {{name}}ResponseUnmarshaller : JsonResponseUnmarshaller
            {
                /// <summary>The one instance; it has no state.</summary>
                public static {{name}}ResponseUnmarshaller Instance { get; } = new();

                /// <summary>Reads the body of a response without an error.</summary>
                public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
                {
                    {{name}}Response shape = new();
                    StreamingUtf8JsonReader reader = new(input.Stream);
                    input.Read(ref reader);
                    input.RequireObject();
                    int depth = input.CurrentDepth;
                    while (input.ReadAtDepth(depth, ref reader))
                    {
            {{Members(model.Members(operation.Output), "input")}}
                    }

                    return shape;
                }

                /// <summary>Makes the exception of an error response.</summary>
                public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
                {
                    StreamingUtf8JsonReader reader = new(input.Stream);
                    ErrorResponse error = ErrorReader.Read(input, ref reader, innerException, statusCode);
                    return error.Code switch
                    {
            {{string.Concat(errors)}}            _ => new {{model.Exception}}(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode),
                    };
                }
            }
            """;
    }

    private static string Structure(ServiceModel model, string name) => $$"""
        /// <summary>Reads a <see cref="{{name}}"/>; members that it does not know are skipped.</summary>
        public class {{name}}Unmarshaller : IJsonUnmarshaller<{{name}}, JsonUnmarshallerContext>
        {
            /// <summary>The one instance; it has no state.</summary>
            public static {{name}}Unmarshaller Instance { get; } = new();

            /// <summary>Reads the next value: an object, or null.</summary>
            public {{name}} Unmarshall(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
            {
                context.Read(ref reader);
                if (context.CurrentTokenType == JsonTokenType.Null)
                {
                    return null;
                }

                context.RequireObject();
                {{name}} shape = new();
                int depth = context.CurrentDepth;
                while (context.ReadAtDepth(depth, ref reader))
                {
        {{Members(model.Members(model.Structures[name].Members), "context")}}
                }

                return shape;
            }
        }
        """;

    private static string Error(string error) => $$"""
        /// <summary>Makes a <see cref="{{error}}Exception"/> of an error response.</summary>
        public class {{error}}ExceptionUnmarshaller : IJsonErrorResponseUnmarshaller<{{error}}Exception, JsonUnmarshallerContext>
        {
            /// <summary>The one instance; it has no state.</summary>
            public static {{error}}ExceptionUnmarshaller Instance { get; } = new();

            /// <summary>Makes the exception. Its only member, the message, is in the common part of the error.</summary>
            public {{error}}Exception Unmarshall(JsonUnmarshallerContext context, ErrorResponse errorResponse, ref StreamingUtf8JsonReader reader) =>
                new(errorResponse.Message, errorResponse.InnerException, errorResponse.Type, errorResponse.Code, errorResponse.RequestId, errorResponse.StatusCode);
        }
        """;

    private static string Members(List<Member> members, string context) => string.Join("\n            else ", members.Select(m => $$"""
        if ({{context}}.TestExpression("{{m.Name}}", depth, ref reader))
                    {
                        shape.{{m.Name}} = {{Value(m, context)}};
                    }
        """)).Insert(0, "            ");

    private static string Value(Member member, string context)
    {
        var element = member.Kind == MemberKind.Structure ? member.Type + "Unmarshaller" : "StringUnmarshaller";
        return (member.Kind, member.Lists) switch
        {
            (MemberKind.String or MemberKind.Structure, 1) =>
                $"{context}.ReadList<{member.Element}, {element}>(ref reader, {element}.Instance)",
            (MemberKind.Map, 0) => $"{context}.ReadMap(ref reader)",
            (_, 0) => $"{Unmarshaller(member)}.Instance.Unmarshall({context}, ref reader)",
            _ => throw new InvalidDataException($"'{member.Name}': no response has a member of type '{member.DotNetType}' yet."),
        };
    }

    private static string Unmarshaller(Member member) => member.Kind switch
    {
        MemberKind.String or MemberKind.Enum => "StringUnmarshaller",
        MemberKind.Int => "NullableIntUnmarshaller",
        MemberKind.Long => "NullableLongUnmarshaller",
        MemberKind.Bool => "NullableBoolUnmarshaller",
        MemberKind.Timestamp => "NullableDateTimeUnmarshaller",
        _ => member.Type + "Unmarshaller",
    };
}
