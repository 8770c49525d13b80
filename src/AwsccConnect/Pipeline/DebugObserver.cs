using AwsccConnect.Core.Operations.Http;

namespace AwsccConnect.Pipeline;

/// <summary>Writes the bodies of calls as debug lines, beside what another observer writes.</summary>
internal sealed class DebugObserver(CmdletPipeline output, ICallObserver inner) : ICallObserver
{
    public bool WantsBodies => true;

    public void CallFinished(CallRecord record) => inner.CallFinished(record);

    public void Note(string message) => inner.Note(message);

    public void BodySeen(string operation, bool isRequest, string body) =>
        output.Debug($"{operation} {(isRequest ? "request" : "response")}: {body}");
}
