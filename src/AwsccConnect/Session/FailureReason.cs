using System.Text.RegularExpressions;

namespace AwsccConnect.Session;

/// <summary>Explains in one sentence why credentials give no keys: the message of AWS where AWS has refused, else that of the cause.</summary>
internal static partial class FailureReason
{
    /// <summary>Name of the SDK's base class of refusals; credentials objects may come from another copy of the SDK.</summary>
    private const string Refusal = "AmazonServiceException";

    /// <summary>The reason.</summary>
    public static string Of(Exception exception)
    {
        var chain = Chain(exception).ToList();

        // The exception below a refusal has no further information.
        var cause = chain.FindLast(item => IsRefusal(item) && !string.IsNullOrWhiteSpace(item.Message)) ?? chain[^1];
        return Key().Replace(cause.Message.Trim().Split('\r', '\n')[0], "***").TrimEnd('.', ' ');
    }

    /// <summary>The exception to keep as the cause.</summary>
    public static Exception? CauseOf(Exception exception) =>
        Chain(exception).Any(link => Key().IsMatch(link.Message) || link.Message.Trim().Contains('\n', StringComparison.Ordinal)) ? null : exception;

    /// <summary>An exception and its causes.</summary>
    public static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var link = exception; link is not null; link = link.InnerException)
        {
            yield return link;
        }
    }

    private static bool IsRefusal(Exception exception)
    {
        for (var type = exception.GetType(); type is not null; type = type.BaseType)
        {
            if (type.Name == Refusal)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Ids of access keys, and runs as long as a secret key (40) of the characters that secret keys and session tokens have.</summary>
    [GeneratedRegex(@"\b(AKIA|ASIA)[A-Z0-9]{12,}\b|(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{40,}=*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}
