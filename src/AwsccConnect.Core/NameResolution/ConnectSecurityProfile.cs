namespace AwsccConnect;

/// <summary>
/// A security profile: what a user may do in Amazon Connect
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-connect-securityprofile.html"/>).
/// </summary>
public sealed class ConnectSecurityProfile
{
    /// <summary>Name, 1-127 characters.</summary>
    public string? Name { get; init; }

    /// <summary>ARN, <c>.../instance/ID/security-profile/ID</c>.</summary>
    public string? Arn { get; init; }

    /// <summary>The last part of the ARN.</summary>
    public string? Id { get; init; }

    /// <summary>Description, up to 250 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Permissions that the profile grants.</summary>
    public string[] Permissions { get; init; } = [];

    /// <summary>ARN of the instance.</summary>
    public string? InstanceArn { get; init; }

    /// <summary>AWS Region.</summary>
    public string? Region { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Arn ?? string.Empty;
}
