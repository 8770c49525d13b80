namespace AwsccConnect.Simulator.Requests;

/// <summary>All write requests of the last seven days: by token, by client token, by the resource they hold, in order. Callers hold the world's lock.</summary>
internal sealed class RequestLedger
{
    /// <summary>Requests expire seven days after they are made (Cloud Control user guide, managing requests).</summary>
    public static readonly TimeSpan History = TimeSpan.FromDays(7);

    /// <summary>A client token is valid for 36 hours after its use (API reference, CreateResource).</summary>
    public static readonly TimeSpan ClientTokenLife = TimeSpan.FromHours(36);

    private readonly Dictionary<string, ResourceRequest> _byToken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceRequest> _byClientToken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceRequest> _busy = new(StringComparer.Ordinal);
    private readonly PriorityQueue<ResourceRequest, (DateTimeOffset Due, long Sequence)> _due = new();
    private readonly List<ResourceRequest> _order = [];

    public long LastSequence { get; private set; }

    public IReadOnlyList<ResourceRequest> InOrder => _order;

    public long NextSequence() => ++LastSequence;

    /// <summary>Continues counting after a restart.</summary>
    public void Continue(long lastSequence) => LastSequence = Math.Max(LastSequence, lastSequence);

    public ResourceRequest? Find(string requestToken) => _byToken.GetValueOrDefault(requestToken);

    public ResourceRequest? FindClientToken(string clientToken, DateTimeOffset now) =>
        _byClientToken.TryGetValue(clientToken, out var request) && now - request.Accepted < ClientTokenLife ? request : null;

    public ResourceRequest? FindBusy(string identifier) => _busy.GetValueOrDefault(identifier);

    public void Add(ResourceRequest request)
    {
        Continue(request.Sequence);
        _byToken.Add(request.RequestToken, request);
        _order.Add(request);
        if (request.ClientToken is not null)
        {
            _byClientToken[request.ClientToken] = request;
        }

        if (request.FinalStatus is null)
        {
            if (request.Identifier is not null)
            {
                _busy[request.Identifier] = request;
            }

            _due.Enqueue(request, (request.CancelEnds ?? request.Ends, request.Sequence));
        }
    }

    public void Cancel(ResourceRequest request, DateTimeOffset now, DateTimeOffset ends)
    {
        request.CancelAsked = now;
        request.CancelEnds = ends;
        _due.Enqueue(request, (ends, request.Sequence));
    }

    /// <summary>Brings every request whose time has come to its end, in order of time. Returns whether there was one.</summary>
    public bool Settle(DateTimeOffset now, Action<ResourceRequest> run)
    {
        var any = false;
        while (_due.TryPeek(out var request, out var key) && key.Due <= now)
        {
            _due.Dequeue();
            if (request.FinalStatus is not null || (request.CancelEnds is { } ends && key.Due < ends))
            {
                continue;
            }

            any = true;
            request.Finished = key.Due;
            if (request.CancelEnds is not null)
            {
                request.FinalStatus = RequestStatus.CancelComplete;
            }
            else
            {
                run(request);
            }

            request.Work = null;
            if (request.Identifier is not null && _busy.GetValueOrDefault(request.Identifier) == request)
            {
                _busy.Remove(request.Identifier);
            }
        }

        Prune(now);
        return any;
    }

    private void Prune(DateTimeOffset now)
    {
        var expired = 0;
        while (expired < _order.Count && now - _order[expired].Accepted > History && _order[expired].FinalStatus is not null)
        {
            var request = _order[expired++];
            _byToken.Remove(request.RequestToken);
            if (request.ClientToken is not null && _byClientToken.GetValueOrDefault(request.ClientToken) == request)
            {
                _byClientToken.Remove(request.ClientToken);
            }
        }

        _order.RemoveRange(0, expired);
    }
}
