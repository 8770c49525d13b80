namespace AwsccConnect.Core.Stacks.Parsing.CloudFormation;

/// <summary>
/// A user of a CloudFormation template: the properties with values of their own; those with functions are among the problems. It is protected
/// where the resource is kept when it leaves the stack (<c>DeletionPolicy: Retain</c>).
/// </summary>
internal sealed record TemplateUser(
    string LogicalId, FileLocation Location, IReadOnlyList<DocumentEntry> Properties, bool IsProtected, IReadOnlyList<ConnectOperationException> Problems);
