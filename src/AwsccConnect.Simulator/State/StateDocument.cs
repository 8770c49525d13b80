using AwsccConnect.Simulator.Requests;
using AwsccConnect.Simulator.Seeding;

namespace AwsccConnect.Simulator.State;

/// <summary>The content of a state file: the seed, and all that differs from what the seed gives.</summary>
internal sealed class StateDocument
{
    public const int CurrentFormat = 1;

    public int Format { get; init; }

    public SeedParameters? Parameters { get; init; }

    /// <summary>Key of the request fingerprints, base64.</summary>
    public string? FingerprintKey { get; init; }

    /// <summary>Number of the last request; identifiers are made from it, so it never goes back.</summary>
    public long LastSequence { get; init; }

    public IReadOnlyList<int> RemovedSeeds { get; init; } = [];

    /// <summary>Identifiers of seeded resources other than users that were removed.</summary>
    public IReadOnlyList<string> RemovedResources { get; init; } = [];

    public IReadOnlyList<StateResource> Resources { get; init; } = [];

    public IReadOnlyList<ResourceRequest> Requests { get; init; } = [];
}
