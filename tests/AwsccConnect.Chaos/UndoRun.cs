using System.Globalization;
using System.Text.Json.Nodes;

namespace AwsccConnect.Chaos;

/// <summary>
/// Commands with a change log in processes, of which the first is killed at one of its writes; somebody else, who changes users too; and
/// Undo-ConnectUserChange in a process of its own, after which all is as before but for what the other has changed.
/// </summary>
internal sealed class UndoRun(ConnectSimulator simulator, int seed, string folder)
{
    private const int PollMilliseconds = 20;
    private const int MostPolls = 6000;

    /// <summary>What the first process would write without the kill: three creates, three or four updates, two removals.</summary>
    private const int LeastWrites = 8;

    private readonly Random _random = new(seed);
    private readonly string _log = Path.Combine(folder, "changes.jsonl");

    /// <summary>Runs it.</summary>
    /// <returns>What is not as it should be; empty when all is well.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(int seed)
    {
        await using var simulator = await ConnectSimulator.StartAsync(new SimulatorOptions { Seed = seed, UserCount = 6, HandlerSeconds = 0.1, HandlerMaximumSeconds = 0.5 });
        var folder = Directory.CreateTempSubdirectory("awsccconnect-undo-").FullName;
        try
        {
            return [.. (await new UndoRun(simulator, seed, folder).RunAsync()).Select(problem => string.Create(CultureInfo.InvariantCulture, $"undo {seed}: {problem}"))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<List<string>> RunAsync()
    {
        var before = await UsersAsync();
        string[] names = [.. before.Keys.Order(StringComparer.Ordinal)];
        _random.Shuffle(names);
        string[] commands =
        [
            $"1..3 | ForEach-Object {{ @{{ Username = \"new$_\"; FirstName = 'Ana'; LastName = 'Li' }} }} | New-ConnectUser @common -RoutingProfile Sales -SecurityProfile Agent -GeneratePassword",
            $"'{string.Join("', '", names[..4])}' | ForEach-Object {{ @{{ Username = $_; LastName = 'Changed' }} }} | Set-ConnectUser @common -AddTag @{{ Wave = '{seed}' }} -RemoveTag Team",
            $"Remove-ConnectUser -Username '{names[3]}', '{names[4]}' @common -Force",
        ];
        _random.Shuffle(commands);
        await KillAsync(Start("first", string.Join("; ", commands)), _random.Next(LeastWrites));
        await SettleAsync();
        using (var second = Start("second", "Get-ConnectUser -InstanceArn $instance -First 4 | Set-ConnectUser -ChangeLogPath $log -RoutingProfile Billing -AddSecurityProfile Admin"))
        {
            await second.WaitAsync();
        }

        var expected = before.ToDictionary(pair => pair.Key, pair => Canonical(pair.Value));
        EditAsOther(await UsersAsync(), before, expected);
        List<string> problems = [];
        using (var undo = Start("undo", "Undo-ConnectUserChange $log -Force -GeneratePassword -WarningAction Ignore"))
        {
            (_, _, var errors) = await undo.WaitAsync();
            problems.AddRange(errors.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("ChangedSince,", StringComparison.Ordinal)));
        }

        var after = await UsersAsync();
        problems.AddRange(after.Keys.Union(expected.Keys)
            .Select(name => (Name: name, Is: after.GetValueOrDefault(name) is { } user ? Canonical(user) : "not there", Expected: expected.GetValueOrDefault(name, "not there")))
            .Where(user => user.Is != user.Expected).Select(user => $"{user.Name} is {user.Is}, and not {user.Expected}"));
        var removed = simulator.Calls.Where(call => call.Operation == "DeleteResource").Select(call => call.Identifier).ToHashSet();
        problems.AddRange(before.Where(pair => after.TryGetValue(pair.Key, out var user) && (ArnOf(user) == ArnOf(pair.Value)) == removed.Contains(ArnOf(pair.Value)))
            .Select(pair => $"{pair.Key} has the ARN of a user that was removed, or another one although it was not"));
        return problems;
    }

    /// <summary>The users by name.</summary>
    private async Task<Dictionary<string, JsonObject>> UsersAsync() =>
        (await RawService.ReadUsersAsync(simulator)).Values.Select(user => JsonNode.Parse(user)!.AsObject()).ToDictionary(user => user["Username"]!.ToString());

    private PwshProcess Start(string name, string command) => ChaosScript.Start(ChaosScript.Write(
        folder,
        name,
        simulator,
        $"$log = '{_log}'; $instance = '{simulator.InstanceArn}'; $common = @{{ InstanceArn = $instance; ChangeLogPath = $log }}\n$result = & {{ {command} }} 2>&1"));

    /// <summary>Kills a process at one of its writes.</summary>
    private async Task KillAsync(PwshProcess process, int writes)
    {
        var hold = RawService.HoldWrites(simulator, writes);
        using (process)
        {
            for (var poll = 0; hold.Hits == 0; poll++)
            {
                if (process.HasExited || poll == MostPolls)
                {
                    throw new InvalidOperationException($"The process came to no write to be killed at: {(process.HasExited ? (await process.WaitAsync()).Error : "it hangs")}");
                }

                await Task.Delay(PollMilliseconds);
            }

            await process.KillAsync();
        }

        simulator.Faults.Clear();
    }

    private async Task SettleAsync()
    {
        JsonObject filter = new() { ["OperationStatuses"] = new JsonArray("PENDING", "IN_PROGRESS") };
        for (var poll = 0; poll < MostPolls && (await RawService.CallAsync(simulator, "ListResourceRequests", new() { ["ResourceRequestStatusFilter"] = filter.DeepClone() }))["ResourceRequestStatusSummaries"] is JsonArray { Count: > 0 }; poll++)
        {
            await Task.Delay(PollMilliseconds);
        }
    }

    /// <summary>Gives some users a tag and some another name, and has what is expected of them say so. A user that was created stays then.</summary>
    private void EditAsOther(Dictionary<string, JsonObject> users, Dictionary<string, JsonObject> before, Dictionary<string, string> expected)
    {
        foreach ((var name, var user) in users.OrderBy(pair => pair.Key, StringComparer.Ordinal).Where(_ => _random.Next(3) == 0))
        {
            var isName = _random.Next(2) == 0;
            Edit(user, isName);
            simulator.SetProperties("AWS::Connect::User", ArnOf(user), user.ToJsonString());
            if (before.TryGetValue(name, out var state))
            {
                var edited = state.DeepClone().AsObject();
                Edit(edited, isName);
                expected[name] = Canonical(edited);
            }
            else
            {
                expected[name] = Canonical(user);
            }
        }
    }

    private static void Edit(JsonObject user, bool isName)
    {
        if (isName)
        {
            user["IdentityInfo"]!["LastName"] = "Other";
            return;
        }

        var tags = user["Tags"] as JsonArray ?? [];
        tags.Add(new JsonObject { ["Key"] = "Other", ["Value"] = "x" });
        user["Tags"] = tags;
    }

    private static string ArnOf(JsonObject user) => user["UserArn"]!.ToString();

    private static string Canonical(JsonObject user)
    {
        var state = user.DeepClone().AsObject();
        state.Remove("UserArn");
        return RawService.Canonical(state);
    }
}
