namespace AwsccConnect.Tests.Help;

/// <summary>Tests that point the commands of the process at a simulator; they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class HelpCollection
{
    public const string Name = "Examples of the help";
}
