using Amazon.Runtime.Internal;

namespace Amazon.CloudControlApi.Model;

/// <summary>Lists the resources of a type, whether Cloud Control made them or not.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/API_ListResources.html">
/// ListResources</see> in the AWS Cloud Control API Reference.
/// </remarks>
public partial class ListResourcesRequest : AmazonCloudControlApiRequest
{
    /// <summary>
    /// The most resources to return in one page, 1 to 100. AWS documents it as reserved and may not heed it.
    /// </summary>
    [AWSProperty(Min = 1, Max = 100)]
    public int? MaxResults { get; set; }

    /// <summary>
    /// The place to go on from, out of the response before: 1 to 4,096 characters. The first page when not set.
    /// </summary>
    [AWSProperty(Min = 1, Max = 4096)]
    public string NextToken { get; set; }

    /// <summary>
    /// The properties that select what is listed, as a JSON object: 1 to 262,144 characters. Types that are
    /// listed within a parent need it, for example <c>{"InstanceArn": "arn:..."}</c>.
    /// </summary>
    [AWSProperty(Sensitive = true, Min = 1, Max = 262144)]
    public string ResourceModel { get; set; }

    /// <summary>
    /// The IAM role that the resource type's handler works with: an ARN of 20 to 2,048 characters. A session
    /// made from the caller's own credentials when not set.
    /// </summary>
    [AWSProperty(Min = 20, Max = 2048)]
    public string RoleArn { get; set; }

    /// <summary>
    /// The resource type, as <c>Organization::Service::Resource</c>, for example <c>AWS::Connect::User</c>: 10
    /// to 196 characters.
    /// </summary>
    [AWSProperty(Required = true, Min = 10, Max = 196)]
    public string TypeName { get; set; }

    /// <summary>
    /// The version of a private resource type: 1 to 128 letters, digits and hyphens. The type's default version
    /// when not set.
    /// </summary>
    [AWSProperty(Min = 1, Max = 128)]
    public string TypeVersionId { get; set; }
}
