namespace AwsccConnect.Simulator.Commands;

/// <summary>
/// The environment variables that lead every AWS client of the process, and of the processes that it starts, to a simulator
/// (<see href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html"/>).
/// </summary>
internal sealed class ClientEnvironment
{
    private const string Loopback = "127.0.0.1";

    /// <summary>Those that would have a client use other keys, another endpoint or another host name than these.</summary>
    private static readonly string[] Removed =
    [
        "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN",
    ];

    private static readonly StringComparer Names = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>What is in force, oldest first.</summary>
    private static readonly List<ClientEnvironment> Applied = [];

    private readonly Dictionary<string, string?> _values = new(Names);
    private readonly Dictionary<string, string?> _before = new(Names);

    private ClientEnvironment(string url, string region, string accessKey, string secretKey)
    {
        _values["AWS_ENDPOINT_URL_CLOUDCONTROL"] = url;
        _values["AWS_ENDPOINT_URL_CONNECT"] = url;
        _values["AWS_REGION"] = region;
        _values["AWS_DEFAULT_REGION"] = region;
        _values["AWS_ACCESS_KEY_ID"] = accessKey;
        _values["AWS_SECRET_ACCESS_KEY"] = secretKey;

        // The configuration files may say otherwise: the endpoint variables would not count, or contradict a FIPS endpoint.
        _values["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "false";
        _values["AWS_USE_FIPS_ENDPOINT"] = "false";
        _values["AWS_USE_DUALSTACK_ENDPOINT"] = "false";
        foreach (var name in Removed)
        {
            _values[name] = null;
        }

        var exceptions = Environment.GetEnvironmentVariable("no_proxy") ?? Environment.GetEnvironmentVariable("NO_PROXY");
        if (exceptions != "*")
        {
            // Each client reads one of the two.
            var all = string.IsNullOrEmpty(exceptions) ? Loopback : $"{exceptions},{Loopback}";
            _values["no_proxy"] = all;
            _values["NO_PROXY"] = all;
        }
    }

    /// <summary>Sets the variables. Returns what <see cref="Undo"/> restores.</summary>
    public static ClientEnvironment Apply(Uri url, string region, string accessKey, string secretKey)
    {
        lock (Applied)
        {
            ClientEnvironment environment = new(url.AbsoluteUri.TrimEnd('/'), region, accessKey, secretKey);
            foreach ((var name, var value) in environment._values)
            {
                environment._before[name] = Environment.GetEnvironmentVariable(name);
                Environment.SetEnvironmentVariable(name, value);
            }

            Applied.Add(environment);
            return environment;
        }
    }

    /// <summary>
    /// Restores the former values. A variable that was set to another value since keeps that value; one that a later simulator has set
    /// goes back to the older value when that one is stopped.
    /// </summary>
    public void Undo()
    {
        lock (Applied)
        {
            var index = Applied.IndexOf(this);
            if (index < 0)
            {
                return;
            }

            Applied.RemoveAt(index);
            var later = index < Applied.Count ? Applied[index] : null;
            foreach ((var name, var value) in _values)
            {
                var current = later is null ? Environment.GetEnvironmentVariable(name) : later._before.GetValueOrDefault(name);
                if (current != value)
                {
                    continue;
                }

                if (later is null)
                {
                    Environment.SetEnvironmentVariable(name, _before[name]);
                }
                else
                {
                    later._before[name] = _before[name];
                }
            }
        }
    }
}
