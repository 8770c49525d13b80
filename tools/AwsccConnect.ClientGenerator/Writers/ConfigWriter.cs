using AwsccConnect.ClientGenerator.Models;

namespace AwsccConnect.ClientGenerator.Writers;

/// <summary>Writes the client's settings, and the steps of its pipeline that choose endpoint and signature.</summary>
internal static class ConfigWriter
{
    private static readonly (string Name, string Doc)[] Modes =
    [
        ("Standard", "For most uses: 3.1 seconds to connect."),
        ("InRegion", "For callers in the Region that they call: 1.1 seconds to connect."),
        ("CrossRegion", "For callers in another Region than the one that they call: 3.1 seconds to connect."),
        ("Mobile", "For slow and unsteady networks: 30 seconds to connect."),
        ("Auto", "What the SDK chooses by itself from where it runs, starting from 1.1 seconds to connect."),
    ];

    public static string Config(ServiceModel model) => $$"""
        /// <summary>The settings of an <see cref="{{model.Client}}"/>.</summary>
        /// <remarks>
        /// What is not set here comes from the environment and the shared config file, as in every AWS SDK:
        /// <c>AWS_ENDPOINT_URL_{{model.Id.ToUpperInvariant()}}</c>, <c>AWS_ENDPOINT_URL</c>, <c>AWS_REGION</c>, <c>AWS_USE_FIPS_ENDPOINT</c>,
        /// <c>AWS_USE_DUALSTACK_ENDPOINT</c>, <c>AWS_MAX_ATTEMPTS</c>, <c>AWS_RETRY_MODE</c>. See the
        /// <see href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html">AWS SDKs and Tools settings
        /// reference</see>.
        /// </remarks>
        public partial class {{model.Config}} : ClientConfig
        {
            private const string Id = "{{model.Id}}";

            private static readonly string AgentString = InternalSDKUtils.BuildUserAgentString(
                Id, typeof({{model.Config}}).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version);

            /// <summary>Makes settings with the SDK's defaults.</summary>
            public {{model.Config}}()
                : base(new DefaultConfigurationProvider(Amazon{{model.Name}}DefaultConfiguration.GetAllConfigurations()))
            {
                // The endpoint variables and the shared config file's service sections are found by the service's id.
                base.ServiceId = Id;
                AuthenticationServiceName = "{{model.EndpointPrefix}}";
                EndpointProvider = new Amazon{{model.Name}}EndpointProvider();
                EnvironmentEndpoint = EndpointVariables.IgnoreEmpty(this, Id);
            }

            /// <summary>The service's id in endpoint variables and the shared config file.</summary>
            public static new string ServiceId => Id;

            /// <summary>The service's name in the SDK's table of Regions and endpoints.</summary>
            public override string RegionEndpointServiceName => "{{model.EndpointPrefix}}";

            /// <summary>The version of the service's API.</summary>
            public override string ServiceVersion => "{{model.ApiVersion}}";

            /// <summary>What the client calls itself in requests.</summary>
            public override string UserAgent => AgentString;

            internal string EnvironmentEndpoint { get; }

            /// <summary>The endpoint that a request would go to with these settings.</summary>
            /// <exception cref="AmazonClientException">The settings contradict each other, or have no Region.</exception>
            public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
            {
                ArgumentNullException.ThrowIfNull(parameters);
                DefaultRequest request = new(parameters.Request, Id) { AlternateEndpoint = parameters.AlternateEndpoint };
                RequestContext context = new(enableMetric: false)
                {
                    ClientConfig = this,
                    OriginalRequest = parameters.Request,
                    Request = request,
                };
                return new Amazon{{model.Name}}EndpointResolver().GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(context, null));
            }
        }
        """;

    public static string Defaults(ServiceModel model)
    {
        var modes = Modes.Select(m => $$"""
                /// <summary>{{m.Doc}}</summary>
                public static IDefaultConfiguration {{m.Name}} { get; } = ConnectionDefaults.For(DefaultConfigurationMode.{{m.Name}});
            """);
        return $$"""
            /// <summary>
            /// The sets of defaults that <c>AWS_DEFAULTS_MODE</c> or <see cref="ClientConfig.DefaultConfigurationMode"/> chooses
            /// from. They differ in how long a connection may take to open.
            /// </summary>
            /// <remarks>
            /// <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html">Smart configuration
            /// defaults</see> in the AWS SDKs and Tools Reference Guide.
            /// </remarks>
            public static class Amazon{{model.Name}}DefaultConfiguration
            {
            {{string.Join("\n\n", modes)}}

                /// <summary>All five sets.</summary>
                public static ReadOnlyCollection<IDefaultConfiguration> GetAllConfigurations() =>
                    new([{{string.Join(", ", Modes.Select(m => m.Name))}}]);
            }
            """;
    }

