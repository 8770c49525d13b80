using Amazon.CloudControlApi;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>
/// These tests hold for AwsccConnect.CloudControl and for AWSSDK.CloudControlApi; the few that require more than the
/// package promises say so here.
/// </summary>
internal static class StandIn
{
    public static void Required() => Assert.SkipUnless(
        typeof(AmazonCloudControlApiClient).Assembly.GetName().Name == "AwsccConnect.CloudControl",
        "AWSSDK.CloudControlApi does not promise this.");
}
