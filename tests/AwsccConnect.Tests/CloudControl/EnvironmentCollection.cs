namespace AwsccConnect.Tests.CloudControl;

/// <summary>Tests that change the process's environment; they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentCollection
{
    public const string Name = "Cloud Control client and the environment";
}
