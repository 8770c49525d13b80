using System.Text;
using AwsccConnect.ClientGenerator.Models;

namespace AwsccConnect.ClientGenerator.Writers;

/// <summary>Writes requests, responses, structures, constants and exceptions.</summary>
internal static class ShapeWriter
{
    public static string RequestBase(ServiceModel model) => $$"""
        /// <summary>What the requests of all operations of {{model.Title}} have in common.</summary>
        public partial class Amazon{{model.Name}}Request : AmazonWebServiceRequest
        {
        }
        """;

    public static IEnumerable<string> Shapes(ServiceModel model)
    {
        foreach (var (name, operation) in model.Operations)
        {
            yield return Shape(
                model, name + "Request", operation.Doc, name, $"Amazon{model.Name}Request", model.Members(operation.Input));
            yield return Shape(
                model, name + "Response", $"The response to <see cref=\"{name}Request\"/>. {operation.Returns}", name,
                "AmazonWebServiceResponse", model.Members(operation.Output));
        }

        foreach (var (name, structure) in model.Structures)
        {
            yield return Shape(model, name, structure.Doc, name, null, model.Members(structure.Members));
        }
    }

    public static string Enum(KeyValuePair<string, EnumModel> constants)
    {
        var (name, model) = constants;
        var fields = string.Join("\n\n", model.Values.Select(v => $"""
                /// <summary>{v.Value}</summary>
                public static readonly {name} {v.Key} = new("{v.Key}");
            """));
        return $$"""
            /// <summary>{{model.Doc}}</summary>
            /// <remarks>
            /// Values that AWS adds later are kept as they come: compare with these fields, or with strings.
            /// </remarks>
            public class {{name}} : ConstantClass
            {
            {{fields}}

                /// <summary>Makes a constant of any value, also one that is not listed here.</summary>
                public {{name}}(string value)
                    : base(value)
                {
                }

                /// <summary>Finds the constant of a value, or makes one.</summary>
                public static {{name}} FindValue(string value) => FindValue<{{name}}>(value);

                /// <summary>Finds the constant of a value, or makes one.</summary>
                public static implicit operator {{name}}(string value) => FindValue(value);
            }
            """;
    }

    public static string Error(ServiceModel model, KeyValuePair<string, string> error) =>
        Exception(error.Key + "Exception", error.Value, model.Exception, "innerException");

    /// <summary>
    /// An exception with the six constructors that those of the SDK have. <c>cause</c> has the arguments of the base for one that has a cause
    /// alone.
    /// </summary>
    public static string Exception(string name, string doc, string baseClass, string cause) => $$"""
        /// <summary>{{doc}}</summary>
        public partial class {{name}} : {{baseClass}}
        {
            /// <summary>Makes the exception with a message of the runtime.</summary>
            public {{name}}()
            {
            }

            /// <summary>Makes the exception with a message alone.</summary>
            public {{name}}(string message)
                : base(message)
            {
            }

            /// <summary>Makes the exception with a message and its cause.</summary>
            public {{name}}(string message, Exception innerException)
                : base(message, innerException)
            {
            }

            /// <summary>Makes the exception with its cause alone.</summary>
            public {{name}}(Exception innerException)
                : base({{cause}})
            {
            }

            /// <summary>Makes the exception of all that an error response says, and its cause.</summary>
            public {{name}}(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
                : base(message, innerException, errorType, errorCode, requestId, statusCode)
            {
            }

            /// <summary>Makes the exception of all that an error response says.</summary>
            public {{name}}(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
                : base(message, errorType, errorCode, requestId, statusCode)
            {
            }
        }
        """;

    private static string Shape(
        ServiceModel model, string name, string doc, string page, string? baseClass, List<Member> members)
    {
        var code = new StringBuilder($$"""
            /// <summary>{{doc}}</summary>
            /// <remarks><see href="{{model.Reference}}API_{{page}}.html">{{page}}</see> in the API reference.</remarks>
            public partial class {{name}}{{(baseClass is null ? "" : " : " + baseClass)}}
            {

            """);
        code.AppendJoin("\n\n", members.Select(Property)).AppendLine();
        return code.Append('}').ToString();
    }

    private static string Property(Member member)
    {
        List<string> facts = [];
        if (member.Flags.Contains("required"))
        {
            facts.Add("Required = true");
        }

        if (member.Flags.Contains("sensitive"))
        {
            facts.Add("Sensitive = true");
        }

        if (member.Range.Length > 0)
        {
            facts.Add(member.Range);
        }

        var attribute = facts.Count > 0 ? $"    [AWSProperty({string.Join(", ", facts)})]\n" : "";
        var initial = member.IsCollection ? " = AWSConfigs.InitializeCollections ? [] : null;" : "";
        return $"    /// <summary>{member.Doc}</summary>\n{attribute}    public {member.DotNetType} {member.Name} {{ get; set; }}{initial}";
    }
}
