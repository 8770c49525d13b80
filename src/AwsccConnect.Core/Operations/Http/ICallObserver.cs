namespace AwsccConnect.Core.Operations.Http;

/// <summary>Is notified of every attempt; called from worker threads.</summary>
internal interface ICallObserver
{
    /// <summary>An attempt has ended.</summary>
    void CallFinished(CallRecord record);

    /// <summary>An event for a verbose line. It is one line, without secrets.</summary>
    void Note(string message);

    /// <summary>Whether the observer takes bodies; they are rendered only then.</summary>
    bool WantsBodies => false;

    /// <summary>A body was sent or has arrived. It is JSON text, without secrets.</summary>
    void BodySeen(string operation, bool isRequest, string body)
    {
    }
}
