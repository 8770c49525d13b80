namespace AwsccConnect.Core.Operations.Http;

/// <summary>Is notified of every attempt; called from worker threads.</summary>
public interface ICallObserver
{
    /// <summary>An attempt has ended.</summary>
    /// <param name="record">What happened.</param>
    void CallFinished(CallRecord record);

    /// <summary>An event for a verbose line.</summary>
    /// <param name="message">One line, without secrets.</param>
    void Note(string message);

    /// <summary>Whether the observer takes bodies; they are rendered only then.</summary>
    bool WantsBodies => false;

    /// <summary>A body was sent or has arrived.</summary>
    /// <param name="operation">Cloud Control operation, for example <c>CreateResource</c>.</param>
    /// <param name="isRequest">True for a request, false for a response.</param>
    /// <param name="body">JSON text, without secrets.</param>
    void BodySeen(string operation, bool isRequest, string body)
    {
    }
}
