using System.Globalization;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Stacks.Parsing.CloudFormation;

/// <summary>
/// Finds what only CloudFormation can evaluate: intrinsic functions
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html) in their long and short
/// forms, and dynamic references.
/// </summary>
internal static class TemplateFunctions
{
    private const string DynamicReference = "{{resolve:";

    /// <summary>Adds each function of a property's value.</summary>
    internal static void Find(DocumentNode node, string logicalId, string path, List<ConnectOperationException> problems)
    {
        var function = node switch
        {
            DocumentTagged tagged => tagged.Tag,
            DocumentMap map => map.Entries.FirstOrDefault(entry => IsFunction(entry.Key, map.Entries.Count))?.Key,
            DocumentScalar scalar when scalar.Text.Contains(DynamicReference, StringComparison.Ordinal) => "a dynamic reference",
            _ => null,
        };
        if (function is not null)
        {
            problems.Add(StackErrors.At(
                node.Location,
                $"The property {path} of the resource '{StackErrors.Shorten(logicalId)}' is {(node is DocumentScalar ? function : $"the function {StackErrors.Shorten(function)}")}, which only CloudFormation evaluates.",
                RemedyFor(path),
                ErrorIds.InvalidValue));
            return;
        }

        foreach (var (name, value) in Children(node))
        {
            Find(value, logicalId, path + name, problems);
        }
    }

    /// <summary>Whether a key is a function's; Ref and Condition are so only where they stand alone.</summary>
    internal static bool IsFunction(string key, int count) =>
        key.StartsWith("Fn::", StringComparison.Ordinal) || (count == 1 && key is "Ref" or "Condition");

    private static IEnumerable<(string Name, DocumentNode Value)> Children(DocumentNode node) => node switch
    {
        DocumentMap map => map.Entries.Select(entry => ("." + StackErrors.Shorten(entry.Key), entry.Value)),
        DocumentList list => list.Items.Select((item, index) => (string.Create(CultureInfo.InvariantCulture, $"[{index}]"), item)),
        _ => [],
    };

    private static string RemedyFor(string path)
    {
        var name = path.Split('.', '[')[0];
        if (!UserSchema.TryFind(name, out var property))
        {
            return "Write the value itself.";
        }

        return property.IsWriteOnly ? $"Remove {name}, and give the password with -Password or -GeneratePassword."
            : property.ArnKind == ConnectResourceKind.Instance ? $"Write the ARN, id or alias of the instance, or remove {name} and give -InstanceArn."
            : property.ArnKind is { } kind ? $"Write the ARN, id or name of {UserValueRules.ArticleOf(kind)}."
            : $"Write the value of {path} itself, or remove it.";
    }
}
