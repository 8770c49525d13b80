using System.Net;
using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Pipeline;

/// <summary>What the stopped commands of this session left running at AWS, or carried out and not reported, oldest first.</summary>
internal static class InterruptedRequests
{
    /// <summary>Where a generated password is that was not written.</summary>
    public const string PasswordRemedy = "In this session Get-ConnectUserRequest -Interrupted has the generated password, as InitialCredential.";

    private const int MaximumCount = 10_000;

    private static readonly LinkedList<InterruptedRequest> Requests = new();

    /// <summary>Adds a request and returns what to report; null where it is known.</summary>
    public static string? Add(InFlightRequest request, string? endpoint)
    {
        lock (Requests)
        {
            // A request can pass through several commands of a pipeline, all of which are stopped.
            var known = request.RequestToken is null
                ? null
                : Requests.FirstOrDefault(entry => entry.Request.RequestToken == request.RequestToken && entry.Endpoint == endpoint);
            if (known is not null)
            {
                Requests.Find(known)!.Value = new InterruptedRequest(request with { Generated = request.Generated ?? known.Request.Generated }, endpoint);
                return null;
            }

            Requests.AddLast(new InterruptedRequest(request, endpoint));
            while (Requests.Count > MaximumCount)
            {
                Requests.RemoveFirst();
            }
        }

        var line = (request.RequestToken, request.IsCarriedOut) switch
        {
            (null, _) => $"Stopped before AWS responded to the {request.Operation} of '{request.Label}' in {request.Region}; it may have been accepted (client token {request.ClientToken}).",
            ({ } token, true) => $"Stopped after AWS had carried out the {request.Operation} of '{request.Label}' in {request.Region}, before the result was written: request token {token}.",
            ({ } token, false) => $"Stopped, but AWS continues with the {request.Operation} of '{request.Label}' in {request.Region}: request token {token}.",
        };
        return request.Generated is null ? line : $"{line} {PasswordRemedy}";
    }

    /// <summary>The name and generated password of the user of a request; null where none was left.</summary>
    public static NetworkCredential? CredentialOf(string requestToken)
    {
        lock (Requests)
        {
            return Requests.LastOrDefault(entry => entry.Request.RequestToken == requestToken && entry.Request.Generated is not null)?.Request.Generated;
        }
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
