using System.Management.Automation;
using AwsccConnect.Core.Permissions;

namespace AwsccConnect.Tests.Permissions;

/// <summary>The table of calls per command, compared with the calls that a simulator records.</summary>
public sealed class CommandCallsTests : IDisposable
{
    private const string NewUser =
        """
        1..6 | ForEach-Object { @{ Username = "user.$_" } } |
            New-ConnectUser -InstanceArn contact-centre -GeneratePassword -FirstName Ada -LastName Li -RoutingProfile $routing -SecurityProfile $security
        New-ConnectUser a.b -InstanceArn contact-centre -GeneratePassword -FirstName Ada -LastName Li -RoutingProfile $routing -SecurityProfile $security -Tag @{ A = 'b' }
        New-ConnectUser e.f -InstanceArn contact-centre -SkipExisting -GeneratePassword -FirstName Ada -LastName Li -RoutingProfile Sales -SecurityProfile $securityName -HierarchyGroup $groupName
        [pscustomobject]@{ Username = 'c.d'; InstanceArn = $instance } | New-ConnectUser -GeneratePassword -FirstName Ada -LastName Li -RoutingProfile $routing -SecurityProfile $security -NoWait
        $password = [System.Net.NetworkCredential]::new('', 'Correct7Horse').SecurePassword
        1..2 | ForEach-Object { New-ConnectUser g.h -InstanceArn contact-centre -Password $password -FirstName Ada -LastName Li -RoutingProfile $routing -SecurityProfile $security -RunId again }
        """;

    /// <summary>Writes a roster of new users, with names of profiles and groups.</summary>
    private const string Roster =
        """
        $file = [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), [guid]::NewGuid().ToString() + '.csv')
        $lines = 1..8 | ForEach-Object { "agent$_,Ada,Li,Sales,$securityName,$groupName" }
        [System.IO.File]::WriteAllText($file, (@('Username,FirstName,LastName,RoutingProfile,SecurityProfile,HierarchyGroup') + $lines -join "`n"))

        """;

