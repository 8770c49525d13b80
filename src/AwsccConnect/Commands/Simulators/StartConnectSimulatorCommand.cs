using System.Collections;
using System.Management.Automation;
using AwsccConnect.Binding;
using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.Users;
using AwsccConnect.Pipeline;
using AwsccConnect.Session;

namespace AwsccConnect.Commands.Simulators;

/// <summary>Starts the loopback service: Cloud Control for the Amazon Connect types, to rehearse on.</summary>
/// <remarks>No parameter has a type of the simulator's assembly, which would then be loaded with the module.</remarks>
[Cmdlet(VerbsLifecycle.Start, "ConnectSimulator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType("AwsccConnect.ConnectSimulator")]
public sealed class StartConnectSimulatorCommand : AsyncCmdlet
{
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

    /// <summary>AWS Region of the simulated resources. Default eu-west-2.</summary>
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

    /// <summary>Point this session's commands at the simulator until it is stopped, with keys of its own and its Region.</summary>
    [Parameter]
    public SwitchParameter SetDefault { get; set; }

    /// <inheritdoc/>
    private protected override void End()
    {
        if (!ShouldProcess($"port {(Port == 0 ? "of its own choice" : Port.ToString(System.Globalization.CultureInfo.InvariantCulture))} of this machine", "Start simulator"))
        {
            return;
        }

        var options = ReadOptions();
        Await(token => RunAsync(options, token));
    }

    private async Task RunAsync(SimulatorOptions options, CancellationToken cancellationToken)
    {
        ConnectSimulator simulator;
        try
        {
            simulator = await ConnectSimulator.StartAsync(options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException or FormatException or InvalidDataException
            or System.Net.HttpListenerException or System.Net.Sockets.SocketException or System.Text.Json.JsonException)
        {
            throw Terminating(exception);
        }

        RunningSimulators.Add(simulator);
        if (SetDefault)
        {
            SessionDefaults.Set(new SessionDefaults(
                simulator.Url.AbsoluteUri, simulator.Region, options.AccessKey ?? "AKIASIMULATOR", options.SecretKey ?? Guid.NewGuid().ToString("N")));
        }

        await Output.WriteAsync(simulator).ConfigureAwait(false);
        if (!Wait)
        {
            return;
        }

        // The table of the object may be held back by the formatter until the pipeline ends, which it does not here.
        Output.Post(() => Host?.UI?.WriteLine($"Serving {simulator.Url} as {simulator.Region}, instance {simulator.InstanceAlias}. Ctrl+C stops."));

        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await RunningSimulators.StopAsync(simulator).ConfigureAwait(false);
        }
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
        Quota = ReadQuota(),
        FaultPath = FaultPath is null ? null : FilePath.Resolve(this, nameof(FaultPath), FaultPath),
        StatePath = StatePath is null ? null : FilePath.Resolve(this, nameof(StatePath), StatePath),
        IdentityManagement = Enum.Parse<SimulatorIdentityManagement>(IdentityManagement.Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true),
        SchemaProfile = Enum.Parse<SimulatorSchemaProfile>(SchemaProfile, ignoreCase: true),
        AccessKey = AccessKey,
        SecretKey = SecretKey,
    };

    private Dictionary<string, string> ReadQuota()
    {
        var quota = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        switch (PSValue.Unwrap(Quota))
        {
            case null:
                break;
            case string preset:
                quota["Preset"] = preset;
                break;
            case IDictionary entries:
                foreach (DictionaryEntry entry in entries)
                {
                    quota[entry.Key.ToString()!] = Convert.ToString(entry.Value, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty;
                }

                break;
            default:
                ThrowTerminatingError(ItemErrors.ToRecord(
                    new UserValueException(nameof(Quota), "-Quota is neither 'Aws' nor a hashtable.", "Give for example -Quota @{ CreateUser = '2/5' }."), null));
                break;
        }

        return quota;
    }

    private static ConnectOperationException Terminating(Exception exception) => new(
        ErrorIds.SimulatorNotStarted, $"The simulator could not be started: {exception.Message}", innerException: exception)
    {
        EndsCommand = true,
    };
}
