using Amazon.Runtime.CredentialManagement;

namespace AwsccConnect.Binding.Completers;

/// <summary>Completes the names of profiles of the AWS configuration files.</summary>
internal sealed class ProfileCompleter : ValueCompleter
{
    protected override IEnumerable<Candidate> Candidates(CompletionRequest request) =>
        new CredentialProfileStoreChain(request.ValueOf("ProfileLocation") as string).ListProfiles()
            .Select(profile => new Candidate(profile.Name, profile.Region is { } region ? $"{profile.Name} ({region.SystemName})" : null));
}
