using AwsccConnect.ClientGenerator.Models;

namespace AwsccConnect.ClientGenerator.Writers;

/// <summary>Writes what turns requests into HTTP requests.</summary>
internal static class MarshallerWriter
{
    public static IEnumerable<string> Marshallers(ServiceModel model) =>
        model.Operations.Select(o => Request(model, o.Key, o.Value))
            .Concat(model.Reachable(o => o.Input).Select(s => Structure(model, s)));

    private static string Request(ServiceModel model, string name, OperationModel operation)
    {
        var (method, path) = operation.Http.Split(' ') is [var first, var second]
            ? (first, second)
            : throw new InvalidDataException($"'{operation.Http}' is not a method and a path.");
        var members = model.Members(operation.Input);
        List<string> lines =
        [
            $"""DefaultRequest request = RequestWriter.Create(publicRequest, "{model.Namespace}", "{model.ApiVersion}", "{method}", "{path}");""",
            .. members.Where(m => m.Flags.Contains("uri")).Select(m => PathPart(model, m)),
            .. members.Where(m => m.Flags.Contains("query")).Select(m => $"""request.AddQuery("{CamelCase(m.Name)}", publicRequest.{m.Name});"""),
        ];
        if (model.TargetPrefix is not null)
        {
            lines.Add($"""request.Headers["X-Amz-Target"] = "{model.TargetPrefix}.{name}";""");
        }

        if (method != "GET")
        {
            var contentType = model.TargetPrefix is null ? "application/json" : "application/x-amz-json-1.0";
            lines.Add($"""request.WriteBody("{contentType}", publicRequest, static (input, context) =>""");
            lines.Add("{");
            lines.AddRange(members.Where(m => !m.Flags.Overlaps(["uri", "query"])).Select(m => "    " + Body(m)));
            lines.Add("});");
        }

        return $$"""
            /// <summary>Makes the HTTP request of a <see cref="{{name}}Request"/>.</summary>
            public class {{name}}RequestMarshaller : IMarshaller<IRequest, {{name}}Request>, IMarshaller<IRequest, AmazonWebServiceRequest>
            {
                /// <summary>The one instance; it has no state.</summary>
                public static {{name}}RequestMarshaller Instance { get; } = new();

                /// <summary>Makes the HTTP request of a request that has to be a <see cref="{{name}}Request"/>.</summary>
                public IRequest Marshall(AmazonWebServiceRequest input) => Marshall(({{name}}Request)input);

                /// <summary>Makes the HTTP request.</summary>
                public IRequest Marshall({{name}}Request publicRequest)
                {
                    {{string.Join("\n        ", lines)}}
                    return request;
                }
            }
            """;
    }

    private static string Structure(ServiceModel model, string name)
    {
        var members = model.Members(model.Structures[name].Members).Select(Body);
        return $$"""
            /// <summary>Writes the members of a <see cref="{{name}}"/>.</summary>
            public class {{name}}Marshaller : IRequestMarshaller<{{name}}, JsonMarshallerContext>
            {
                /// <summary>The one instance; it has no state.</summary>
                public static {{name}}Marshaller Instance { get; } = new();

                /// <summary>Writes the members into the object that is open.</summary>
                public void Marshall({{name}} requestObject, JsonMarshallerContext context)
                {
                    ArgumentNullException.ThrowIfNull(requestObject);
                    ArgumentNullException.ThrowIfNull(context);
                    {{name}} input = requestObject;
                    {{string.Join("\n        ", members)}}
                }
            }
            """;
    }

    private static string PathPart(ServiceModel model, Member member) =>
        $$$"""
        request.AddPathResource("{{{{member.Name}}}}", string.IsNullOrEmpty(publicRequest.{{{member.Name}}})
                    ? throw new {{{model.Exception}}}("Request object does not have required field {{{member.Name}}} set")
                    : publicRequest.{{{member.Name}}});
        """;

    private static string Body(Member member)
    {
        var value = $"input.{member.Name}";
        return (member.Kind, member.Lists) switch
        {
            (MemberKind.String, 0) when member.Flags.Contains("token") =>
                $"""context.WriteMember("{member.Name}", {value} ?? Guid.NewGuid().ToString());""",
            (MemberKind.String, 0 or 1) or (MemberKind.Enum, 1) or (MemberKind.Int, 0) => $"""context.WriteMember("{member.Name}", {value});""",
            (MemberKind.Enum, 0) => $"""context.WriteMember("{member.Name}", {value}?.Value);""",
            (MemberKind.Structure, 0) => $"""context.WriteMember("{member.Name}", {value}, {member.Type}Marshaller.Instance);""",
            (MemberKind.Structure, 1) => $"""context.WriteMembers("{member.Name}", {value}, {member.Type}Marshaller.Instance);""",
            (MemberKind.Structure, 2) => $"""context.WriteMemberLists("{member.Name}", {value}, {member.Type}Marshaller.Instance);""",
            _ => throw new InvalidDataException($"'{member.Name}': no request has a member of type '{member.DotNetType}' yet."),
        };
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
