using System.Collections.Concurrent;
using System.Reflection;
using AwsccConnect.Binding.Completers;
using AwsccConnect.Core.Changes;
using AwsccConnect.Core.Operations.Idempotency;
using AwsccConnect.Session;

namespace AwsccConnect.Pipeline;

/// <summary>
/// A cmdlet that talks to AWS. The connection parameters have the names and aliases of AWS Tools for PowerShell and
/// never bind from the pipeline: rows of data must not choose keys or endpoints.
/// </summary>
public abstract class ConnectCmdlet : AsyncCmdlet
{
    private readonly ConcurrentDictionary<string, Lazy<ConnectOperations>> _operations = new(StringComparer.Ordinal);
    private MfaPrompt? _mfaPrompt;
    private ConnectionSettings? _settings;
    private Lazy<ExplainedCredentials>? _credentials;
    private Lazy<string>? _region;
    private Lazy<string?>? _endpoint;
    private RunProgress? _progress;
    private CommandRun? _run;
    private ChangeRecorder? _changes;

    /// <summary>AWS access key id. Goes with <see cref="SecretKey"/>.</summary>
    [Parameter]
    [Alias("AK")]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>AWS secret access key. Goes with <see cref="AccessKey"/>.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    [ValidateNotNullOrEmpty]
    public string? SecretKey { get; set; }

    /// <summary>Session token of temporary keys.</summary>
    [Parameter]
    [Alias("ST")]
    public string? SessionToken { get; set; }

    /// <summary>Name of a profile of the AWS configuration files.</summary>
    [Parameter]
    [Alias("StoredCredentials", "AWSProfileName")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>Path of a credentials file to use instead of the default ones; without <see cref="ProfileName"/> its profile default.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    [ValidateNotNullOrEmpty]
    public string? ProfileLocation { get; set; }

    /// <summary>An AWS credentials object, of this module or of AWS Tools.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Credential { get; set; }

    /// <summary>Endpoint instead of the Region's own: https, or http to a loopback address.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? EndpointUrl { get; set; }

    /// <summary>ARN of the role that Cloud Control's handlers assume. The credentials need iam:PassRole for it.</summary>
    [Parameter]
    [ValidatePattern("^arn:.+:iam::[0-9]{12}:role/.+$")]
    public string? RoleArn { get; set; }

    /// <summary>Requests in flight at most, 1-256. Default 16.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 16;

    /// <summary>Seconds that one user's work may take, waiting and retries included, 1-86400. Default 600.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSeconds { get; set; } = 600;

    /// <summary>Counts what the command does.</summary>
    private protected RunStatistics Statistics { get; private set; } = new();

    /// <summary>The activity of the progress bar, for example <c>Creating users</c>; null for no bar.</summary>
    private protected virtual string? Activity => null;

    private protected sealed override string? Endpoint => _endpoint?.Value;

    /// <summary>The id of a run that may be started again, for commands with a parameter for it; null for none.</summary>
    private protected virtual string? GivenRunId => null;

    /// <summary>The change log, for commands with a parameter for it; null for none.</summary>
    private protected virtual string? GivenChangeLog => null;

    /// <summary>
    /// The operations in a Region; on a worker thread, since finding credentials may take a while. Null is the Region of the session. Throws
    /// where there is no Region, there are no credentials, or the endpoint is bad.
    /// </summary>
    private protected ConnectOperations OperationsFor(string? region)
    {
        var name = string.IsNullOrWhiteSpace(region) ? _region!.Value : RegionResolver.Check(region);
        return _operations.GetOrAdd(name, key => new Lazy<ConnectOperations>(() => new ConnectOperations(Connect(key), _run!))).Value;
    }

    /// <summary>Whether the command only shows what it would do (-WhatIf).</summary>
    private protected bool IsWhatIf { get; private set; }

    private protected override void Begin()
    {
        IsWhatIf = HasSwitch("WhatIf", "WhatIfPreference");
        _mfaPrompt = new MfaPrompt(this, Output.Post, Stop.Stopping);

        // Read here once: workers must not touch parameters, which belong to the pipeline thread.
        var settings = _settings = new ConnectionSettings
        {
            AccessKey = AccessKey,
            SecretKey = SecretKey,
            SessionToken = string.IsNullOrEmpty(SessionToken) ? null : SessionToken,
            ProfileName = ProfileName,
            ProfileLocation = ProfileLocation is null ? null : FilePath.Resolve(this, nameof(ProfileLocation), ProfileLocation),
            Credential = PSValue.BaseOf(Credential),
            StoredCredentials = SessionVariables.ReadCredentials(this),
            StoredRegion = SessionVariables.ReadRegion(this),
            EndpointUrl = EndpointUrl,
            Stopping = Stop.Stopping,
            Prompt = _mfaPrompt,
        };
        _credentials = new Lazy<ExplainedCredentials>(() => CredentialResolver.Resolve(settings));
        _region = new Lazy<string>(() => RegionResolver.Find(settings));
        _endpoint = new Lazy<string?>(() => ClientFactory.EndpointOf(settings));
        Output.ShowsVerbose = IsRequested("Verbose", "VerbosePreference");
        Statistics = new RunStatistics(new OutputObserver(Output, showsBodies: IsRequested("Debug", "DebugPreference")));
        if (GivenChangeLog is { } path)
        {
            var profile = ProfileName ?? (AccessKey is null && Credential is null ? Environment.GetEnvironmentVariable("AWS_PROFILE") : null);
            var log = new ChangeLog(FilePath.Resolve(this, "ChangeLogPath", path), TimeSpan.FromSeconds(Math.Min(30, TimeoutSeconds)));
            if (HasSwitch("WhatIf", "WhatIfPreference"))
            {
                log.Check();
            }

            _changes = new ChangeRecorder(
                log, MyInvocation.MyCommand.Name, GivenRunId, profile, Statistics);
        }

        _run = new CommandRun
        {
            Stop = Stop,
            Observer = Statistics,
            InFlight = InFlight,
            Changes = _changes,
            Tokens = GivenRunId is { } runId ? new DeterministicClientTokens(runId) : null,
            Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
            Parallelism = ThrottleLimit,
        };
        if (Activity is { } activity && ShowsProgress())
        {
            _progress = new RunProgress(activity, Statistics, Output);
            _progress.Start();
        }
    }

    private protected sealed override void End()
    {
        Finish();
        _progress?.Complete();
        if (Output.ShowsVerbose && Statistics.Calls > 0)
        {
            WriteVerbose(Statistics.Summary());
        }
    }

    /// <summary>Runs on the pipeline thread after the last input.</summary>
    private protected virtual void Finish()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _progress?.Dispose();
        _mfaPrompt?.Dispose();
        base.Dispose(disposing);
        _changes?.Dispose();
    }