    /// <summary>Scripts that use a command in all the ways that make other calls.</summary>
    private static readonly Dictionary<string, string> Uses = new(StringComparer.Ordinal)
    {
        ["Get-ConnectUser"] =
            """
            $users = Get-ConnectUser; $users[0].UserArn | Get-ConnectUser; (Get-ConnectUser -IdentifierOnly -First 1).UserArn
            Get-ConnectUser -InstanceArn contact-centre -Username $users[1].Username, z*
            Get-ConnectUser -RoutingProfile Sales -SecurityProfile $securityName, Agent -HierarchyGroup $groupName -IncludeDescendant
            [pscustomobject]@{ Username = $users[2].Username; InstanceArn = 'contact-centre' } | Get-ConnectUser
            """,
        ["New-ConnectUser"] = NewUser,
        ["Set-ConnectUser"] =
            """
            Set-ConnectUser -Username $name -InstanceArn contact-centre -AddTag @{ A = 'b' } -PassThru
            Set-ConnectUser $arn -AddSecurityProfile $security, $other
            Get-ConnectUser -Skip 1 -First 8 | Set-ConnectUser -AddTag @{ Many = 'yes' }
            Set-ConnectUser $arn -RoutingProfile Sales -SecurityProfile $securityName -HierarchyGroup $groupName
            Set-ConnectUser $arn -LastName Other -IfUnchanged -NoWait
            """,
        ["Remove-ConnectUser"] =
            """
            Remove-ConnectUser -Username $name -InstanceArn contact-centre -Force
            Remove-ConnectUser $arn -IgnoreNotFound -Force
            Get-ConnectUser -IdentifierOnly -First 8 | Remove-ConnectUser -Force
            """,
        ["Get-ConnectUserRequest"] = "$requests[0] | Get-ConnectUserRequest; Get-ConnectUserRequest -Username *",
        ["Wait-ConnectUserRequest"] = "$requests[0] | Wait-ConnectUserRequest; $requests.RequestToken | Wait-ConnectUserRequest",
        ["Stop-ConnectUserRequest"] = "$ended, $requests[0] | Stop-ConnectUserRequest -ErrorAction Ignore",
        ["Test-ConnectUserStack"] = Roster + "Test-ConnectUserStack $file -InstanceArn contact-centre; [System.IO.File]::Delete($file)",
        ["Publish-ConnectUserStack"] = Roster +
            """
            Publish-ConnectUserStack $file -InstanceArn contact-centre -GeneratePassword | Out-Null
            [System.IO.File]::WriteAllText($file, (@('Username,FirstName') + (1..6 | ForEach-Object { "agent$_,Other" }) -join "`n"))
            Publish-ConnectUserStack $file -InstanceArn contact-centre -Prune | Out-Null
            [System.IO.File]::Delete($file)
            """,
        ["Export-ConnectUser"] =
            """
            $file = [System.IO.Path]::GetTempFileName()
            Export-ConnectUser $file -InstanceArn contact-centre
            [System.IO.File]::Delete($file)
            """,
        ["Export-ConnectUserStack"] =
            """
            $file = [System.IO.Path]::GetTempFileName()
            Export-ConnectUserStack $file -Format Yaml -InstanceArn contact-centre -UseName
            [System.IO.File]::Delete($file)
            """,
        ["Unpublish-ConnectUserStack"] =
            """
            Unpublish-ConnectUserStack -Name many -InstanceArn contact-centre -MaximumRemovals 6 -Force
            Unpublish-ConnectUserStack -Name one -InstanceArn contact-centre -Force
            """,
        ["Undo-ConnectUserChange"] =
            """
            $log = [System.IO.Path]::GetTempFileName()
            1..8 | ForEach-Object { @{ Username = "undo.$_" } } | New-ConnectUser -InstanceArn $instance -GeneratePassword -FirstName Ada -LastName Li -RoutingProfile $routing -SecurityProfile $security -NoWait -ChangeLogPath $log | Wait-ConnectUserRequest | Out-Null
            Set-ConnectUser $arn -FirstName Other -ChangeLogPath $log
            Remove-ConnectUser $arn -Force -ChangeLogPath $log
            [System.IO.File]::WriteAllLines($log, ([System.IO.File]::ReadAllLines($log) -notmatch '"CREATE","Outcome":"(Done|Accepted)"'))
            Undo-ConnectUserChange $log -GeneratePassword -Force
            [System.IO.File]::Delete($log)
            """,
        ["Get-ConnectInstance"] = "Get-ConnectInstance | ForEach-Object { Get-ConnectInstance -Identifier $_.Arn }; Get-ConnectInstance contact*",
        ["Get-ConnectRoutingProfile"] = LookUp("RoutingProfile"),
        ["Get-ConnectSecurityProfile"] = LookUp("SecurityProfile"),
        ["Get-ConnectHierarchyGroup"] = LookUp("HierarchyGroup"),
    };

    private readonly ModuleSession _session = new();

    public static TheoryData<string> Commands => [.. CommandCalls.Commands];

