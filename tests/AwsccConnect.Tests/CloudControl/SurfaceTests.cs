using System.Reflection;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using Amazon.Connect;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>That the clients have the public shape of AWSSDK.CloudControlApi and AWSSDK.Connect, so that either can be used.</summary>
public sealed class SurfaceTests
{
    private const string CloudControl = "CloudControlApi";
    private const string Connect = "Connect";

    private static readonly Dictionary<string, string> CSharpNames = new()
    {
        ["String"] = "string", ["Int32"] = "int", ["Int64"] = "long", ["Boolean"] = "bool",
    };

    [Theory]
    [InlineData(CloudControl)]
    [InlineData(Connect)]
    public void Requests_responses_and_shapes_have_the_models_members(string service)
    {
        var shapes = AssemblyOf(service).GetExportedTypes()
            .Where(t => t.Namespace == $"Amazon.{service}.Model" && t is { IsClass: true, IsAbstract: false })
            .Where(t => !typeof(Exception).IsAssignableFrom(t))
            .Where(t => !t.Name.EndsWith("PaginatorFactory", StringComparison.Ordinal));

        shapes.SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(Describe)
            .Order(StringComparer.Ordinal)
            .ShouldBe(ServiceModels.Named(service).AllMembers());
    }

    [Theory]
    [InlineData(CloudControl)]
    [InlineData(Connect)]
    public void All_members_are_unset_in_a_new_object_and_keep_what_they_are_given(string service)
    {
        foreach (var member in ServiceModels.Named(service).AllMembers())
        {
            var name = member.Split(' ')[0].Split('.');
            var type = AssemblyOf(service).GetType($"Amazon.{service}.Model.{name[0]}", throwOnError: true)!;
            var property = type.GetProperty(name[1])!;
            var instance = Activator.CreateInstance(type)!;

            property.GetValue(instance).ShouldBeNull(member);
            var value = Sample(property.PropertyType);
            property.SetValue(instance, value);
            property.GetValue(instance).ShouldBe(value, member);
        }
    }

