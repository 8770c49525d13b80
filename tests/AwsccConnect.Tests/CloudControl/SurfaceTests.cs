using System.Globalization;
using System.Reflection;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using NSubstitute;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>That the assembly has the public shape of AWSSDK.CloudControlApi, so that either can be used.</summary>
public sealed class SurfaceTests
{
    private static readonly Assembly Assembly = typeof(AmazonCloudControlApiClient).Assembly;

    [Fact]
    public void Requests_responses_and_shapes_have_the_models_members()
    {
        IEnumerable<Type> shapes = Assembly.GetExportedTypes()
            .Where(t => t.Namespace == "Amazon.CloudControlApi.Model" && t is { IsClass: true, IsAbstract: false })
            .Where(t => !typeof(Exception).IsAssignableFrom(t))
            .Where(t => !t.Name.EndsWith("PaginatorFactory", StringComparison.Ordinal));

        shapes.SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(Describe)
            .Order(StringComparer.Ordinal)
            .ShouldBe(ServiceModel.Members);
    }

    [Fact]
    public void All_members_are_unset_in_a_new_object_and_keep_what_they_are_given()
    {
        foreach (string member in ServiceModel.Members)
        {
            string[] name = member.Split(' ')[0].Split('.');
            Type type = Assembly.GetType("Amazon.CloudControlApi.Model." + name[0], throwOnError: true)!;
            PropertyInfo property = type.GetProperty(name[1])!;
            object instance = Activator.CreateInstance(type)!;

            property.GetValue(instance).ShouldBeNull(member);
            object value = Sample(property.PropertyType);
            property.SetValue(instance, value);
            property.GetValue(instance).ShouldBe(value, member);
        }
    }

