namespace AwsccConnect.HelpBuilder;

/// <summary>The help page of a cmdlet.</summary>
internal sealed record HelpPage
{
    /// <summary>Path of the page.</summary>
    public required string File { get; init; }

    /// <summary>Name of the cmdlet.</summary>
    public required string Name { get; init; }

    /// <summary>The front matter.</summary>
    public required IReadOnlyDictionary<string, string> FrontMatter { get; init; }

    /// <summary>What the cmdlet does, in one sentence or two.</summary>
    public required string Synopsis { get; init; }

    /// <summary>The parameter sets in the order of the syntax section; the default set first.</summary>
    public required IReadOnlyList<string> ParameterSets { get; init; }

    /// <summary>The code blocks of the syntax section, one for each set.</summary>
    public required IReadOnlyList<string> Syntax { get; init; }

    /// <summary>Paragraphs of plain text.</summary>
    public required IReadOnlyList<string> Description { get; init; }

    /// <summary>The examples.</summary>
    public required IReadOnlyList<HelpExample> Examples { get; init; }

    /// <summary>The parameters, without the common ones.</summary>
    public required IReadOnlyList<HelpParameter> Parameters { get; init; }

    /// <summary>What the pipeline may bring.</summary>
    public required IReadOnlyList<HelpItem> Inputs { get; init; }

    /// <summary>What the cmdlet writes.</summary>
    public required IReadOnlyList<HelpItem> Outputs { get; init; }

    /// <summary>Paragraphs of plain text.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Related links; the description is the address, empty for a help topic.</summary>
    public required IReadOnlyList<HelpItem> RelatedLinks { get; init; }
}
