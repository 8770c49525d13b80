using System.Globalization;
using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Pipeline;

/// <summary>Writes a verbose line for each attempt.</summary>
internal sealed class VerboseObserver(CmdletPipeline output) : ICallObserver
{
    public void CallFinished(CallRecord record)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{record.Operation} '{record.Label}': {record.ErrorId ?? "ok"}, attempt {record.Attempt}, {record.Milliseconds:0} ms, AWS request id {record.AwsRequestId ?? "-"}, request token {record.RequestToken ?? "-"}");
        output.Verbose(record.RetryDelay is { } delay
            ? string.Create(CultureInfo.InvariantCulture, $"{line}; again in {delay.TotalSeconds:0.0} s")
            : line);
    }

    public void Note(string message) => output.Verbose(message);
}
