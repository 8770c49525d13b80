namespace AwsccConnect.HelpBuilder;

/// <summary>A parameter as its page describes it.</summary>
/// <param name="Name">Name without the dash.</param>
/// <param name="Description">What it does, in paragraphs of plain text.</param>
/// <param name="Bindings">How it binds: one block, or one for each group of sets that differ.</param>
public sealed record HelpParameter(string Name, IReadOnlyList<string> Description, IReadOnlyList<HelpParameterBinding> Bindings)
{
    /// <summary>How the parameter binds in a set.</summary>
    /// <param name="set">The set's name.</param>
    /// <returns>The block; null where the set does not have the parameter.</returns>
    public HelpParameterBinding? In(string set) => Bindings.FirstOrDefault(binding => binding.IsIn(set));

    /// <summary>The description, with what differs between parameter sets said in words: Get-Help shows one fact for all sets.</summary>
    /// <returns>Paragraphs of plain text.</returns>
    public IReadOnlyList<string> Describe()
    {
        var required = Bindings.Where(binding => binding.Required).SelectMany(binding => binding.ParameterSets).ToList();
        return required.Count == 0 || Bindings.All(binding => binding.Required)
            ? Description
            : [.. Description, $"Required in the parameter set{(required.Count == 1 ? string.Empty : "s")} {string.Join(", ", required)}."];
    }
}
