using System.Globalization;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Pipeline;

/// <summary>Writes a verbose line for each attempt, and the bodies of calls as debug lines where these are shown.</summary>
internal sealed class OutputObserver(CmdletPipeline output, bool showsBodies) : ICallObserver
{
    public bool WantsBodies => showsBodies;

    public void CallFinished(CallRecord record)
    {
        if (!output.ShowsVerbose)
        {
            return;
        }

        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{record.Operation} '{record.Label}': {record.ErrorId ?? "ok"}, attempt {record.Attempt}, {record.Milliseconds:0} ms, AWS request id {record.AwsRequestId ?? "-"}, request token {record.RequestToken ?? "-"}");
        output.Verbose(record.RetryDelay is { } delay
            ? string.Create(CultureInfo.InvariantCulture, $"{line}; again in {delay.TotalSeconds:0.0} s")
            : line);
    }

    public void Note(string message) => output.Verbose(message);

    public void BodySeen(string operation, bool isRequest, string body) =>
        output.Debug($"{operation} {(isRequest ? "request" : "response")}: {body}");
}
