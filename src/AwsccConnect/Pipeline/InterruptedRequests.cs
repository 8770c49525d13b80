using AwsccConnect.Core.Operations;

namespace AwsccConnect.Pipeline;

/// <summary>What the stopped commands of this session left running at AWS, oldest first.</summary>
internal static class InterruptedRequests
{
    private const int MaximumCount = 1000;

    private static readonly Queue<AcceptedRequest> Requests = new();

    /// <summary>Remembers a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>A line for the user.</returns>
    public static string Add(AcceptedRequest request)
    {
        lock (Requests)
        {
            Requests.Enqueue(request);
            while (Requests.Count > MaximumCount)
            {
                Requests.Dequeue();
            }
        }

        return request.RequestToken is { } token
            ? $"Stopped, but AWS goes on with the {request.Operation} of '{request.Label}' in {request.Region}: request token {token}."
            : $"Stopped before AWS answered the {request.Operation} of '{request.Label}' in {request.Region}; it may have been accepted (client token {request.ClientToken}).";
    }

    /// <summary>The requests.</summary>
    /// <returns>A snapshot.</returns>
    public static IReadOnlyList<AcceptedRequest> Snapshot()
    {
        lock (Requests)
        {
            return [.. Requests];
        }
    }
}
