using System.Reflection;
using Amazon.CloudControlApi;
using Amazon.Connect;
using Amazon.Runtime;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>Makes clients that send each call once.</summary>
internal static class TestClient
{
    /// <summary>Id of an instance, where a request of Amazon Connect needs one.</summary>
    public const string Instance = "11111111-2222-4333-8444-555555555555";

    public static AmazonCloudControlApiConfig Config(string url) => new()
    {
        ServiceURL = url,
        AuthenticationRegion = "eu-west-2",
        MaxErrorRetry = 0,
    };

    public static AmazonCloudControlApiClient For(StubServer server) => For(server.Url);

    public static AmazonCloudControlApiClient For(string url) => new("AKIDEXAMPLE", "secret", Config(url));

    public static AmazonConnectClient ForConnect(StubServer server) => ForConnect(server.Url);

    public static AmazonConnectClient ForConnect(string url) =>
        new("AKIDEXAMPLE", "secret", new AmazonConnectConfig { ServiceURL = url, AuthenticationRegion = "eu-west-2", MaxErrorRetry = 0 });

    /// <summary>Calls an operation of either client by its name, with an empty request; with an instance where the URL needs one.</summary>
    public static Task CallAsync(IAmazonService client, string operation)
    {
        var method = client.GetType().GetMethods().Single(m => m.Name == operation + "Async");
        var request = Activator.CreateInstance(method.GetParameters()[0].ParameterType)!;
        request.GetType().GetProperty("InstanceId")?.SetValue(request, Instance);
        return (Task)method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, [request, CancellationToken.None], null)!;
    }
}
