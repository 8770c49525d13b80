namespace AwsccConnect.Core.Stacks.Parsing.CloudFormation;

/// <summary>A user of a CloudFormation template.</summary>
/// <param name="LogicalId">The key of the resource.</param>
/// <param name="Location">Where the key is.</param>
/// <param name="Properties">The properties with values of their own; those with functions are left out.</param>
/// <param name="IsProtected">Whether the resource is kept when it leaves the stack (<c>DeletionPolicy: Retain</c>).</param>
/// <param name="Problems">The functions of the user, and what else cannot be read.</param>
internal sealed record TemplateUser(
    string LogicalId, FileLocation Location, IReadOnlyList<DocumentEntry> Properties, bool IsProtected, IReadOnlyList<CellProblem> Problems);
