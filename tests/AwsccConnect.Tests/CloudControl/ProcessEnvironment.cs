namespace AwsccConnect.Tests.CloudControl;

/// <summary>The environment of the process without any variable of AWS; in the end it is as it was. Tests that change it run alone.</summary>
[CollectionDefinition(nameof(ProcessEnvironment), DisableParallelization = true)]
public sealed class ProcessEnvironment : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    public ProcessEnvironment()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("AWS", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            Set(name, null);
        }

        Set("AWS_EC2_METADATA_DISABLED", "true");
    }

    /// <summary>Sets a variable; null removes it.</summary>
    public void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose()
    {
        foreach ((var name, var value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
