namespace AwsccConnect.HelpBuilder;

/// <summary>
/// A parameter as its page describes it. The name has no dash; the description has paragraphs of plain text; there is one binding, or one for
/// each group of sets that differ.
/// </summary>
internal sealed record HelpParameter(string Name, IReadOnlyList<string> Description, IReadOnlyList<HelpParameterBinding> Bindings)
{
    /// <summary>How the parameter binds in a set. Null where the set does not have it.</summary>
    public HelpParameterBinding? In(string set) => Bindings.FirstOrDefault(binding => binding.IsIn(set));

    /// <summary>The description, with what differs between parameter sets said in words: Get-Help shows one fact for all sets.</summary>
    public IReadOnlyList<string> Describe()
    {
        var required = Bindings.Where(binding => binding.Required).SelectMany(binding => binding.ParameterSets).ToList();
        return required.Count == 0 || Bindings.All(binding => binding.Required)
            ? Description
            : [.. Description, $"Required in the parameter set{(required.Count == 1 ? string.Empty : "s")} {string.Join(", ", required)}."];
    }
}
