using System.Collections;

namespace AwsccConnect.Session;

/// <summary>
/// The environment variables that name endpoints
/// (<see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html"/>).
/// </summary>
internal static class EndpointVariables
{
    private const string General = "AWS_ENDPOINT_URL";

    /// <summary>The suffix of Cloud Control's variable.</summary>
    public const string CloudControl = "CLOUDCONTROL";

    /// <summary>The suffix of Amazon Connect's variable.</summary>
    public const string Connect = "CONNECT";

    /// <summary>The endpoint of a service and the variable that names it; null where there is none, or endpoints are switched off.</summary>
    public static (string Name, string? Url) Find(string service)
    {
        var name = DefaultCredentials.Variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") is { } ignore && bool.TryParse(ignore, out var ignores) && ignores
            ? null
            : new[] { $"{General}_{service}", General }.FirstOrDefault(candidate => DefaultCredentials.Variable(candidate) is not null);
        return (name ?? string.Empty, name is null ? null : DefaultCredentials.Variable(name));
    }

    /// <summary>
    /// Removes endpoint variables without a value from the process: the SDK takes the empty text for a URL, for this service and for
    /// those that give credentials.
    /// </summary>
    public static void RemoveEmpty()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable is { Key: string name, Value: "" } && name.StartsWith(General, StringComparison.Ordinal))
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }
}
