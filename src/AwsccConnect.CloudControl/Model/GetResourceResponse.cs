using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudControlApi.Model;

/// <summary>What Cloud Control answers to <see cref="GetResourceRequest"/>: the resource.</summary>
public partial class GetResourceResponse : AmazonWebServiceResponse
{
    /// <summary>The resource: its identifier and its properties.</summary>
    public ResourceDescription ResourceDescription { get; set; }

    /// <summary>
    /// The resource type, as <c>Organization::Service::Resource</c>, for example <c>AWS::Connect::User</c>: 10
    /// to 196 characters.
    /// </summary>
    [AWSProperty(Min = 10, Max = 196)]
    public string TypeName { get; set; }
}