    public static string EndpointParameters(ServiceModel model) => $$"""
        /// <summary>What the endpoint is worked out from; see <see cref="Amazon{{model.Name}}EndpointProvider"/>.</summary>
        public class {{model.Name}}EndpointParameters : EndpointParameters
        {
            /// <summary>Makes parameters for neither FIPS nor dual-stack.</summary>
            public {{model.Name}}EndpointParameters()
            {
                UseDualStack = false;
                UseFIPS = false;
            }

            /// <summary>The Region's system name, for example <c>eu-west-2</c>; needed unless there is an <see cref="Endpoint"/>.</summary>
            public string Region
            {
                get => (string)this[EndpointRules.Region];
                set => this[EndpointRules.Region] = value;
            }

            /// <summary>Whether the endpoint has to support IPv6 as well as IPv4.</summary>
            public bool? UseDualStack
            {
                get => (bool?)this[EndpointRules.UseDualStack];
                set => this[EndpointRules.UseDualStack] = value;
            }

            /// <summary>Whether the endpoint has to use FIPS 140 validated cryptography.</summary>
            public bool? UseFIPS
            {
                get => (bool?)this[EndpointRules.UseFips];
                set => this[EndpointRules.UseFips] = value;
            }

            /// <summary>A custom endpoint's URL; it can't be combined with FIPS or dual-stack.</summary>
            public string Endpoint
            {
                get => (string)this[EndpointRules.Endpoint];
                set => this[EndpointRules.Endpoint] = value;
            }
        }
        """;

    public static string Pipeline(ServiceModel model) => $$"""
        /// <summary>The pipeline's step that chooses how a request is signed and gets the credentials for it.</summary>
        public class Amazon{{model.Name}}AuthSchemeHandler : BaseAuthResolverHandler
        {
            /// <summary>Makes the choice.</summary>
            public Amazon{{model.Name}}AuthSchemeResolver AuthSchemeResolver { get; } = new();

            /// <inheritdoc/>
            protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext)
            {
                ArgumentNullException.ThrowIfNull(executionContext);
                IRequestContext context = executionContext.RequestContext;
                return AuthSchemeResolver.ResolveAuthScheme(new Amazon{{model.Name}}AuthSchemeParameters
                {
                    Operation = context.RequestName,
                    Region = context.ClientConfig.RegionEndpoint?.SystemName,
                });
            }
        }

        /// <summary>What the way of signing is chosen from.</summary>
        public class Amazon{{model.Name}}AuthSchemeParameters : IAuthSchemeParameters
        {
            /// <summary>The operation's name.</summary>
            public string Operation { get; set; }

            /// <summary>The Region's system name.</summary>
            public string Region { get; set; }
        }

        /// <summary>Chooses the way of signing: Signature Version 4 for every operation.</summary>
        public class Amazon{{model.Name}}AuthSchemeResolver : IAuthSchemeResolver<Amazon{{model.Name}}AuthSchemeParameters>
        {
            /// <summary>The ways of signing, the preferred one first.</summary>
            public List<IAuthSchemeOption> ResolveAuthScheme(Amazon{{model.Name}}AuthSchemeParameters authParameters) =>
                AuthSchemeOption.DEFAULT_SIGV4;
        }

        /// <summary>Works out the endpoint from Region, FIPS and dual-stack, or takes the custom one.</summary>
        /// <remarks>
        /// See <see href="{{model.Endpoints}}">endpoints and quotas</see>.
        /// </remarks>
        public class Amazon{{model.Name}}EndpointProvider : IEndpointProvider
        {
            /// <summary>Works out the endpoint.</summary>
            /// <exception cref="ArgumentNullException">There are no parameters.</exception>
            /// <exception cref="AmazonClientException">
            /// The parameters contradict each other, require what the partition does not have, or have no Region.
            /// </exception>
            public Endpoint ResolveEndpoint(EndpointParameters parameters) =>
                EndpointRules.Resolve(parameters, "{{model.EndpointPrefix}}", {{(model.FipsPrefixInGovCloud is null ? "null" : $"\"{model.FipsPrefixInGovCloud}\"")}});
        }

        /// <summary>The pipeline's step that gives each request its endpoint.</summary>
        public class Amazon{{model.Name}}EndpointResolver : BaseEndpointResolver
        {
            /// <summary>The service has nothing to add to the endpoint that the rules give.</summary>
            protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters)
            {
            }

            /// <summary>Takes the rules' parameters from the client's settings and the request.</summary>
            protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
            {
                ArgumentNullException.ThrowIfNull(requestContext);
                return EndpointRules.Fill(
                    new {{model.Name}}EndpointParameters(), requestContext, (requestContext.ClientConfig as {{model.Config}})?.EnvironmentEndpoint);
            }
        }

        /// <summary>What the SDK's telemetry calls the service and its operations.</summary>
        public class Amazon{{model.Name}}Metadata : IServiceMetadata
        {
            /// <summary>The service's id.</summary>
            public string ServiceId => {{model.Config}}.ServiceId;

            /// <summary>Operations whose .NET name differs from the API's; there are none.</summary>
            public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
        }
        """;
}
