using System.Diagnostics;
using AwsccConnect.Chaos;

namespace AwsccConnect.Tests.Simulator;

/// <summary>Runs another program to its end, with an environment of its own.</summary>
internal static class ClientProcess
{
    public static string? Find(string name)
    {
        string[] suffixes = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [string.Empty];
        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => suffixes.Select(suffix => Path.Combine(folder, name + suffix)))
            .FirstOrDefault(File.Exists);
    }

    public static Task<PwshResult> RunAsync(
        string file, IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(file, arguments) { WorkingDirectory = folder ?? string.Empty };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach ((var name, var value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return PwshProcess.RunAsync(start);
    }

    public static Dictionary<string, string> AwsEnvironment(RawClient client, string accessKey, string secretKey) => new()
    {
        ["AWS_ENDPOINT_URL_CLOUDCONTROL"] = client.Simulator.Url.ToString(),
        ["AWS_ENDPOINT_URL_CONNECT"] = client.Simulator.Url.ToString(),
        ["AWS_REGION"] = client.Simulator.Region,
        ["AWS_DEFAULT_REGION"] = client.Simulator.Region,
        ["AWS_ACCESS_KEY_ID"] = accessKey,
        ["AWS_SECRET_ACCESS_KEY"] = secretKey,
        ["AWS_MAX_ATTEMPTS"] = "1",
        ["AWS_PAGER"] = string.Empty,
        ["AWS_CONFIG_FILE"] = Path.Combine(Path.GetTempPath(), "no-such-aws-config"),
        ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(Path.GetTempPath(), "no-such-aws-credentials"),
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["CONNECT_INSTANCE_ARN"] = client.Simulator.InstanceArn,
    };
}
