using System.Collections.Concurrent;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>The writes of one command that AWS has accepted and whose end the user of the module has not seen.</summary>
internal sealed class InFlightRequests
{
    private readonly ConcurrentDictionary<string, (InFlightRequest Request, object? Owner)> _byClientToken = new(StringComparer.Ordinal);

    /// <summary>Adds a write. One with an owner, the item in work, stays beyond its end until <see cref="RemoveByOwner"/>.</summary>
    public void Add(InFlightRequest request, object? owner) =>
        _byClientToken[request.ClientToken] = (request with { Generated = (owner as IPasswordOwner)?.Generated }, owner);

    public void Remove(string clientToken) => _byClientToken.TryRemove(clientToken, out _);

    /// <summary>A write has ended. One that was carried out for an item stays in the list until the item's result is reported.</summary>
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

    public bool Contains(string clientToken) => _byClientToken.ContainsKey(clientToken);

    /// <summary>The writes of an item that fails: those whose end was not seen, and those with a password that is not reported.</summary>
    public IReadOnlyList<InFlightRequest> LeftBy(object owner) =>
        [.. _byClientToken.Values.Where(entry => ReferenceEquals(entry.Owner, owner)).Select(entry => entry.Request)
            .Where(request => request.Generated is not null || request is { IsCarriedOut: false, RequestToken: not null })];

    /// <summary>The writes still open, oldest first.</summary>
    public IReadOnlyList<InFlightRequest> Snapshot() => [.. _byClientToken.Values.Select(entry => entry.Request).OrderBy(request => request.Since)];
}
