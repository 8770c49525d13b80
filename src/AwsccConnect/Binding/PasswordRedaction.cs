using System.Security;

namespace AwsccConnect.Binding;

/// <summary>Redacts a password in errors when a response repeats the request, as gateways and debugging proxies do.</summary>
internal static class PasswordRedaction
{
    /// <summary>What shows a quoted request, however often it is escaped.</summary>
    private static readonly string[] Quotes = ["\"DesiredState\"", "\\\"Password\\\"", "\"Password\":", "&quot;Password"];

    /// <summary>Whether a failure, or a cause of it, repeats the password or the request that held it.</summary>
    public static bool IsIn(Exception exception, SecureString password)
    {
        var all = exception.ToString();
        return SecureText.Use(password, text => all.AsSpan().IndexOf(text) >= 0) || Quotes.Any(quote => all.Contains(quote, StringComparison.Ordinal));
    }

    /// <summary>The failure without what it repeats.</summary>
    public static ConnectOperationException Without(ConnectOperationException exception) => new(
        exception.ErrorId, "The request failed. The response repeats the request, which contains the password, and is not shown.", exception.Remedy)
    {
        EndsCommand = exception.EndsCommand,
        RequestToken = exception.RequestToken,
    };
}
