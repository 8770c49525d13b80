namespace AwsccConnect.Core.Stacks.Export;

/// <summary>The formats that a stack can be written in.</summary>
internal enum StackFormat
{
    /// <summary>A manifest (YAML), as stack-deploy has it.</summary>
    Yaml,

    /// <summary>A list of users (JSON).</summary>
    Json,

    /// <summary>A roster (CSV).</summary>
    Csv,
}
