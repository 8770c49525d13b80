using System.Text.Json.Nodes;
using AwsccConnect.Tests.Faults.Proxy;
using AwsccConnect.Tests.Simulator;

namespace AwsccConnect.Tests.Faults;

/// <summary>A simulator and the proxy before it, with the users that a case is about.</summary>
public sealed class FaultWorld : IAsyncDisposable
{
    private static int _users;

    private readonly Dictionary<string, string> _arns;

    private FaultWorld(FaultCase about, ConnectSimulator simulator, Dictionary<string, string> arns, Dictionary<string, string> requests)
    {
        Case = about;
        Simulator = simulator;
        _arns = arns;
        Requests = requests;
        if (about.SimulatorFault is { } fault)
        {
            simulator.Faults.Add(fault);
        }

        var mark = about.Command switch
        {
            FaultCommand.Create or FaultCommand.CreateMany => FaultCase.Struck,
            FaultCommand.List when about.Operation == "ListResources" => simulator.Instances[1].Arn,
            _ => about.IsAboutRequests ? requests[FaultCase.Struck] : arns[FaultCase.Struck],
        };
        Proxy = new FaultProxy(simulator.Url, mark, about.Faults);
    }

    /// <summary>The case.</summary>
    public FaultCase Case { get; }

    /// <summary>The service.</summary>
    public ConnectSimulator Simulator { get; }

    /// <summary>What the module talks to.</summary>
    public FaultProxy Proxy { get; }

    /// <summary>The users of the case, in the order they are given to the command.</summary>
    public IReadOnlyList<string> Usernames => UsernamesOf(Case);

    /// <summary>The users' ARNs; empty where they are yet to be created.</summary>
    public IReadOnlyList<string> Arns => [.. _arns.Values];

    /// <summary>Request tokens by username, where the case is about requests: an update of each user, sent before the command.</summary>
    public IReadOnlyDictionary<string, string> Requests { get; }

    /// <summary>Starts the simulator and the proxy.</summary>
    public static async Task<FaultWorld> StartAsync(FaultCase about)
    {
        var simulator = await ConnectSimulator.StartAsync(
            new SimulatorOptions { UserCount = 0, InstanceCount = 2, HandlerSeconds = about.HandlerSeconds, PageSize = 4 });
        var arns = about.Command is FaultCommand.Create or FaultCommand.CreateMany ? [] : AddUsers(about, simulator);
        Dictionary<string, string> requests = new(StringComparer.Ordinal);
        foreach ((var name, var arn) in about.IsAboutRequests ? arns : [])
        {
            var response = await RawClient.CallAsync(simulator, "UpdateResource", new JsonObject
            {
                ["TypeName"] = "AWS::Connect::User",
                ["Identifier"] = arn,
                ["PatchDocument"] = """[{"op":"replace","path":"/IdentityInfo/FirstName","value":"Changed"}]""",
            });
            requests[name] = response.Event["RequestToken"]!.ToString();
        }

        return new FaultWorld(about, simulator, arns, requests);
    }

    /// <summary>The username that goes with an ARN or a request token.</summary>
    public string UsernameOf(string identifier) => _arns.Concat(Requests).FirstOrDefault(user => user.Value == identifier).Key ?? identifier;

    /// <summary>What has become of a user.</summary>
    public Aftermath After(string username)
    {
        switch (Case.Command)
        {
            case FaultCommand.Create or FaultCommand.CreateMany:
                return Simulator.FindUser(username) is null ? Aftermath.Untouched : Aftermath.Done;
            case FaultCommand.Cancel:
                var response = RawClient.CallAsync(Simulator, "GetResourceRequestStatus", new JsonObject { ["RequestToken"] = Requests[username] }).GetAwaiter().GetResult();
                return response.Event["OperationStatus"]!.ToString().StartsWith("CANCEL_", StringComparison.Ordinal) ? Aftermath.Done : Aftermath.Untouched;
            case FaultCommand.Remove:
                return Simulator.FindUser(username) is null ? Aftermath.Done : Aftermath.Untouched;
            case FaultCommand.Change:
                var state = JsonNode.Parse(Simulator.GetProperties(_arns[username]))!;
                var changes = (state["IdentityInfo"]!["FirstName"]!.ToString() == "Changed" ? 1 : 0)
                    + (state["PhoneConfig"]!["AfterContactWorkTimeLimit"]!.ToString() == "77" ? 1 : 0);
                return changes switch { 0 => Aftermath.Untouched, 1 => Aftermath.Half, _ => Aftermath.Done };
            default:
                // Reading leaves nothing behind.
                return Case.Expected.After;
        }
    }

    /// <summary>Waits until a request that continues after the command is carried out, or clearly is not.</summary>
    public async Task SettleAsync()
    {
        for (var i = 0; i < 60 && After(FaultCase.Struck) != Case.Expected.After; i++)
        {
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    private static IReadOnlyList<string> UsernamesOf(FaultCase about) =>
        about.Command == FaultCommand.CreateMany ? ["one", "two", "three", "four", FaultCase.Struck] : ["first", FaultCase.Struck, "last"];

    private static Dictionary<string, string> AddUsers(FaultCase about, ConnectSimulator simulator)
    {
        Dictionary<string, string> arns = new(StringComparer.Ordinal);
        var usernames = UsernamesOf(about);
        string[] names = about.Command == FaultCommand.List ? [.. usernames, .. Enumerable.Range(4, 6).Select(i => $"listed{i}")] : [.. usernames];
        foreach (var name in names)
        {
            // Of the two instances that are listed, the struck user's is the second; the others are divided.
            var instance = simulator.Instances[about.Command == FaultCommand.List && name != "first" ? 1 : 0].Arn;
            // No two cases have a user in common: changes of one user take turns within a process.
            var arn = $"{instance}/agent/{Interlocked.Increment(ref _users):x8}-0000-4000-8000-000000000000";
            JsonObject user = new()
            {
                ["InstanceArn"] = instance,
                ["UserArn"] = arn,
                ["Username"] = name,
                ["IdentityInfo"] = new JsonObject { ["FirstName"] = "Ada", ["LastName"] = "Li" },
                ["PhoneConfig"] = new JsonObject { ["PhoneType"] = "SOFT_PHONE", ["AfterContactWorkTimeLimit"] = 30 },
                ["RoutingProfileArn"] = simulator.Instances[0].RoutingProfileArns[0],
                ["SecurityProfileArns"] = new JsonArray(simulator.Instances[0].SecurityProfileArns[0]),
            };
            simulator.SetProperties("AWS::Connect::User", arn, user.ToJsonString());
            arns[name] = arn;
        }

        return arns;
    }
}
