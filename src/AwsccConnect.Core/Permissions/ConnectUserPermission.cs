using System.Diagnostics.CodeAnalysis;

namespace AwsccConnect;

/// <summary>An IAM action that the handler of an operation on users needs.</summary>
/// <param name="Operation">Create, Read, Update, Delete or List.</param>
/// <param name="Action">IAM action, for example <c>connect:DescribeUser</c>.</param>
[SuppressMessage("Naming", "CA1711", Justification = "It is a permission of IAM; the suffix of code access security means nothing any more.")]
public sealed record ConnectUserPermission(string Operation, string Action)
{
    /// <summary>The action.</summary>
    /// <returns>The action's name.</returns>
    public override string ToString() => Action;
}