    /// <summary>A console whose output goes to a file or another program gets no bar; other hosts decide for themselves.</summary>
    private bool ShowsProgress() => Host?.Name != "ConsoleHost" || !Console.IsOutputRedirected;

    private ServiceConnection Connect(string region)
    {
        // Before the credentials, which may need a prompt.
        var endpoint = _endpoint!.Value;
        var credentials = _credentials!.Value;
        return SharedServiceState.Connect(_settings!, credentials, endpoint, region, RoleArn);
    }

    /// <summary>Whether a switch, or without it the preference variable, is set.</summary>
    private protected bool HasSwitch(string name, string? preference) =>
        GivenSwitch(name) ?? (preference is not null && GetVariableValue(preference) is true or SwitchParameter { IsPresent: true });

    /// <summary>
    /// Whether ShouldProcess may prompt: by -Confirm, else by the command's ConfirmImpact against <c>$ConfirmPreference</c>.
    /// -Force and -WhatIf leave no prompt.
    /// </summary>
    private protected bool MayPrompt()
    {
        if (IsWhatIf || HasSwitch("Force", null))
        {
            return false;
        }

        if (GivenSwitch("Confirm") is { } confirms)
        {
            return confirms;
        }

        var impact = GetType().GetCustomAttribute<CmdletAttribute>()?.ConfirmImpact ?? ConfirmImpact.Medium;
        return LanguagePrimitives.TryConvertTo(GetVariableValue("ConfirmPreference"), out ConfirmImpact preference)
            && preference != ConfirmImpact.None
            && impact >= preference;
    }

    private bool? GivenSwitch(string name) =>
        MyInvocation.BoundParameters.TryGetValue(name, out var given) ? given is SwitchParameter { IsPresent: true } : null;

    private bool IsRequested(string parameter, string preferenceVariable) =>
        GivenSwitch(parameter) ?? (GetVariableValue(preferenceVariable) is { } preference
            && !string.Equals(preference.ToString(), nameof(ActionPreference.SilentlyContinue), StringComparison.OrdinalIgnoreCase));
}
