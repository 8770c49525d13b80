namespace AwsccConnect.Tests.Faults.Proxy;

/// <summary>What the proxy does to some of the calls about the struck user.</summary>
/// <param name="Operation">The Cloud Control operation it is done to; <c>*</c> for every one.</param>
/// <param name="Action">What is done.</param>
public sealed record ProxyFault(string Operation, ProxyAction Action)
{
    private int _matches;

    /// <summary>Matching calls that are let through first.</summary>
    public int Skip { get; init; }

    /// <summary>Calls that are hit after <see cref="Skip"/>; null for no end.</summary>
    public int? Count { get; init; }

    /// <summary>Whether calls about the other users are hit, too; a list of requests is about all of them.</summary>
    public bool HitsEveryone { get; init; } = Operation == "ListResourceRequests";

    /// <summary>Whether what it does is part of the scene: the calls do not count as hit.</summary>
    public bool IsScenery { get; init; }

    /// <summary>Further condition.</summary>
    public Func<ProxiedCall, bool> When { get; init; } = _ => true;

    /// <summary>Whether the fault is for this call; counts it.</summary>
    public bool Takes(ProxiedCall call)
    {
        if ((Operation != "*" && Operation != call.Operation) || (!HitsEveryone && !call.IsStruck) || !When(call))
        {
            return false;
        }

        var match = Interlocked.Increment(ref _matches);
        return match > Skip && (Count is null || match <= Skip + Count);
    }
}
