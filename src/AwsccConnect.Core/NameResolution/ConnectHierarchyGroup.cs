namespace AwsccConnect;

/// <summary>
/// A group of an instance's agent hierarchy
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-connect-userhierarchygroup.html"/>).
/// </summary>
public sealed class ConnectHierarchyGroup
{
    /// <summary>Name, 1-100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Names from the top of the hierarchy, joined with <c>/</c>; null where the parents were not read.</summary>
    public string? Path { get; internal set; }

    /// <summary>ARN, <c>.../instance/ID/agent-group/ID</c>.</summary>
    public string? Arn { get; init; }

    /// <summary>The last part of the ARN.</summary>
    public string? Id { get; init; }

    /// <summary>ARN of the group above; null at the top.</summary>
    public string? ParentGroupArn { get; init; }

    /// <summary>ARN of the instance.</summary>
    public string? InstanceArn { get; init; }

    /// <summary>AWS Region.</summary>
    public string? Region { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Arn ?? string.Empty;
}
