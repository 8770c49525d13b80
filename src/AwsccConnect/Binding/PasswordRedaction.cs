using System.Security;
using AwsccConnect.Core.Operations;

namespace AwsccConnect.Binding;

/// <summary>Keeps a password out of errors when an answer repeats the request, as gateways and debugging proxies do.</summary>
internal static class PasswordRedaction
{
    /// <summary>What tells a quoted request, however often it is escaped.</summary>
    private static readonly string[] Quotes = ["\"DesiredState\"", "\\\"Password\\\"", "\"Password\":", "&quot;Password"];

    /// <summary>Whether a failure, or a cause of it, repeats the password or the request that held it.</summary>
    /// <param name="exception">A failure of a request that held the password.</param>
    /// <param name="password">The password.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsIn(Exception exception, SecureString password)
    {
        var all = exception.ToString();
        return SecureText.Use(password, text => all.AsSpan().IndexOf(text) >= 0) || Quotes.Any(quote => all.Contains(quote, StringComparison.Ordinal));
    }

    /// <summary>The failure without what it repeats.</summary>
    /// <param name="exception">The failure.</param>
    /// <returns>A failure of the same id and remedy.</returns>
    public static ConnectOperationException Without(ConnectOperationException exception) => new(
        exception.ErrorId, "The request failed. The answer repeats the request, which holds the password, and is not shown.", exception.Remedy)
    {
        EndsCommand = exception.EndsCommand,
        RequestToken = exception.RequestToken,
    };
}