    [Fact]
    public void Every_command_that_calls_AWS_is_in_the_table()
    {
        var callers = _session.Run("Get-Command -Module AwsccConnect")
            .Select(command => (CommandInfo)command.BaseObject)
            .Where(command => command.Parameters.ContainsKey("EndpointUrl"))
            .Select(command => command.Name);
        callers.ShouldBe(CommandCalls.Commands, ignoreOrder: true);
        Uses.Keys.ShouldBe(CommandCalls.Commands, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_calls_are_those_that_the_simulator_sees(string command)
    {
        (var calls, var results) = await CallsOfAsync(command, isDenied: false);
        (var more, var same) = await CallsOfAsync(command, isDenied: true);

        ApiCall[] seen = [.. calls.Union(more)];
        calls.ShouldNotBeEmpty();
        more.ShouldNotBeEmpty();
        seen.Except(CommandCalls.Of(command)).ShouldBeEmpty("calls that no policy would allow");
        CommandCalls.Of(command).Where(call => !DependsOnTime(call)).Except(seen).ShouldBeEmpty("permissions that nothing needs");
        same.ShouldBe(results, "what only saves calls makes no difference to the results");
    }

    public void Dispose() => _session.Dispose();

    private async Task<(ApiCall[] Calls, string Results)> CallsOfAsync(string command, bool isDenied)
    {
        await using var simulator = await ConnectSimulator.StartAsync(new SimulatorOptions { UserCount = 10, HandlerSeconds = 1 });
        string[] security = [.. _session.Run(
            """
            $global:PSDefaultParameterValues = @{
                '*-Connect*:EndpointUrl' = $url; '*-Connect*:Region' = $region; '*-Connect*:AccessKey' = 'setup'; '*-Connect*:SecretKey' = 'any'
            }
            (Get-ConnectSecurityProfile).Arn
            """,
            ("url", simulator.Url.AbsoluteUri),
            ("region", simulator.Region)).Select(arn => arn.ToString())];
        var user = _session.Run("Get-ConnectUser -First 1").Single();
        var routing = _session.Run("Get-ConnectRoutingProfile Sales").Single().ToString();
        var securityName = _session.Run("(Get-ConnectSecurityProfile)[1].Name").Single().ToString();
        var groupName = _session.Run("(Get-ConnectHierarchyGroup)[0].Path").Single().ToString();
        if (Uses[command].Contains("$requests", StringComparison.Ordinal))
        {
            _session.Run(
                """
                $ended = Get-ConnectUser -First 1 | Set-ConnectUser -FirstName Ended -NoWait | Wait-ConnectUserRequest
                $requests = Get-ConnectUser -Skip 1 -First 6 | Set-ConnectUser -FirstName Running -NoWait
                """);
        }
        if (command == "Unpublish-ConnectUserStack")
        {
            Own(simulator, [.. _session.Run("(Get-ConnectUser -IdentifierOnly).UserArn").Select(arn => arn.ToString())]);
        }

        // Other keys: the session has no names cached for them.
        _session.Run($"$global:PSDefaultParameterValues['*-Connect*:AccessKey'] = 'any{isDenied}'");
        foreach (var call in isDenied ? CommandCalls.Of(command).Where(call => call.IsOptional) : [])
        {
            simulator.Faults.Add(new SimulatorFault { Operation = call.Operation, Kind = SimulatorFaultKind.Exception, ExceptionName = "AccessDeniedException" });
        }

        simulator.ClearCalls();
        var results = _session.Run(
            $"& {{ {Uses[command]} }} | " + (command.StartsWith("Get-", StringComparison.Ordinal) && !command.EndsWith("Request", StringComparison.Ordinal)
                ? "ConvertTo-Json -Depth 5 -Compress"
                : "Out-Null"),
            ("name", user.Properties["Username"].Value),
            ("arn", user.Properties["UserArn"].Value),
            ("routing", routing),
            ("security", security[1]),
            ("other", security[2]),
            ("securityName", securityName),
            ("groupName", groupName),
            ("instance", simulator.InstanceArn));

        return ([.. simulator.Calls.Select(Call).Distinct()], string.Concat(results));
    }

    /// <summary>
    /// One list replaces several polls only where several requests are due at the same moment, which differs from run to run;
    /// the tests of the request scheduler hold that to a clock of their own.
    /// </summary>
    private static bool DependsOnTime(ApiCall call) => call.Operation == "ListResourceRequests";

    /// <summary>Gives six users to the stack many, and one to the stack one.</summary>
    private static void Own(ConnectSimulator simulator, IReadOnlyList<string> users)
    {
        for (var number = 0; number < 7; number++)
        {
            var state = JsonNode.Parse(simulator.GetProperties(users[number]))!;
            state["Tags"] = new JsonArray(new JsonObject { ["Key"] = "AwsccConnect:Stack", ["Value"] = number < 6 ? "many" : "one" });
            simulator.SetProperties("AWS::Connect::User", users[number], state.ToJsonString());
        }
    }

    private static string LookUp(string noun) =>
        $$"""
        Get-Connect{{noun}} | ForEach-Object { Get-Connect{{noun}} -Identifier $_.Arn }
        Get-Connect{{noun}} -InstanceArn contact-centre
        Get-Connect{{noun}} [a-s]* -InstanceArn contact-centre
        """;

    /// <summary>Operations on requests have no type in a policy, whatever the log has about the request.</summary>
    private static ApiCall Call(SimulatorCall call) =>
        new(call.Operation, call.Operation.EndsWith("Resource", StringComparison.Ordinal) || call.Operation == "ListResources" ? call.TypeName : null);
}
