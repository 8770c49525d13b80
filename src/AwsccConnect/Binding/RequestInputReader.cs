using System.Globalization;
using System.Text.RegularExpressions;

namespace AwsccConnect.Binding;

/// <summary>
/// Understands what comes down the pipeline of a command on requests: requests, copies of them, request tokens, and rows
/// with the column RequestToken.
/// </summary>
internal static partial class RequestInputReader
{
    /// <summary>Understands an input. Throws where it does not name a request, or names it wrongly.</summary>
    public static RequestInput Read(PSObject input)
    {
        var read = input.BaseObject switch
        {
            ConnectUserRequest request => string.IsNullOrEmpty(request.RequestToken) ? throw Missing(request.User) : new RequestInput(request, request),
            string token => FromToken(token),
            _ => FromRow(input),
        };
        return UserOutput.CredentialOf(input) is { } own ? read with { Generated = own } : read;
    }

    /// <summary>Understands a request token. Throws where the text cannot be one.</summary>
    public static RequestInput FromToken(string token) => new(token, new ConnectUserRequest { RequestToken = Checked(token) });

    /// <summary>What errors of an input have as their target.</summary>
    public static object TargetOf(PSObject input) =>
        input.BaseObject is ConnectUserRequest ? input.BaseObject : UserInputReader.Copy(input);

    /// <summary>The Region of a request, held against the one the user gave. Throws where they differ.</summary>
    public static string? RegionOf(RequestInput input, string? region) =>
        input.Known.Region is not { } own || region is null || string.Equals(own, region.Trim(), StringComparison.OrdinalIgnoreCase)
            ? input.Known.Region ?? region
            : throw new ConnectOperationException(
                ErrorIds.RegionMismatch,
                $"The request {input.Token} is in {own}, but the Region given is {region}.",
                "Leave -Region out: the request has its own.");

    private static RequestInput FromRow(PSObject input)
    {
        UserInputReader.RequireRow(input);
        var cells = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in PSValue.Cells(input))
        {
            cells.TryAdd(name.Replace("_", string.Empty, StringComparison.Ordinal), value);
        }

        return Text(cells, nameof(ConnectUserRequest.RequestToken)) is not { } token
            ? throw Missing(Text(cells, nameof(ConnectUserRequest.User)) ?? Text(cells, "Username"))
            : new RequestInput(TargetOf(input), new ConnectUserRequest
            {
                RequestToken = Checked(token),
                Operation = Text(cells, nameof(ConnectUserRequest.Operation))?.ToUpperInvariant() is "CREATE" or "UPDATE" or "DELETE"
                    ? Text(cells, nameof(ConnectUserRequest.Operation))!.ToUpperInvariant()
                    : null,
                // A row may be old: the status is read again. That it was being cancelled shows what end is expected.
                OperationStatus = Text(cells, nameof(ConnectUserRequest.OperationStatus))?.StartsWith("CANCEL_", StringComparison.OrdinalIgnoreCase) == true
                    ? "CANCEL_IN_PROGRESS"
                    : null,
                Identifier = Text(cells, nameof(ConnectUserRequest.Identifier)),
                User = Text(cells, nameof(ConnectUserRequest.User)) ?? Text(cells, "Username"),
                TypeName = Text(cells, nameof(ConnectUserRequest.TypeName)),
                Region = Text(cells, nameof(ConnectUserRequest.Region)),
            });
    }

    private static string? Text(Dictionary<string, object?> cells, string column) =>
        Convert.ToString(cells.GetValueOrDefault(column), CultureInfo.InvariantCulture)?.Trim() is { Length: > 0 } text ? text : null;

    private static string Checked(string token)
    {
        var trimmed = token.Trim();
        if (trimmed.Length == 0)
        {
            throw Missing(null);
        }

        return TokenPattern().IsMatch(trimmed)
            ? trimmed
            : throw new ConnectOperationException(
                ErrorIds.InvalidValue,
                $"'{(trimmed.Length > 128 ? trimmed[..128] + "..." : trimmed)}' is not a request token: it has 1-128 letters, digits and - + / =.",
                "Give the RequestToken of a request, as -NoWait and Get-ConnectUserRequest write it.");
    }

    private static ConnectOperationException Missing(string? user) => new(
        ErrorIds.MissingIdentity,
        $"The input{(user is null ? string.Empty : $" for '{user}'")} does not name a request: it has no RequestToken.",
        "Pipe requests as -NoWait and Get-ConnectUserRequest write them, or rows with the column RequestToken.");

    [GeneratedRegex("^[-A-Za-z0-9+/=]{1,128}\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenPattern();
}