    [Theory]
    [InlineData(CloudControl)]
    [InlineData(Connect)]
    public void The_interface_and_the_client_have_the_models_operations(string service)
    {
        var contract = TypeOf(service, $"IAmazon{service}");
        foreach (var type in new[] { contract, TypeOf(service, $"Amazon{service}Client") })
        {
            type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal))
                .Select(Signature)
                .Order(StringComparer.Ordinal)
                .ShouldBe(ServiceModels.Named(service).Operations.Keys
                    .Select(o => $"{o}Async({o}Request, CancellationToken?) {o}Response")
                    .Order(StringComparer.Ordinal));
        }

        contract.GetInterfaces().ShouldBe([typeof(IAmazonService), typeof(IDisposable)], ignoreOrder: true);
    }

    [Fact]
    public void Cloud_Control_has_paginators() =>
        typeof(IAmazonCloudControlApi).GetProperty("Paginators")!.PropertyType
            .ShouldBe(typeof(ICloudControlApiPaginatorFactory));

    [Theory]
    [InlineData(CloudControl)]
    [InlineData(Connect)]
    public void The_client_has_the_SDKs_constructors(string service)
    {
        var config = $"Amazon{service}Config";
        TypeOf(service, $"Amazon{service}Client").GetConstructors()
            .Select(c => string.Join(", ", c.GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}")))
            .ShouldBe(
                [
                    "",
                    "RegionEndpoint region",
                    $"{config} config",
                    "AWSCredentials credentials",
                    "AWSCredentials credentials, RegionEndpoint region",
                    $"AWSCredentials credentials, {config} clientConfig",
                    "String awsAccessKeyId, String awsSecretAccessKey",
                    "String awsAccessKeyId, String awsSecretAccessKey, RegionEndpoint region",
                    $"String awsAccessKeyId, String awsSecretAccessKey, {config} clientConfig",
                    "String awsAccessKeyId, String awsSecretAccessKey, String awsSessionToken",
                    "String awsAccessKeyId, String awsSecretAccessKey, String awsSessionToken, RegionEndpoint region",
                    $"String awsAccessKeyId, String awsSecretAccessKey, String awsSessionToken, {config} clientConfig",
                ],
                ignoreOrder: true);
    }

    [Theory]
    [InlineData(CloudControl)]
    [InlineData(Connect)]
    public void Exceptions_are_the_models(string service)
    {
        var parent = TypeOf(service, $"Amazon{service}Exception");
        List<Type> exceptions = [.. AssemblyOf(service).GetExportedTypes().Where(t => t.IsSubclassOf(parent))];

        exceptions.Select(t => t.FullName).Order(StringComparer.Ordinal)
            .ShouldBe(ServiceModels.Named(service).Errors.Keys.Order(StringComparer.Ordinal).Select(e => $"Amazon.{service}.Model.{e}Exception"));
        foreach (var exception in exceptions)
        {
            exception.GetConstructors().Length.ShouldBe(6, exception.Name);
            ((Exception)Activator.CreateInstance(exception, "words")!).Message.ShouldBe("words");
        }
    }

    [Theory]
    [InlineData(CloudControl)]
    [InlineData(Connect)]
    public void Constants_are_the_models(string service)
    {
        foreach ((var name, var constants) in ServiceModels.Named(service).Enums)
        {
            TypeOf(service, name).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(f => (f.Name, ((ConstantClass)f.GetValue(null)!).Value))
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .ShouldBe(constants.Values.Keys.Order(StringComparer.Ordinal).Select(v => (v, v)));
        }
    }

    [Fact]
    public void Constants_take_any_other_value()
    {
        Operation known = "CREATE";
        known.ShouldBeSameAs(Operation.CREATE);
        OperationStatus.FindValue("PAUSED").Value.ShouldBe("PAUSED");
        ((string)HandlerErrorCode.NotFound).ShouldBe("NotFound");
    }

    [Theory]
    [InlineData(CloudControl)]
    [InlineData(Connect)]
    public void Config_says_what_the_service_is(string service)
    {
        var model = ServiceModels.Named(service);
        var type = TypeOf(service, $"Amazon{service}Config");
        var config = (ClientConfig)Activator.CreateInstance(type)!;

        type.GetProperty("ServiceId", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)!
            .GetValue(null).ShouldBe(model.Id);
        ((IClientConfig)config).ServiceId.ShouldBe(model.Id);
        config.AuthenticationServiceName.ShouldBe(model.EndpointPrefix);
        config.RegionEndpointServiceName.ShouldBe(model.EndpointPrefix);
        config.ServiceVersion.ShouldBe(model.ApiVersion);
        var defaults = (IEnumerable<IDefaultConfiguration>)TypeOf(
            service, $"Amazon{service}DefaultConfiguration").GetMethod("GetAllConfigurations")!.Invoke(null, null)!;
        defaults.Select(c => c.Name).ShouldBe(Enum.GetValues<DefaultConfigurationMode>(), ignoreOrder: true);
    }

    [Fact]
    public async Task The_interface_can_be_substituted_in_tests()
    {
        var client = Substitute.For<IAmazonCloudControlApi>();
        client.GetResourceAsync(Arg.Any<GetResourceRequest>(), Arg.Any<CancellationToken>())
            .Returns(new GetResourceResponse { TypeName = "AWS::Connect::User" });

        (await client.GetResourceAsync(new GetResourceRequest())).TypeName.ShouldBe("AWS::Connect::User");
    }

    private static Assembly AssemblyOf(string service)
    {
        if (service == Connect)
        {
            // The package has all of the service; here is what the module uses.
            StandIn.Required();
            return typeof(AmazonConnectClient).Assembly;
        }

        return typeof(AmazonCloudControlApiClient).Assembly;
    }

    private static Type TypeOf(string service, string name) =>
        AssemblyOf(service).GetType($"Amazon.{service}.{name}", throwOnError: true)!;

    private static string Signature(MethodInfo method)
    {
        var parameters = method.GetParameters().Select(p => p.ParameterType.Name + (p.IsOptional ? "?" : ""));
        return $"{method.Name}({string.Join(", ", parameters)}) {method.ReturnType.GetGenericArguments()[0].Name}";
    }

    private static string Describe(PropertyInfo property)
    {
        List<string> words = [$"{property.DeclaringType!.Name}.{property.Name}", TypeName(property.PropertyType)];
        if (property.GetCustomAttribute<AWSPropertyAttribute>() is { } attribute)
        {
            words.AddRange(attribute.Required ? ["required"] : []);
            words.AddRange(attribute.Sensitive ? ["sensitive"] : []);
            var range = string.Join(", ", [
                .. attribute.IsMinSet ? [$"Min = {attribute.Min}"] : (string[])[],
                .. attribute.IsMaxSet ? [$"Max = {attribute.Max}"] : (string[])[]]);
            words.AddRange(range.Length > 0 ? [range] : []);
        }

        return string.Join(' ', words);
    }

    private static string TypeName(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? TypeName(value) + "?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>"
        : CSharpNames.GetValueOrDefault(type.Name, type.Name);

    private static object Sample(Type type) =>
        type == typeof(string) ? "text"
        : type == typeof(int?) ? 7
        : type == typeof(long?) ? 7L
        : type == typeof(bool?) ? true
        : type == typeof(DateTime?) ? DateTime.UnixEpoch
        : type.IsSubclassOf(typeof(ConstantClass)) ? Activator.CreateInstance(type, "VALUE")!
        : Activator.CreateInstance(type)!;
}
