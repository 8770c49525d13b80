using AwsccConnect.ClientGenerator.Models;

namespace AwsccConnect.ClientGenerator.Writers;

/// <summary>Writes the client, its interface, and the exception that is the base of all its errors.</summary>
internal static class ClientWriter
{
    /// <summary>The constructors' keys: the way in which credentials are given, and their documentation.</summary>
    private static readonly (string Parameters, string Arguments, string Doc)[] Credentials =
    [
        ("", "", "credentials of the SDK's default chain"),
        ("AWSCredentials credentials", "credentials", "credentials"),
        ("string awsAccessKeyId, string awsSecretAccessKey", "awsAccessKeyId, awsSecretAccessKey", "an access key"),
        ("string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken",
            "awsAccessKeyId, awsSecretAccessKey, awsSessionToken", "temporary keys"),
    ];

    public static string Interface(ServiceModel model)
    {
        List<string> members = [.. model.Operations.Select(o => $$"""
            {{Doc(model, o.Value)}}
                Task<{{o.Key}}Response> {{o.Key}}Async({{o.Key}}Request request, CancellationToken cancellationToken = default);
            """)];
        if (model.HasPages)
        {
            members.Insert(0, $$"""
                    /// <summary>Walks the pages of the list operations.</summary>
                    I{{model.Name}}PaginatorFactory Paginators { get; }
                """);
        }

        return $$"""
            /// <summary>{{model.Doc}}</summary>
            /// <remarks>
            /// <para>{{model.Remarks}}</para>
            /// <para>
            /// No response: <see cref="TimeoutException"/>, <see cref="HttpRequestException"/> (no connection). A response that
            /// can't be read: <see cref="AmazonUnmarshallingException"/>.
            /// </para>
            /// <see href="{{model.Reference}}Welcome.html">{{model.Title}} Reference</see>.
            /// </remarks>
            public interface {{model.Interface}} : IAmazonService, IDisposable
            {
            {{string.Join("\n\n", members)}}

                /// <summary>The endpoint that a request would go to.</summary>
                /// <param name="request">The request.</param>
                /// <exception cref="AmazonClientException">The client's settings contradict each other.</exception>
                Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

                static ClientConfig IAmazonService.CreateDefaultClientConfig() => new {{model.Config}}();

                static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
                {
                    {{model.Config}} config = clientConfig as {{model.Config}}
                        ?? throw new AmazonClientException("A client of {{model.Title}} needs an {{model.Config}} as its configuration.");
                    return awsCredentials is null ? new {{model.Client}}(config) : new {{model.Client}}(awsCredentials, config);
                }
            }
            """;
    }

    public static string Client(ServiceModel model)
    {
        List<string> members =
        [
            .. Credentials.Select(c => Constructors(model, c.Parameters, c.Arguments, c.Doc)),
            .. model.Operations.Keys.Select(o => $$"""
                    /// <inheritdoc/>
                    public virtual Task<{{o}}Response> {{o}}Async({{o}}Request request, CancellationToken cancellationToken = default) =>
                        InvokeAsync<{{o}}Response>(request, Options({{o}}RequestMarshaller.Instance, {{o}}ResponseUnmarshaller.Instance), cancellationToken);
                """),
        ];
        if (model.HasPages)
        {
            members.Add($$"""
                    /// <inheritdoc/>
                    public I{{model.Name}}PaginatorFactory Paginators => field ??= new {{model.Name}}PaginatorFactory(this);
                """);
        }

        return $$"""
            /// <summary>
            /// The client of {{model.Title}}. It is safe to use from many threads at once; make one per Region and credentials,
            /// and keep it.
            /// </summary>
            public partial class {{model.Client}} : AmazonServiceClient, {{model.Interface}}
            {
                private static readonly Amazon{{model.Name}}Metadata Metadata = new();

            {{string.Join("\n\n", members)}}

                /// <inheritdoc/>
                protected override IServiceMetadata ServiceMetadata => Metadata;

                /// <inheritdoc/>
                public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
                    Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

                /// <summary>Puts the choice of the signature and of the endpoint behind the marshaller.</summary>
                protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
                {
                    ArgumentNullException.ThrowIfNull(pipeline);
                    pipeline.RemoveHandler<EndpointResolver>();
                    pipeline.AddHandlerAfter<Marshaller>(new Amazon{{model.Name}}EndpointResolver());
                    pipeline.AddHandlerAfter<Marshaller>(new Amazon{{model.Name}}AuthSchemeHandler());
                }

                private static InvokeOptions Options(IMarshaller<IRequest, AmazonWebServiceRequest> marshaller, ResponseUnmarshaller unmarshaller) =>
                    new() { RequestMarshaller = marshaller, ResponseUnmarshaller = unmarshaller };
            }
            """;
    }

    public static string Exception(ServiceModel model) => ShapeWriter.Exception(
        model.Exception,
        $"""
        An error response of {model.Title}. Errors that the service model names for the operation come as one of the derived classes; all others as this one, distinguished by <see cref="AmazonServiceException.ErrorCode"/>. See <see href="{model.Reference}CommonErrors.html">Common Errors</see> in the API reference.
        """,
        "AmazonServiceException",
        "innerException?.Message, innerException");

    private static string Constructors(ServiceModel model, string parameters, string arguments, string doc)
    {
        var comma = parameters.Length > 0 ? ", " : "";
        var settings = parameters.Length > 0 ? "clientConfig" : "config";
        string Call(string config) => parameters.Length > 0 ? $"this({arguments}, {config})" : $"base({config})";
        return $$"""
                /// <summary>Makes a client with {{doc}} and a Region of the SDK's default chain.</summary>
                /// <exception cref="AmazonClientException">No Region and no endpoint is given or found.</exception>
                public {{model.Client}}({{parameters}})
                    : {{Call($"new {model.Config}()")}}
                {
                }

                /// <summary>Makes a client with {{doc}} and a Region.</summary>
                /// <exception cref="AmazonClientException">No Region and no endpoint is given or found.</exception>
                public {{model.Client}}({{parameters}}{{comma}}RegionEndpoint region)
                    : {{Call($"new {model.Config} {{ RegionEndpoint = region }}")}}
                {
                }

                /// <summary>Makes a client with {{doc}} and settings.</summary>
                /// <exception cref="AmazonClientException">No Region and no endpoint is given or found.</exception>
                public {{model.Client}}({{parameters}}{{comma}}{{model.Config}} {{settings}})
                    : base({{arguments}}{{comma}}{{settings}})
                {
                }
            """;
    }

    private static string Doc(ServiceModel model, OperationModel operation)
    {
        List<string> lines =
        [
            $"<summary>{operation.Doc}</summary>",
            "<param name=\"request\">The request.</param>",
            "<param name=\"cancellationToken\">Ends the call, also while it waits for the response.</param>",
            $"<returns>{operation.Returns}</returns>",
            .. model.ErrorsOf(operation).Select(e => $"<exception cref=\"{e}\">{model.Errors[e[..^"Exception".Length]]}</exception>"),
            $"<exception cref=\"{model.Exception}\">Any other error response.</exception>",
        ];
        return string.Join('\n', lines.Select(l => "    /// " + l));
    }
}
