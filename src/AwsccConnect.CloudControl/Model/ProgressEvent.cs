using Amazon.Runtime.Internal;

namespace Amazon.CloudControlApi.Model;

/// <summary>The state of a resource request.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/API_ProgressEvent.html">
/// ProgressEvent</see> in the AWS Cloud Control API Reference.
/// </remarks>
public partial class ProgressEvent
{
    /// <summary>
    /// Why the request failed, where <see cref="OperationStatus"/> is <c>FAILED</c>; see <see
    /// cref="HandlerErrorCode"/>.
    /// </summary>
    public HandlerErrorCode ErrorCode { get; set; }

    /// <summary>When this state was reached, in UTC.</summary>
    public DateTime? EventTime { get; set; }

    /// <summary>
    /// The token that stands for the request's invocations of CloudFormation Hooks: 1 to 128 characters.
    /// </summary>
    [AWSProperty(Min = 1, Max = 128)]
    public string HooksRequestToken { get; set; }

    /// <summary>
    /// The resource's primary identifier: 1 to 1,024 characters. For a creation it may come only once the
    /// handler knows it.
    /// </summary>
    [AWSProperty(Min = 1, Max = 1024)]
    public string Identifier { get; set; }

    /// <summary>What was asked for.</summary>
    public Operation Operation { get; set; }

    /// <summary>How far the request is.</summary>
    public OperationStatus OperationStatus { get; set; }

    /// <summary>
    /// The token of this request, for <c>GetResourceRequestStatus</c> and <c>CancelResourceRequest</c>: 1 to
    /// 128 characters.
    /// </summary>
    [AWSProperty(Min = 1, Max = 128)]
    public string RequestToken { get; set; }

    /// <summary>
    /// The resource's properties as a JSON object, as the handler echoes them: 1 to 262,144 characters. Marked
    /// as sensitive.
    /// </summary>
    [AWSProperty(Sensitive = true, Min = 1, Max = 262144)]
    public string ResourceModel { get; set; }

    /// <summary>Before this time, in UTC, asking for the status again brings nothing new.</summary>
    public DateTime? RetryAfter { get; set; }

    /// <summary>What the handler said, up to 2,048 characters; the reason of a failure.</summary>
    [AWSProperty(Min = 0, Max = 2048)]
    public string StatusMessage { get; set; }

    /// <summary>
    /// The resource type, as <c>Organization::Service::Resource</c>, for example <c>AWS::Connect::User</c>: 10
    /// to 196 characters.
    /// </summary>
    [AWSProperty(Min = 10, Max = 196)]
    public string TypeName { get; set; }
}
