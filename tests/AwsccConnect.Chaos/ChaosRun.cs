using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace AwsccConnect.Chaos;

/// <summary>One run: the service in this process, the commands in others.</summary>
internal sealed class ChaosRun : IAsyncDisposable
{
    /// <summary>A run that is not killed and ends with errors is repeated, this many times at most.</summary>
    private const int MostRepeats = 3;

    private const int Bystanders = 10;

    private readonly ChaosOptions _options;
    private readonly ConnectSimulator _simulator;
    private readonly Action<string> _tell;
    private readonly ChaosReport _report = new();
    private readonly ChaosUsers _users;
    private readonly IReadOnlyDictionary<string, string> _bystanders;
    private readonly string _folder = Directory.CreateTempSubdirectory("awsccconnect-chaos-").FullName;
    private readonly Random _random;

    private ChaosRun(ChaosOptions options, ConnectSimulator simulator, IReadOnlyDictionary<string, string> bystanders, Action<string> tell)
    {
        _options = options;
        _simulator = simulator;
        _bystanders = bystanders;
        _tell = tell;
        _random = new Random(options.Seed);
        var sample = JsonNode.Parse(bystanders.Values.First())!;
        _users = new ChaosUsers(options.Users, simulator.InstanceArn, sample["RoutingProfileArn"]!.ToString(), sample["SecurityProfileArns"]![0]!.ToString());
    }

