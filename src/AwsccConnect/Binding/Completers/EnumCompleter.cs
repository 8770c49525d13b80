namespace AwsccConnect.Binding.Completers;

/// <summary>Completes the values that the user schema allows for the property of the parameter's name.</summary>
internal sealed class EnumCompleter : ValueCompleter
{
    protected override IEnumerable<Candidate> Candidates(CompletionRequest request) =>
        UserSchema.TryFind(request.ParameterName, out var property) ? property.EnumValues.Select(value => new Candidate(value)) : [];
}
