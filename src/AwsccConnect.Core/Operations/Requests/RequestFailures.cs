using System.Globalization;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>Words what can go wrong with a request: each failure names the user, the request token and what to do next.</summary>
internal static class RequestFailures
{
    /// <summary>AWS does not know the token: requests are kept for 7 days, by account and Region.</summary>
    public static ConnectOperationException TokenNotFound(string token, string? label, IReadOnlyList<string> regions, Exception? cause = null) => new(
        ErrorIds.RequestTokenNotFound,
        $"AWS has no request {token}{About(label, token)} in {string.Join(" or ", regions)} for these credentials.",
        innerException: cause)
    {
        RequestToken = token,
    };

    public static ConnectOperationException TimedOut(ScheduledRequest request) => new(
        ErrorIds.RequestTimeout,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The {request.Progress.Operation} request for '{ServiceText.Shorten(request.Label)}' was still {request.Progress.OperationStatus} when the time-out of {request.Deadline.Timeout.TotalSeconds:0} seconds passed; AWS continues with it (request token {request.Token})."),
        $"Wait for it with Wait-ConnectUserRequest {request.Token}, or look at the user with Get-ConnectUser before sending the change again.")
    {
        RequestToken = request.Token,
    };

    public static ConnectOperationException NoProgress(string label, string token) => new(
        ErrorIds.InvalidResponse,
        $"The response of AWS for '{ServiceText.Shorten(label)}' has no progress event (request token {token}).",
        "Look at the user with Get-ConnectUser before sending the change again.")
    {
        RequestToken = token,
    };

    public static ConnectOperationException Failed(ProgressEvent progress, string label)
    {
        var failure = FailureClassifier.Classify(progress);
        return new(
            failure.ErrorId,
            $"The {progress.Operation} request for '{ServiceText.Shorten(label)}' failed: {ServiceText.Shorten(RequestModel.SafeMessage(progress, failure.Message)).TrimEnd('.')} (request token {progress.RequestToken}).",
            failure.Remedy)
        {
            RequestToken = progress.RequestToken,
        };
    }

    public static ConnectOperationException Cancelled(ProgressEvent progress, string label) => new(
        ErrorIds.RequestCancelled,
        $"The {progress.Operation} request for '{ServiceText.Shorten(label)}' was cancelled (request token {progress.RequestToken}).")
    {
        RequestToken = progress.RequestToken,
    };

    /// <summary>A cancellation whose response was lost or could not be read.</summary>
    public static ConnectOperationException MaybeCancelled(ConnectOperationException failure, string token) => new(
        failure.ErrorId,
        $"{failure.Message} AWS may have cancelled the request nevertheless (request token {token}).",
        $"Look at the request with Get-ConnectUserRequest. {failure.Remedy}",
        failure)
    {
        EndsCommand = failure.EndsCommand,
        RequestToken = token,
    };

    /// <summary>A request that had ended before it could be cancelled.</summary>
    public static ConnectOperationException HasEnded(ProgressEvent progress, string label) => new(
        ErrorIds.RequestHasEnded,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The {progress.Operation} request for '{ServiceText.Shorten(label)}' can no longer be cancelled: it ended with {progress.OperationStatus}{At(progress.EventTime)} (request token {progress.RequestToken})."),
        (progress.Operation?.Value, progress.OperationStatus?.Value) switch
        {
            (_, not "SUCCESS") => "There is nothing left to cancel. Look at the user with Get-ConnectUser if the reason matters.",
            ("CREATE", _) => "If the user is not needed, remove it with Remove-ConnectUser.",
            ("UPDATE", _) => "If the change is not needed, set the former values with Set-ConnectUser.",
            _ => "The user cannot be brought back; create it anew with New-ConnectUser if it is still needed.",
        })
    {
        RequestToken = progress.RequestToken,
    };

    private static string About(string? label, string token) => label is null || label == token ? string.Empty : $" (for '{ServiceText.Shorten(label)}')";

    private static string At(DateTime? time) =>
        time is { } known ? string.Create(CultureInfo.InvariantCulture, $" at {known.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC") : string.Empty;
}