    [Fact]
    public void The_interface_and_the_client_have_the_models_operations()
    {
        foreach (Type type in new[] { typeof(IAmazonCloudControlApi), typeof(AmazonCloudControlApiClient) })
        {
            type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal))
                .Select(Signature)
                .Order(StringComparer.Ordinal)
                .ShouldBe(ServiceModel.Operations
                    .Select(o => $"{o}Async({o}Request, CancellationToken?) {o}Response")
                    .Order(StringComparer.Ordinal));
        }

        typeof(IAmazonCloudControlApi).GetInterfaces()
            .ShouldBe([typeof(IAmazonService), typeof(IDisposable)], ignoreOrder: true);
        typeof(IAmazonCloudControlApi).GetProperty("Paginators")!.PropertyType
            .ShouldBe(typeof(ICloudControlApiPaginatorFactory));
    }

    [Fact]
    public void The_client_has_the_SDKs_constructors() =>
        typeof(AmazonCloudControlApiClient).GetConstructors()
            .Select(c => string.Join(", ", c.GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}")))
            .ShouldBe(
                [
                    "",
                    "RegionEndpoint region",
                    "AmazonCloudControlApiConfig config",
                    "AWSCredentials credentials",
                    "AWSCredentials credentials, RegionEndpoint region",
                    "AWSCredentials credentials, AmazonCloudControlApiConfig clientConfig",
                    "String awsAccessKeyId, String awsSecretAccessKey",
                    "String awsAccessKeyId, String awsSecretAccessKey, RegionEndpoint region",
                    "String awsAccessKeyId, String awsSecretAccessKey, AmazonCloudControlApiConfig clientConfig",
                    "String awsAccessKeyId, String awsSecretAccessKey, String awsSessionToken",
                    "String awsAccessKeyId, String awsSecretAccessKey, String awsSessionToken, RegionEndpoint region",
                    "String awsAccessKeyId, String awsSecretAccessKey, String awsSessionToken, AmazonCloudControlApiConfig clientConfig",
                ],
                ignoreOrder: true);

    [Fact]
    public void Exceptions_are_the_models()
    {
        List<Type> exceptions = Assembly.GetExportedTypes()
            .Where(t => t.IsSubclassOf(typeof(AmazonCloudControlApiException)))
            .ToList();

        exceptions.Select(t => t.FullName).Order(StringComparer.Ordinal)
            .ShouldBe(ServiceModel.Exceptions.Select(e => $"Amazon.CloudControlApi.Model.{e}Exception"));
        foreach (Type exception in exceptions)
        {
            exception.GetConstructors().Length.ShouldBe(6, exception.Name);
            ((Exception)Activator.CreateInstance(exception, "words")!).Message.ShouldBe("words");
        }
    }

    [Fact]
    public void Constants_are_the_models_and_take_any_other_value()
    {
        foreach ((string name, string[] values) in ServiceModel.Enums)
        {
            Type type = Assembly.GetType("Amazon.CloudControlApi." + name, throwOnError: true)!;
            type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(f => (f.Name, ((ConstantClass)f.GetValue(null)!).Value))
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .ShouldBe(values.Select(v => (v, v)));
        }

        Operation known = "CREATE";
        known.ShouldBeSameAs(Operation.CREATE);
        OperationStatus.FindValue("PAUSED").Value.ShouldBe("PAUSED");
        ((string)HandlerErrorCode.NotFound).ShouldBe("NotFound");
    }

    [Fact]
    public void Config_says_what_the_service_is()
    {
        AmazonCloudControlApiConfig config = new();

        AmazonCloudControlApiConfig.ServiceId.ShouldBe("CloudControl");
        ((IClientConfig)config).ServiceId.ShouldBe("CloudControl");
        config.AuthenticationServiceName.ShouldBe("cloudcontrolapi");
        config.RegionEndpointServiceName.ShouldBe("cloudcontrolapi");
        config.ServiceVersion.ShouldBe("2021-09-30");
        AmazonCloudControlApiDefaultConfiguration.GetAllConfigurations().Select(c => c.Name)
            .ShouldBe(Enum.GetValues<DefaultConfigurationMode>(), ignoreOrder: true);
    }

    [Fact]
    public async Task The_interface_can_be_substituted_in_tests()
    {
        IAmazonCloudControlApi client = Substitute.For<IAmazonCloudControlApi>();
        client.GetResourceAsync(Arg.Any<GetResourceRequest>(), Arg.Any<CancellationToken>())
            .Returns(new GetResourceResponse { TypeName = "AWS::Connect::User" });

        (await client.GetResourceAsync(new GetResourceRequest())).TypeName.ShouldBe("AWS::Connect::User");
    }

    private static string Signature(MethodInfo method)
    {
        IEnumerable<string> parameters = method.GetParameters().Select(p => p.ParameterType.Name + (p.IsOptional ? "?" : ""));
        return $"{method.Name}({string.Join(", ", parameters)}) {method.ReturnType.GetGenericArguments()[0].Name}";
    }

    private static string Describe(PropertyInfo property)
    {
        List<string> words = new()
        {
            $"{property.DeclaringType!.Name}.{property.Name}",
            TypeName(property.PropertyType),
        };
        if (property.GetCustomAttribute<AWSPropertyAttribute>() is { } attribute)
        {
            words.AddRange(attribute.Required ? ["required"] : []);
            words.AddRange(attribute.Sensitive ? ["sensitive"] : []);
            words.AddRange(attribute.IsMaxSet
                ? [string.Create(CultureInfo.InvariantCulture, $"{attribute.Min}..{attribute.Max}")]
                : []);
        }

        return string.Join(' ', words);
    }

    private static string TypeName(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? value.Name + "?"
        : type.IsGenericType ? $"List<{type.GetGenericArguments()[0].Name}>"
        : type.Name;

    private static object Sample(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(int?) ? 7
        : type == typeof(DateTime?) ? DateTime.UnixEpoch
        : type.IsSubclassOf(typeof(ConstantClass)) ? Activator.CreateInstance(type, "VALUE")!
        : Activator.CreateInstance(type)!;
}
