namespace AwsccConnect.HelpBuilder;

/// <summary>How a parameter binds in some parameter sets: one YAML block of its section.</summary>
internal sealed record HelpParameterBinding
{
    /// <summary>The value of <see cref="ParameterSets"/> for a parameter that is the same in every set.</summary>
    public const string AllSets = "(All)";

    /// <summary>Short name of the type, for example <c>String[]</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Names of the parameter sets, or <see cref="AllSets"/> alone.</summary>
    public required IReadOnlyList<string> ParameterSets { get; init; }

    /// <summary>Aliases; empty for none.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Whether the parameter has to be given.</summary>
    public required bool Required { get; init; }

    /// <summary>Position from 0, or <c>Named</c>.</summary>
    public required string Position { get; init; }

    /// <summary>The default value as a reader would write it; <c>None</c> for none.</summary>
    public required string Default { get; init; }

    /// <summary><c>False</c>, <c>True (ByValue)</c>, <c>True (ByPropertyName)</c> or <c>True (ByPropertyName, ByValue)</c>.</summary>
    public required string PipelineInput { get; init; }

    /// <summary>Whether the parameter's values may have wildcards.</summary>
    public required bool Wildcards { get; init; }

    /// <summary>Whether the block holds for a parameter set.</summary>
    public bool IsIn(string set) => ParameterSets is [AllSets] || ParameterSets.Contains(set, StringComparer.Ordinal);
}
