using Amazon.Connect;
using Amazon.Connect.Model;
using AwsccConnect.Tests.Servers;

namespace AwsccConnect.Tests.Connect;

/// <summary>The operations of Connect by name, and clients that send each call once to a <see cref="StubServer"/>.</summary>
internal static class ConnectCalls
{
    public const string Instance = "11111111-2222-4333-8444-555555555555";

    public static AmazonConnectClient ClientOf(StubServer server) => new("AKIDEXAMPLE", "secret", new AmazonConnectConfig
    {
        ServiceURL = server.Url,
        AuthenticationRegion = "eu-west-2",
        MaxErrorRetry = 0,
    });

    /// <summary>Sends a request of the operation with its required members.</summary>
    public static Task Send(IAmazonConnect client, string operation) => operation switch
    {
        "ListInstances" => client.ListInstancesAsync(new ListInstancesRequest()),
        "ListRoutingProfiles" => client.ListRoutingProfilesAsync(new ListRoutingProfilesRequest { InstanceId = Instance }),
        "ListSecurityProfiles" => client.ListSecurityProfilesAsync(new ListSecurityProfilesRequest { InstanceId = Instance }),
        "ListUserHierarchyGroups" => client.ListUserHierarchyGroupsAsync(new ListUserHierarchyGroupsRequest { InstanceId = Instance }),
        "ListUsers" => client.ListUsersAsync(new ListUsersRequest { InstanceId = Instance }),
        "SearchUsers" => client.SearchUsersAsync(new SearchUsersRequest { InstanceId = Instance }),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "No such operation."),
    };
}
