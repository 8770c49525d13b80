using Amazon.Runtime.Internal;

namespace Amazon.CloudControlApi.Model;

/// <summary>A resource: its identifier and its properties.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/cloudcontrolapi/latest/APIReference/API_ResourceDescription.html">
/// ResourceDescription</see> in the AWS Cloud Control API Reference.
/// </remarks>
public partial class ResourceDescription
{
    /// <summary>The resource's primary identifier: 1 to 1,024 characters.</summary>
    [AWSProperty(Min = 1, Max = 1024)]
    public string Identifier { get; set; }

    /// <summary>
    /// The resource's properties as a JSON object: 1 to 262,144 characters. Marked as sensitive.
    /// </summary>
    [AWSProperty(Sensitive = true, Min = 1, Max = 262144)]
    public string Properties { get; set; }
}
