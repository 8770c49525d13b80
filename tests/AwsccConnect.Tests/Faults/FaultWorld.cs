using AwsccConnect.Tests.Commands;
using AwsccConnect.Tests.Commands.Safety;
using AwsccConnect.Tests.Faults.Proxy;
using AwsccConnect.Tests.Simulator;

namespace AwsccConnect.Tests.Faults;

/// <summary>A simulator and the proxy before it, with the users that a case is about.</summary>
public sealed class FaultWorld : IAsyncDisposable
{
    private readonly FaultCase _case;
    private readonly Dictionary<string, string> _arns;

    /// <summary>Request tokens by username, where the case is about requests: an update of each user, sent before the command.</summary>
    private readonly Dictionary<string, string> _requests;

    private FaultWorld(FaultCase about, ConnectSimulator simulator, Dictionary<string, string> arns, Dictionary<string, string> requests)
    {
        _case = about;
        Simulator = simulator;
        _arns = arns;
        _requests = requests;
        if (about.SimulatorFault is { } fault)
        {
            simulator.Faults.Add(fault);
        }

        var mark = about.Command.IsCreating ? FaultCase.Struck
            : about.Command == FaultCommand.List && about.Operation == "ListResources" ? simulator.Instances[1].Arn
            : about.Command.IsAboutRequests ? requests[FaultCase.Struck]
            : arns[FaultCase.Struck];
        Proxy = new FaultProxy(simulator.Url, mark, about.Faults);
    }

    /// <summary>What must not appear in any stream: a password, a secret key and a session token.</summary>
    public static IReadOnlyList<string> Secrets { get; } = ["Str0ng-Passw0rd-Of-Struck", "TheSecretAccessKeyOfTheMatrix", "TheSessionTokenOfTheMatrix"];

    /// <summary>The service.</summary>
    public ConnectSimulator Simulator { get; }

    /// <summary>What the module talks to.</summary>
    public FaultProxy Proxy { get; }

    /// <summary>The users of the case, in the order they are given to the command.</summary>
    public IReadOnlyList<string> Usernames => UsernamesOf(_case);

    /// <summary>Starts the simulator and the proxy.</summary>
    public static async Task<FaultWorld> StartAsync(FaultCase about)
    {
        var simulator = await ConnectSimulator.StartAsync(
            new SimulatorOptions { UserCount = 0, InstanceCount = 2, HandlerSeconds = about.HandlerSeconds, PageSize = 4 });
        Dictionary<string, string> arns = new(StringComparer.Ordinal);
        Dictionary<string, string> requests = new(StringComparer.Ordinal);
        var isList = about.Command == FaultCommand.List;
        foreach (var name in about.Command.IsCreating ? [] : UsernamesOf(about).Concat(Enumerable.Range(4, isList ? 6 : 0).Select(i => $"listed{i}")))
        {
            // Of the two instances that are listed, the struck user's is the second; the others are divided.
            var arn = arns[name] = SimulatorTestBase.AddUser(simulator, name, instance: isList && name != "first" ? 1 : 0);
            if (about.Command.IsAboutRequests)
            {
                var response = await RawClient.CallAsync(simulator, "UpdateResource", new JsonObject
                {
                    ["TypeName"] = "AWS::Connect::User",
                    ["Identifier"] = arn,
                    ["PatchDocument"] = """[{"op":"replace","path":"/IdentityInfo/FirstName","value":"Changed"}]""",
                });
                requests[name] = response.Event["RequestToken"]!.ToString();
            }
        }

        return new FaultWorld(about, simulator, arns, requests);
    }

    /// <summary>Runs the command of the case.</summary>
    public InvocationResult Run(ModuleSession session)
    {
        var keys = _case.Parameters.Contains("-Credential", StringComparison.Ordinal) ? string.Empty : " -AccessKey AKIDFAULTS -SecretKey $secret -SessionToken $token";
        return session.Invoke(
            $"{_case.Command.Script} -EndpointUrl $url -Region $region{keys} -TimeoutSeconds $timeout -Verbose -Debug {_case.Parameters}",
            ("rows", Usernames.Select(name => SafetySession.Row(("Username", name))).ToArray()),
            ("requests", _requests.Select(request => SafetySession.Row(("Username", request.Key), ("RequestToken", request.Value))).ToArray()),
            ("arns", _arns.Values.Take(3).ToArray()),
            ("instances", Simulator.Instances.Select(instance => instance.Arn).ToArray()),
            ("routing", Simulator.Instances[0].RoutingProfileArns[0]),
            ("security", Simulator.Instances[0].SecurityProfileArns[0]),
            ("password", SimulatorTestBase.Secure(Secrets[0])),
            ("secret", Secrets[1]),
            ("token", Secrets[2]),
            ("renewable", new IssuedCredentials()),
            ("url", _case.Endpoint ?? Proxy.Url),
            ("region", Simulator.Region),
            ("timeout", _case.TimeoutSeconds));
    }

    /// <summary>The username that goes with an ARN or a request token.</summary>
    public string UsernameOf(string identifier) => _arns.Concat(_requests).FirstOrDefault(user => user.Value == identifier).Key ?? identifier;

    /// <summary>What has become of a user.</summary>
    public Aftermath After(string username)
    {
        if (_case.Command.IsReading)
        {
            // Reading leaves nothing behind.
            return _case.After;
        }

        if (_case.Command == FaultCommand.Cancel)
        {
            var response = RawClient.CallAsync(Simulator, "GetResourceRequestStatus", new JsonObject { ["RequestToken"] = _requests[username] }).GetAwaiter().GetResult();
            return response.Event["OperationStatus"]!.ToString().StartsWith("CANCEL_", StringComparison.Ordinal) ? Aftermath.Done : Aftermath.Untouched;
        }

        if (_case.Command == FaultCommand.Change)
        {
            var state = JsonNode.Parse(Simulator.GetProperties(_arns[username]))!;
            var isNamed = state["IdentityInfo"]!["FirstName"]!.ToString() == "Changed";
            var isTimed = state["PhoneConfig"]!["AfterContactWorkTimeLimit"]!.ToString() == "77";
            return isNamed && isTimed ? Aftermath.Done : isNamed || isTimed ? Aftermath.Half : Aftermath.Untouched;
        }

        return (Simulator.FindUser(username) is not null) == _case.Command.IsCreating ? Aftermath.Done : Aftermath.Untouched;
    }

    /// <summary>Waits until a request that continues after the command is carried out, or clearly is not.</summary>
    public async Task SettleAsync()
    {
        for (var i = 0; i < 60 && After(FaultCase.Struck) != _case.After; i++)
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
}
