using System.Collections.Concurrent;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>The writes of one command that AWS has accepted and whose end the user of the module has not seen.</summary>
public sealed class InFlightRequests
{
    private readonly ConcurrentDictionary<string, (InFlightRequest Request, object? Owner)> _byClientToken = new(StringComparer.Ordinal);

    /// <summary>Adds a write.</summary>
    /// <param name="request">The write.</param>
    /// <param name="owner">The item in work: the write stays beyond its end until <see cref="RemoveByOwner"/>. Null for none.</param>
    public void Add(InFlightRequest request, object? owner) => _byClientToken[request.ClientToken] = (request, owner);

    /// <summary>Removes a write whose end was seen.</summary>
    /// <param name="clientToken">The client token it was sent with.</param>
    public void Remove(string clientToken) => _byClientToken.TryRemove(clientToken, out _);

    /// <summary>A write has ended. One that was carried out for an item stays in the list until the item's result is reported.</summary>
    /// <param name="clientToken">The client token it was sent with.</param>
    /// <param name="last">Its last progress event.</param>
    public void Ended(string clientToken, ProgressEvent last)
    {
        if (_byClientToken.TryGetValue(clientToken, out var known) && known.Owner is not null && last.OperationStatus == OperationStatus.SUCCESS)
        {
            _byClientToken[clientToken] = (known.Request with { IsCarriedOut = true, Identifier = last.Identifier }, known.Owner);
            return;
        }

        Remove(clientToken);
    }

    /// <summary>Removes the writes of an item whose result or error is reported.</summary>
    /// <param name="owner">The item.</param>
    public void RemoveByOwner(object owner)
    {
        foreach (var (clientToken, entry) in _byClientToken)
        {
            if (ReferenceEquals(entry.Owner, owner))
            {
                Remove(clientToken);
            }
        }
    }

    /// <summary>Whether a write is in the list.</summary>
    /// <param name="clientToken">The client token it was sent with.</param>
    /// <returns>True when it is.</returns>
    public bool Contains(string clientToken) => _byClientToken.ContainsKey(clientToken);

    /// <summary>The writes still open, oldest first.</summary>
    /// <returns>A snapshot.</returns>
    public IReadOnlyList<InFlightRequest> Snapshot() => [.. _byClientToken.Values.Select(entry => entry.Request).OrderBy(request => request.Since)];
}
