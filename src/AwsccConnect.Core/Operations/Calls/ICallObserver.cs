namespace AwsccConnect.Core.Operations;

/// <summary>Hears of every attempt; called from worker threads.</summary>
public interface ICallObserver
{
    /// <summary>An attempt has ended.</summary>
    /// <param name="record">What happened.</param>
    void CallFinished(CallRecord record);

    /// <summary>Something worth a verbose line.</summary>
    /// <param name="message">One line, without secrets.</param>
    void Note(string message);
}
