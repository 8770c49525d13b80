namespace AwsccConnect.Core.Stacks.Parsing;

/// <summary>A value of a YAML or JSON document, with its place.</summary>
/// <param name="Location">Where it starts.</param>
internal abstract record DocumentNode(FileLocation Location)
{
    /// <summary>How many values it stands for, itself included, with every alias counted as what it names.</summary>
    internal abstract long Size { get; }

    /// <summary>What the value is, for messages.</summary>
    internal abstract string Kind { get; }

    /// <summary>Whether it is null: nothing is asked.</summary>
    internal bool IsNull => this is DocumentScalar { IsNullText: true } or DocumentValue { Value: null };
}
