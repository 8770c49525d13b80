using System.Text.RegularExpressions;
using AwsccConnect.Core.Users;

namespace AwsccConnect.Core.Operations.Http;

/// <summary>The service's own texts and the ARNs in them, as messages for the user have them: short, and nothing twice.</summary>
internal static partial class ServiceText
{
    /// <summary>
    /// The text with the ARNs of Amazon Connect shortened to their end, such as <c>agent/ID</c>: Region, account and instance are the same
    /// for all users of a command.
    /// </summary>
    public static string Shorten(string text) =>
        text.Contains("arn:aws", StringComparison.Ordinal) ? Arns().Replace(text, static arn => arn.Groups["end"].Success ? arn.Groups["end"].Value : arn.Groups["instance"].Value) : text;

    /// <summary>The subject and the service's text of a failed call, as one sentence without its full stop.</summary>
    public static string Sentence(string errorId, string label, string action, string message)
    {
        var text = Shorten(message).TrimEnd('.');
        if (errorId != ErrorIds.NotFound)
        {
            return $"{action} failed for '{Shorten(label)}': {text}";
        }

        var own = NotFound().Match(message);
        if (!own.Success)
        {
            return $"'{Shorten(label)}' was not found: {text}";
        }

        // What does not exist is the label's user or resource itself, or what it was to be created in.
        var (type, identifier) = (own.Groups["type"].Value, own.Groups["identifier"].Value);
        return identifier == label || (type == ResourceTypes.User && action != "CreateResource")
            ? $"'{Shorten(label)}' was not found{In(identifier)}"
            : $"{action} failed for '{Shorten(label)}': {type} '{Shorten(identifier)}' was not found{In(identifier)}";
    }

    /// <summary>The instance and Region of an ARN, for those who have several.</summary>
    private static string In(string identifier) => !ConnectArn.TryParse(identifier, out var arn) ? string.Empty
        : arn.ResourceKind == ConnectResourceKind.Instance ? $" in {arn.Region}"
        : $" in instance/{arn.InstanceId} in {arn.Region}";

    [GeneratedRegex(@"arn:aws[a-z-]*:connect:[a-z0-9-]*:[0-9]{12}:(?<instance>instance/[A-Za-z0-9-]+)(/(?<end>[a-z-]+/[A-Za-z0-9-]+))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Arns();

    [GeneratedRegex(@"^Resource of type '(?<type>[^']*)' with identifier '(?<identifier>[^']*)' was not found\.?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NotFound();
}
