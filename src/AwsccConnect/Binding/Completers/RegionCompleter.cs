using Amazon;

namespace AwsccConnect.Binding.Completers;

/// <summary>Completes Regions from the SDK's own list, without a call.</summary>
internal sealed class RegionCompleter : ValueCompleter
{
    protected override IEnumerable<Candidate> Candidates(CompletionRequest request) =>
        RegionEndpoint.EnumerableAllRegions.Select(region => new Candidate(region.SystemName, $"{region.SystemName}: {region.DisplayName}"));
}
