namespace AwsccConnect;

/// <summary>
/// An Amazon Connect instance
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-connect-instance.html"/>).
/// </summary>
public sealed class ConnectInstance
{
    /// <summary>ARN, for example <c>arn:aws:connect:eu-west-2:111122223333:instance/...</c>.</summary>
    public string? Arn { get; init; }

    /// <summary>The last part of the ARN.</summary>
    public string? Id { get; init; }

    /// <summary>Alias, 1-45 characters; instances with a directory of their own may have none.</summary>
    public string? Alias { get; init; }

    /// <summary>SAML, CONNECT_MANAGED or EXISTING_DIRECTORY; only CONNECT_MANAGED takes passwords.</summary>
    public string? IdentityManagementType { get; init; }

    /// <summary>CREATION_IN_PROGRESS, CREATION_FAILED or ACTIVE.</summary>
    public string? Status { get; init; }

    /// <summary>When the instance was created, as AWS writes it.</summary>
    public string? CreatedTime { get; init; }

    /// <summary>ARN of the service-linked role.</summary>
    public string? ServiceRole { get; init; }

    /// <summary>Whether contacts may call in.</summary>
    public bool? InboundCalls { get; init; }

    /// <summary>Whether agents may call out.</summary>
    public bool? OutboundCalls { get; init; }

    /// <summary>AWS Region.</summary>
    public string? Region { get; init; }

    /// <summary>The ARN under the name that user commands take it by from a splat.</summary>
    public string? InstanceArn => Arn;

    /// <inheritdoc/>
    public override string ToString() => Arn ?? string.Empty;
}
