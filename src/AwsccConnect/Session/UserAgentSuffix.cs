using System.Reflection;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsccConnect.Session;

/// <summary>Names the module in the User-Agent header: <c>AwsccConnect/1.2.3</c>, once in each request.</summary>
/// <remarks>
/// It works on the client from outside, so it is the same for every AWS client class. The SDK composes the header
/// when it sends, from what the request object carries; that object may be sent again (pagination), hence the look
/// whether the name is there already.
/// </remarks>
internal static class UserAgentSuffix
{
    /// <summary>Gets what is added: the module's name, a slash and its version.</summary>
    public static string Component { get; } = "AwsccConnect/" + Version();

    /// <summary>Adds the module's name to all requests that the client sends from now on.</summary>
    public static void Attach(AmazonServiceClient client) => client.BeforeRequestEvent += AddComponent;

    private static void AddComponent(object sender, RequestEventArgs e)
    {
        if (e is not WebServiceRequestEventArgs { Request: IAmazonWebServiceRequest request })
        {
            return;
        }

        var details = request.UserAgentDetails;
        if (details.GetCustomUserAgentComponents()?.Contains(Component, StringComparison.Ordinal) != true)
        {
            details.AddUserAgentComponent(Component);
        }
    }

    private static string Version()
    {
        var informational = typeof(UserAgentSuffix).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        var buildMetadata = informational.IndexOf('+', StringComparison.Ordinal);
        return buildMetadata < 0 ? informational : informational[..buildMetadata];
    }
}
