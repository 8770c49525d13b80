using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.Permissions;

namespace AwsccConnect.Commands.Users;

/// <summary>Completes the names of the commands that a policy can be made for.</summary>
internal sealed class PolicyCommandCompleter : ValueCompleter
{
    protected override IEnumerable<Candidate> Candidates(CompletionRequest request) => CommandCalls.Commands.Select(command => new Candidate(command));
}
