using System.Collections.Concurrent;

namespace AwsccConnect.Core.Operations;

/// <summary>The writes of one command that AWS has accepted and that have not been seen to end.</summary>
public sealed class AcceptedRequests
{
    private readonly ConcurrentDictionary<string, AcceptedRequest> _byClientToken = new(StringComparer.Ordinal);

    /// <summary>Remembers a write.</summary>
    /// <param name="request">The write.</param>
    public void Add(AcceptedRequest request) => _byClientToken[request.ClientToken] = request;

    /// <summary>Forgets a write whose end was seen.</summary>
    /// <param name="clientToken">The client token it was sent with.</param>
    public void Remove(string clientToken) => _byClientToken.TryRemove(clientToken, out _);

    /// <summary>Forgets a write whose request token the user has.</summary>
    /// <param name="requestToken">Cloud Control's request token.</param>
    public void RemoveToken(string? requestToken)
    {
        foreach (var request in _byClientToken.Values)
        {
            if (requestToken is not null && request.RequestToken == requestToken)
            {
                Remove(request.ClientToken);
            }
        }
    }

    /// <summary>Whether a write is remembered.</summary>
    /// <param name="clientToken">The client token it was sent with.</param>
    /// <returns>True when it is.</returns>
    public bool Contains(string clientToken) => _byClientToken.ContainsKey(clientToken);

    /// <summary>The writes still open, oldest first.</summary>
    /// <returns>A snapshot.</returns>
    public IReadOnlyList<AcceptedRequest> Snapshot() => [.. _byClientToken.Values.OrderBy(request => request.Since)];
}
