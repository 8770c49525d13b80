using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace AwsccConnect.Simulator.Commands;

/// <summary>Starts the loopback service: Cloud Control for the Amazon Connect types, to try commands on.</summary>
[Cmdlet(VerbsLifecycle.Start, "ConnectSimulator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(ConnectSimulator))]
public sealed class StartConnectSimulatorCommand : PSCmdlet, IDisposable
{
    /// <summary>What Set-AWSCredential and Set-DefaultAWSRegion of AWS Tools set.</summary>
    private static readonly string[] SessionVariables = ["StoredAWSCredentials", "StoredAWSRegion"];

    private readonly CancellationTokenSource _stopping = new();

    /// <summary>TCP port on 127.0.0.1, 1-65535; 0 (the default) picks a free one.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>Users to begin with, 0-1000000. Default 25.</summary>
    [Parameter]
    [ValidateRange(0, 1_000_000)]
    public int UserCount { get; set; } = 25;

    /// <summary>Seed of names, ids, latencies and faults: the same seed gives the same contact centre. Default 1.</summary>
    [Parameter]
    public int Seed { get; set; } = 1;

    /// <summary>AWS Region of the simulated resources; a call that is signed for another one finds none. Default eu-west-2.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string Region { get; set; } = "eu-west-2";

    /// <summary>Milliseconds that each call takes; a second value makes it a range. Default 0.</summary>
    [Parameter]
    [ValidateRange(0, 600_000)]
    [ValidateCount(1, 2)]
    public double[] LatencyMilliseconds { get; set; } = [0];

    /// <summary>Seconds that a change takes after it was accepted; a second value makes it a range. Default 0.</summary>
    [Parameter]
    [ValidateRange(0, 86_400)]
    [ValidateCount(1, 2)]
    public double[] HandlerSeconds { get; set; } = [0];

    /// <summary>Seconds in which a new user is listed but not found yet, as AWS is eventually consistent. Default 0.</summary>
    [Parameter]
    [ValidateRange(0.0, 3600.0)]
    public double ReadDelaySeconds { get; set; }

    /// <summary>Seconds until SearchUsers shows a change, as the search index of AWS follows behind. Default 0.</summary>
    [Parameter]
    [ValidateRange(0.0, 3600.0)]
    public double SearchDelaySeconds { get; set; }

    /// <summary>IAM actions that are denied, such as connect:SearchUsers, with * and ?. Default: none.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Deny { get; set; } = [];

    /// <summary>
    /// Quotas: @{ CreateUser = '2/5'; DescribeUser = '10/20'; Users = 500 } with calls a second and burst, or 'Aws' for
    /// the documented defaults. Default: none.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(QuotaCompleter))]
    public object? Quota { get; set; }

    /// <summary>JSON file with fault rules.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FaultPath { get; set; }

    /// <summary>File that keeps the state across restarts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <summary>
    /// Who manages identities: CONNECT_MANAGED (names and passwords), SAML (names, no passwords) or EXISTING_DIRECTORY (no passwords). The
    /// words without underscores do too.
    /// </summary>
    [Parameter]
    [ValidateSet("ConnectManaged", "Saml", "ExistingDirectory", "CONNECT_MANAGED", "EXISTING_DIRECTORY")]
    public string IdentityManagement { get; set; } = "ConnectManaged";

    /// <summary>Schema edition that users are validated against: Current, or the stricter Seed.</summary>
    [Parameter]
    [ValidateSet("Current", "Seed")]
    public string SchemaProfile { get; set; } = "Current";

    /// <summary>Access key id that calls must be signed with. Default: signatures are not looked at.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>Secret key of <see cref="AccessKey"/>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SecretKey { get; set; }

    /// <summary>Stay in the foreground until Ctrl+C, for other programs.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Point every AWS client of this session at the simulator until it is stopped, by environment variables.</summary>
    [Parameter]
    public SwitchParameter SetDefault { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!ShouldProcess($"port {(Port == 0 ? "of its own choice" : Port.ToString(CultureInfo.InvariantCulture))} of this machine", "Start simulator"))
        {
            return;
        }

        var options = ReadOptions();
        if (SetDefault)
        {
            WarnOfSessionVariables();
        }

        var simulator = Start(options);
        RunningSimulators.Add(simulator, SetDefault ? PointClientsAt(simulator, options) : null);
        if (!Wait)
        {
            WriteObject(simulator);
            return;
        }

        try
        {
            WriteObject(simulator);

            // The table of the object may be held back by the formatter until the pipeline ends, which it does not here.
            Host?.UI?.WriteLine($"Serving {simulator.Url} as {simulator.Region}, instance {simulator.InstanceAlias}. Ctrl+C stops.");
            _stopping.Token.WaitHandle.WaitOne();
        }
        finally
        {
            RunningSimulators.Stop(simulator);
        }
    }

    private ConnectSimulator Start(SimulatorOptions options)
    {
        try
        {
            return ConnectSimulator.StartAsync(options, _stopping.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException or FormatException or InvalidDataException
            or System.Net.HttpListenerException or System.Net.Sockets.SocketException or System.Text.Json.JsonException)
        {
            // .NET appends the name of a parameter of its own.
            var reason = exception is ArgumentException { ParamName: { } name } ? exception.Message.Replace($" (Parameter '{name}')", null, StringComparison.Ordinal) : exception.Message;
            ThrowTerminatingError(CommandErrors.Create(
                "SimulatorNotStarted",
                ErrorCategory.OpenError,
                $"The simulator could not be started: {reason}",
                "Correct the parameter that the message names.",
                null,
                exception));
            throw;
        }
    }

    private void WarnOfSessionVariables()
    {
        foreach (var name in SessionVariables.Where(name => GetVariableValue(name) is not null))
        {
            WriteWarning($"The session variable ${name} comes before the simulator's environment variables. Remove it with Clear-AWSCredential or Clear-DefaultAWSRegion.");
        }
    }

    // The keys are new ones each time: a client that caches what it reads from an account has nothing of an earlier simulator on the same port.
    private static ClientEnvironment PointClientsAt(ConnectSimulator simulator, SimulatorOptions options) => ClientEnvironment.Apply(
        simulator.Url, simulator.Region, options.AccessKey ?? $"AKIASIM{Guid.NewGuid():N}"[..20].ToUpperInvariant(), options.SecretKey ?? Guid.NewGuid().ToString("N"));

    private string? Resolve(string parameter, string? path)
    {
        if (path is null)
        {
            return null;
        }

        Exception? cause = null;
        try
        {
            var full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            if (provider.Name == "FileSystem" && !full.Contains('\0', StringComparison.Ordinal))
            {
                return full;
            }
        }
        catch (Exception exception) when (exception is RuntimeException or ArgumentException or NotSupportedException or IOException or UnauthorizedAccessException
            or InvalidOperationException)
        {
            cause = exception;
        }

        ThrowTerminatingError(CommandErrors.Create(
            "FileNotReadable", ErrorCategory.OpenError, $"-{parameter} '{path}' is not the path of a file.", "Give a path of the file system.", path, cause));
        return null;
    }

    private SimulatorOptions ReadOptions() => new()
    {
        Port = Port,
        UserCount = UserCount,
        Seed = Seed,
        Region = Region,
        LatencyMilliseconds = LatencyMilliseconds[0],
        LatencyMaximumMilliseconds = LatencyMilliseconds[^1],
        HandlerSeconds = HandlerSeconds[0],
        HandlerMaximumSeconds = HandlerSeconds[^1],
        ReadDelaySeconds = ReadDelaySeconds,
        SearchDelaySeconds = SearchDelaySeconds,
        Deny = Deny,
        Quota = ReadQuota(),
        FaultPath = Resolve(nameof(FaultPath), FaultPath),
        StatePath = Resolve(nameof(StatePath), StatePath),
        IdentityManagement = Enum.Parse<SimulatorIdentityManagement>(IdentityManagement.Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true),
        SchemaProfile = Enum.Parse<SimulatorSchemaProfile>(SchemaProfile, ignoreCase: true),
        AccessKey = AccessKey,
        SecretKey = SecretKey,
    };

    private Dictionary<string, string> ReadQuota()
    {
        Dictionary<string, string> quota = new(StringComparer.OrdinalIgnoreCase);
        switch (Quota is PSObject wrapped ? wrapped.BaseObject : Quota)
        {
            case null:
                break;
            case string preset:
                quota["Preset"] = preset;
                break;
            case IDictionary entries:
                foreach (DictionaryEntry entry in entries)
                {
                    quota[entry.Key.ToString()!] = Convert.ToString(entry.Value, CultureInfo.InvariantCulture) ?? string.Empty;
                }

                break;
            default:
                ThrowTerminatingError(CommandErrors.Create(
                    "InvalidValue",
                    ErrorCategory.InvalidArgument,
                    "-Quota is neither 'Aws' nor a hashtable.",
                    "Give for example -Quota @{ CreateUser = '2/5' }.",
                    Quota));
                break;
        }

        return quota;
    }
}
