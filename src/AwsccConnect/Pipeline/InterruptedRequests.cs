using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Pipeline;

/// <summary>What the stopped commands of this session left running at AWS, or carried out and not reported, oldest first.</summary>
internal static class InterruptedRequests
{
    private const int MaximumCount = 1000;

    private static readonly LinkedList<InterruptedRequest> Requests = new();

    /// <summary>Adds a request.</summary>
    public static string? Add(InFlightRequest request, string? endpoint)
    {
        lock (Requests)
        {
            // A request can pass through several commands of a pipeline, all of which are stopped.
            if (request.RequestToken is { } known && Requests.Any(entry => entry.Request.RequestToken == known && entry.Endpoint == endpoint))
            {
                return null;
            }

            Requests.AddLast(new InterruptedRequest(request, endpoint));
            while (Requests.Count > MaximumCount)
            {
                Requests.RemoveFirst();
            }
        }

        return (request.RequestToken, request.IsCarriedOut) switch
        {
            (null, _) => $"Stopped before AWS responded to the {request.Operation} of '{request.Label}' in {request.Region}; it may have been accepted (client token {request.ClientToken}).",
            ({ } token, true) => $"Stopped after AWS had carried out the {request.Operation} of '{request.Label}' in {request.Region}, before the result was written: request token {token}.",
            ({ } token, false) => $"Stopped, but AWS continues with the {request.Operation} of '{request.Label}' in {request.Region}: request token {token}.",
        };
    }

    /// <summary>The requests that were sent to an endpoint.</summary>
    public static IReadOnlyList<InterruptedRequest> At(string? endpoint)
    {
        lock (Requests)
        {
            return [.. Requests.Where(entry => entry.Endpoint == endpoint)];
        }
    }

    /// <summary>Removes a request whose end is reported.</summary>
    public static void Remove(InterruptedRequest entry)
    {
        lock (Requests)
        {
            Requests.Remove(entry);
        }
    }
}