    /// <summary>Runs it to the end.</summary>
    public static async Task<ChaosReport> RunAsync(ChaosOptions options, Action<string> tell)
    {
        await using var simulator = await ConnectSimulator.StartAsync(new SimulatorOptions
        {
            Seed = options.Seed,
            UserCount = Bystanders,
            LatencyMilliseconds = 2,
            LatencyMaximumMilliseconds = 30,
            HandlerSeconds = 0.1,
            HandlerMaximumSeconds = 1,
            MaximumCalls = 1_000_000,
        });
        await using ChaosRun run = new(options, simulator, await RawService.ReadUsersAsync(simulator), tell);
        await run.RunPhasesAsync();
        return run._report;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task RunPhasesAsync()
    {
        int[] kills = [.. Enumerable.Range(0, 3).Select(phase => (_options.Kills / 3) + (phase < _options.Kills % 3 ? 1 : 0))];
        var sample = _users.Desired(_users.Names[0], isChanged: false);
        var location = $"-InstanceArn '{_simulator.InstanceArn}' -RoutingProfile '{sample["RoutingProfileArn"]}' -SecurityProfile '{sample["SecurityProfileArns"]![0]}' -PhoneType SOFT_PHONE";
        await RunPhaseAsync(new ChaosPhase("CreateResource", $"$rows | New-ConnectUser {location} -Password $password -RunId $run | ForEach-Object Username", _users.NewRows(), Moments(kills[0])));
        await CheckUsersAsync(isChanged: false, "CREATE");
        if (_report.Problems.Count == 0)
        {
            await RunPhaseAsync(new ChaosPhase("UpdateResource", "$rows | Set-ConnectUser -AddTag @{ Wave = '2' } -RunId $run -PassThru | ForEach-Object Username", _users.ChangedRows(ArnOf), Moments(kills[1])));
            await CheckUsersAsync(isChanged: true, "UPDATE");
        }

        if (_report.Problems.Count == 0)
        {
            IReadOnlyList<string> arns = [.. _users.Names.Select(ArnOf)];
            await RunPhaseAsync(new ChaosPhase("DeleteResource", "$rows | Remove-ConnectUser -Force -RunId $run -PassThru | ForEach-Object { $_ }", _users.LeaverRows(ArnOf), Moments(kills[2])));
            CheckAll(await RawService.ReadUsersAsync(_simulator), new Dictionary<string, JsonObject>());
            await CheckCountsAsync("DELETE", arns);
        }

        _report.Outcomes = _simulator.Calls.GroupBy(call => call.Outcome).ToDictionary(group => group.Key, group => group.Count());
    }

    private string ArnOf(string name) => _simulator.FindUser(name) ?? throw new InvalidOperationException($"There is no user {name}.");

    private int[] Moments(int count) => [.. Enumerable.Range(0, count).Select(_ => 1 + _random.Next(_options.Users)).Order()];

    private async Task RunPhaseAsync(ChaosPhase phase)
    {
        var watch = Stopwatch.StartNew();
        var script = WriteScript(phase);
        Queue<int> kills = new(phase.KillsAfter);
        var processes = 0;
        var killed = 0;
        var failures = 0;
        foreach (var fault in ChaosFaults.Of(_options))
        {
            _simulator.Faults.Add(fault);
        }

        while (true)
        {
            processes++;
            var hold = kills.TryDequeue(out var moment)
                ? RawService.HoldWrites(_simulator, Math.Max(0, Math.Min(moment, _options.Users - 1) - AcceptedOf(phase)), phase.Operation)
                : null;
            using var child = ChaosScript.Start(script);
            if (hold is not null && await IsKilledAsync(child, hold))
            {
                killed++;
                _tell(string.Create(CultureInfo.InvariantCulture, $"{phase.Operation}: killed after {AcceptedOf(phase)} accepted requests, {watch.Elapsed.TotalSeconds:0} s"));
                continue;
            }

            // Half an hour is enough for 500 users.
            (var exitCode, var output, var error) = await child.WaitAsync(TimeSpan.FromMinutes(30));
            var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            _tell(string.Create(CultureInfo.InvariantCulture, $"{phase.Operation}: ended with exit code {exitCode}, {lines.Length} results, {watch.Elapsed.TotalSeconds:0} s"));
            if (exitCode == 0 || ++failures > MostRepeats)
            {
                Expect(exitCode == 0, $"{phase.Operation}: the last process ended with exit code {exitCode}: {error}");
                // A user that is as desired already is written by Set -PassThru too.
                Expect(
                    exitCode != 0 || (lines.Length == _users.Names.Count && lines.Distinct(StringComparer.Ordinal).Count() == lines.Length),
                    string.Create(CultureInfo.InvariantCulture, $"{phase.Operation}: the last process wrote {lines.Length} results for {_users.Names.Count} users."));
                break;
            }

            _tell(error);
        }

        // What is looked at now has to be seen as it is.
        _simulator.Faults.Clear();
        _report.Phases.Add(new PhaseResult(phase.Operation, processes, killed, AcceptedOf(phase), CallsOf(phase).Count(), watch.Elapsed.TotalSeconds));
    }

    /// <summary>Kills a process at the first write that is held. False where it ended before.</summary>
    private async Task<bool> IsKilledAsync(PwshProcess child, SimulatorFault hold)
    {
        while (hold.Hits == 0 && !child.HasExited)
        {
            await Task.Delay(20);
        }

        var isRunning = !child.HasExited;
        if (isRunning)
        {
            await child.KillAsync();
        }

        _simulator.Faults.Remove(hold);
        return isRunning;
    }

    private IEnumerable<SimulatorCall> CallsOf(ChaosPhase phase) => _simulator.Calls.Where(call => call.Operation == phase.Operation);

    private int AcceptedOf(ChaosPhase phase) => CallsOf(phase).Select(call => call.RequestToken).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    private string WriteScript(ChaosPhase phase)
    {
        var rows = Path.Combine(_folder, phase.Operation + ".csv");
        File.WriteAllText(rows, phase.Rows);
        return ChaosScript.Write(_folder, phase.Operation, _simulator, $$"""
            $password = [System.Net.NetworkCredential]::new('', '{{ChaosUsers.Password}}').SecurePassword
            $run = 'chaos/{{_options.Seed}}/{{phase.Operation}}'
            $rows = Import-ConnectUser '{{rows}}' -ErrorAction Stop
            $result = & { {{phase.Command}} } 2>&1
            """);
    }

    private async Task CheckUsersAsync(bool isChanged, string operation)
    {
        CheckAll(await RawService.ReadUsersAsync(_simulator), _users.Names.ToDictionary(name => name, name => _users.Desired(name, isChanged), StringComparer.Ordinal));
        foreach (var name in _users.Names.Where(name => _simulator.FindUser(name) is { } arn && !_simulator.CheckPassword(arn, ChaosUsers.Password)))
        {
            _report.Problems.Add($"{name} has another password.");
        }

        await CheckCountsAsync(operation, [.. _users.Names.Select(name => _simulator.FindUser(name)).OfType<string>()]);
    }

    private void CheckAll(IReadOnlyDictionary<string, string> states, IReadOnlyDictionary<string, JsonObject> desired)
    {
        Dictionary<string, string> left = new(desired.ToDictionary(pair => pair.Key, pair => RawService.Canonical(pair.Value)), StringComparer.Ordinal);
        foreach ((var arn, var state) in states)
        {
            var user = JsonNode.Parse(state)!.AsObject();
            var name = user["Username"]!.ToString();
            user.Remove("UserArn");
            if (_bystanders.TryGetValue(arn, out var before))
            {
                Expect(before == state, $"The bystander {name} has been changed.");
            }
            else if (left.Remove(name, out var expected))
            {
                Expect(expected == RawService.Canonical(user), $"{name} is {RawService.Canonical(user)}, not {expected}");
            }
            else
            {
                _report.Problems.Add($"{name} ({arn}) is an orphan or a duplicate.");
            }
        }

        foreach (var name in left.Keys)
        {
            _report.Problems.Add($"{name} is missing.");
        }

        Expect(_bystanders.Keys.All(states.ContainsKey), "A bystander has been removed.");
    }

    private async Task CheckCountsAsync(string operation, IReadOnlyList<string> arns)
    {
        var succeeded = await RawService.CountSuccessesAsync(_simulator, operation);
        foreach (var arn in arns)
        {
            var count = succeeded.GetValueOrDefault(arn);
            // A change that was applied in part and reported as failed is completed by another one.
            var isGood = _options.HalfApplied > 0 ? operation == "UPDATE" || count <= 1 : count == 1;
            Expect(isGood, string.Create(CultureInfo.InvariantCulture, $"{arn} has {count} successful {operation} requests."));
        }
    }

    private void Expect(bool isGood, string problem)
    {
        if (!isGood)
        {
            _report.Problems.Add(problem);
        }
    }
}
