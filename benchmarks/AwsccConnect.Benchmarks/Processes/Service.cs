using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace AwsccConnect.Benchmarks.Processes;

/// <summary>A simulated service, running as a process of its own.</summary>
internal sealed class Service : IAsyncDisposable
{
    /// <summary>Any keys will do: the service looks at no signature, the clients make one all the same.</summary>
    public const string AccessKey = "AKIDEXAMPLE";

    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private readonly LineProcess _process;

    private Service(LineProcess process)
    {
        _process = process;
    }

    public Uri Url => new(_process.Greeting["url"]!.ToString());

    public string Region => _process.Greeting["region"]!.ToString();

    public string InstanceAlias => _process.Greeting["instanceAlias"]!.ToString();

    public string InstanceArn => _process.Greeting["instanceArn"]!.ToString();

    /// <summary>Variables for the scripts: <c>$aws</c> to splat, and <c>$instance</c>.</summary>
    public JsonObject Variables => VariablesFor(Url, InstanceArn);

    public static async Task<Service> StartAsync(int users, int latency = 0, double handler = 0, string? quota = null, bool retryAfter = true)
    {
        List<string> arguments =
        [
            "--users", users.ToString(CultureInfo.InvariantCulture),
            "--latency", latency.ToString(CultureInfo.InvariantCulture),
            "--handler", handler.ToString(CultureInfo.InvariantCulture),
        ];
        if (quota is not null)
        {
            arguments.AddRange(["--quota", quota]);
        }

        if (!retryAfter)
        {
            arguments.Add("--no-retry-after");
        }

        return new Service(await LineProcess.StartSelfAsync("serve", arguments));
    }

    /// <summary>Variables for the scripts: <c>$aws</c> to splat, and <c>$instance</c>.</summary>
    public static JsonObject VariablesFor(Uri url, string instanceArn) => new()
    {
        ["instance"] = instanceArn,
        ["aws"] = new JsonObject
        {
            ["EndpointUrl"] = url.ToString(),
            ["AccessKey"] = AccessKey,
            ["SecretKey"] = SecretKey,
        },
    };

    /// <summary>Points a program at the service with the variables that every AWS client reads.</summary>
    public ProcessStartInfo Point(ProcessStartInfo start)
    {
        start.Environment["AWS_ENDPOINT_URL_CONNECT"] = Url.ToString();
        start.Environment["AWS_ENDPOINT_URL_CLOUDCONTROL"] = Url.ToString();
        start.Environment["AWS_REGION"] = Region;
        start.Environment["AWS_DEFAULT_REGION"] = Region;
        start.Environment["AWS_ACCESS_KEY_ID"] = AccessKey;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = SecretKey;
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        foreach (var variable in new[] { "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN" })
        {
            start.Environment.Remove(variable);
        }

        return start;
    }

    /// <summary>Username of a user, by its position in the list.</summary>
    public async Task<string> UsernameAsync(int position)
    {
        using RawClient client = new(this, 1);
        var user = await client.ReadUserAsync((await client.ListAsync("AWS::Connect::User"))[position]);
        return JsonNode.Parse(JsonNode.Parse(user)!["ResourceDescription"]!["Properties"]!.ToString())!["Username"]!.ToString();
    }

    /// <summary>Empties the call log and fills the quotas' bursts.</summary>
    public Task ClearAsync() => _process.AskAsync(new JsonObject { ["do"] = "clear" });

    public async Task<ServiceFacts> FactsAsync()
    {
        var facts = await _process.AskAsync([]);
        return new ServiceFacts(
            facts["users"]!.GetValue<int>(),
            facts["cpuSeconds"]!.GetValue<double>(),
            facts["calls"]!.AsObject().ToDictionary(
                operation => operation.Key,
                operation => (IReadOnlyDictionary<string, int>)operation.Value!.AsObject().ToDictionary(
                    outcome => outcome.Key, outcome => outcome.Value!.GetValue<int>(), StringComparer.Ordinal),
                StringComparer.Ordinal));
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
