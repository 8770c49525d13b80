using Amazon.Runtime.Internal;

namespace Amazon.CloudControlApi.Model;

/// <summary>
/// Asks for a new resource. The work is done afterwards: follow it with the token of the answer.
/// </summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/API_CreateResource.html">
/// CreateResource</see> in the AWS Cloud Control API Reference.
/// </remarks>
public partial class CreateResourceRequest : AmazonCloudControlApiRequest
{
    /// <summary>
    /// The token by which a repeated request is known for the same one: 1 to 128 characters out of <c>A-Z a-z
    /// 0-9 + / = -</c>. It counts for 36 hours. A new one is made for each call when not set; the request
    /// object itself is left as it is.
    /// </summary>
    [AWSProperty(Min = 1, Max = 128)]
    public string ClientToken { get; set; }

    /// <summary>
    /// The properties of the resource to make, as a JSON object that satisfies the type's schema: 1 to 262,144
    /// characters. It may hold secrets, so it is marked as sensitive.
    /// </summary>
    [AWSProperty(Required = true, Sensitive = true, Min = 1, Max = 262144)]
    public string DesiredState { get; set; }

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
