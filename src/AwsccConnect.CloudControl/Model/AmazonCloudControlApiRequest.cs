using Amazon.Runtime;

namespace Amazon.CloudControlApi.Model;

/// <summary>What the requests of all Cloud Control operations have in common.</summary>
public partial class AmazonCloudControlApiRequest : AmazonWebServiceRequest
{
}
