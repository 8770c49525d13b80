using Amazon.Runtime.Internal;

namespace Amazon.CloudControlApi.Model;

/// <summary>The state of one CloudFormation Hook that was invoked for a resource request.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/API_HookProgressEvent.html">
/// HookProgressEvent</see> in the AWS Cloud Control API Reference.
/// </remarks>
public partial class HookProgressEvent
{
    /// <summary>
    /// What the Hook's failure means: <c>FAIL</c> stops the request, <c>WARN</c> lets it go on.
    /// </summary>
    [AWSProperty(Min = 1, Max = 128)]
    public string FailureMode { get; set; }

    /// <summary>When this state was reached, in UTC.</summary>
    public DateTime? HookEventTime { get; set; }

    /// <summary>
    /// How far the Hook is: for example <c>HOOK_IN_PROGRESS</c>, <c>HOOK_COMPLETE_SUCCEEDED</c>,
    /// <c>HOOK_COMPLETE_FAILED</c>, <c>HOOK_FAILED</c>.
    /// </summary>
    [AWSProperty(Min = 1, Max = 128)]
    public string HookStatus { get; set; }

    /// <summary>What the Hook said, up to 2,048 characters.</summary>
    [AWSProperty(Min = 0, Max = 2048)]
    public string HookStatusMessage { get; set; }

    /// <summary>The ARN of the Hook's type: 1 to 2,048 characters.</summary>
    [AWSProperty(Min = 1, Max = 2048)]
    public string HookTypeArn { get; set; }

    /// <summary>The name of the Hook's type: 10 to 196 characters.</summary>
    [AWSProperty(Min = 10, Max = 196)]
    public string HookTypeName { get; set; }

    /// <summary>The version of the Hook's type: 1 to 128 characters.</summary>
    [AWSProperty(Min = 1, Max = 128)]
    public string HookTypeVersionId { get; set; }

    /// <summary>When the Hook is invoked: <c>PRE_PROVISION</c>, before the handler.</summary>
    [AWSProperty(Min = 1, Max = 128)]
    public string InvocationPoint { get; set; }
}
