using Amazon.CloudControlApi;

namespace AwsccConnect.Tests.CloudControl;

/// <summary>
/// These tests hold for AwsccConnect.CloudControl and for AWSSDK.CloudControlApi and AWSSDK.Connect; the few that require more than
/// the packages promise say so here.
/// </summary>
internal static class StandIn
{
    public static void Required() => Assert.SkipUnless(
        typeof(AmazonCloudControlApiClient).Assembly.GetName().Name == "AwsccConnect.CloudControl",
        "The packages of the AWS SDK do not promise this.");
}
