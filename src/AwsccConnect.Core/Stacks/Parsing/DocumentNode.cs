namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>A value of a YAML or JSON document, with its location.</summary>
internal abstract record DocumentNode(FileLocation Location)
{
    /// <summary>How many values it has, itself included, with every alias expanded.</summary>
    internal abstract long Size { get; }

    /// <summary>What the value is, for messages.</summary>
    internal abstract string Kind { get; }

    /// <summary>Whether it is null: no value is given.</summary>
    internal bool IsNull => this is DocumentScalar { IsNullText: true } or DocumentValue { Value: null };
}
