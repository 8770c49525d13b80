namespace AwsccConnect;

/// <summary>
/// A routing profile: which queues and channels an agent serves
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-connect-routingprofile.html"/>).
/// </summary>
public sealed class ConnectRoutingProfile
{
    /// <summary>Name, 1-127 characters.</summary>
    public string? Name { get; init; }

    /// <summary>ARN, <c>.../instance/ID/routing-profile/ID</c>.</summary>
    public string? Arn { get; init; }

    /// <summary>The last part of the ARN.</summary>
    public string? Id { get; init; }

    /// <summary>Description, up to 250 characters.</summary>
    public string? Description { get; init; }

    /// <summary>ARN of the queue for outbound calls.</summary>
    public string? DefaultOutboundQueueArn { get; init; }

    /// <summary>ARN of the instance.</summary>
    public string? InstanceArn { get; init; }

    /// <summary>AWS Region.</summary>
    public string? Region { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Arn ?? string.Empty;
}
