using System.Management.Automation;
using System.Net;
using System.Security;
using System.Text.Json.Nodes;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Commands.Safety;

/// <summary>A PowerShell session with the module, whose commands go to a simulator of their own.</summary>
public sealed class SafetySession : IAsyncDisposable
{
    public const string Password = "Str0ngEnough";

    private SafetySession(ConnectSimulator simulator)
    {
        Simulator = simulator;
        PowerShell = new ModuleSession();
        Point(PowerShell);
        Users = [.. PowerShell.Run("Get-ConnectUser -InstanceArn $instance -IdentifierOnly").Select(user => (string)user.Properties["UserArn"].Value)];
        JsonNode first = Users.Count > 0 ? State(Users[0]) : new JsonObject();
        RoutingProfile = first["RoutingProfileArn"]?.ToString() ?? string.Empty;
        SecurityProfile = first["SecurityProfileArns"]?[0]?.ToString() ?? string.Empty;
        PowerShell.Run(
            """
            $PSDefaultParameterValues['New-ConnectUser:RoutingProfile'] = $routing
            $PSDefaultParameterValues['New-ConnectUser:SecurityProfile'] = $security
            $PSDefaultParameterValues['New-ConnectUser:InstanceArn'] = $instance
            """,
            ("routing", RoutingProfile),
            ("security", SecurityProfile),
            ("password", Secure(Password)));
        Simulator.ClearCalls();
    }

    public ConnectSimulator Simulator { get; }

    public ModuleSession PowerShell { get; }

    /// <summary>ARNs of the users that the simulator began with.</summary>
    public IReadOnlyList<string> Users { get; }

    public string RoutingProfile { get; }

    public string SecurityProfile { get; }

    public static async Task<SafetySession> StartAsync(SimulatorOptions? options = null) =>
        new(await ConnectSimulator.StartAsync(options ?? new SimulatorOptions { UserCount = 6 }));

    public static SecureString Secure(string text) => new NetworkCredential(string.Empty, text).SecurePassword;

    /// <summary>Points a session's commands at the simulator.</summary>
    public void Point(ModuleSession session) => session.Run(
        """
        $PSDefaultParameterValues = @{
            '*-ConnectUser:EndpointUrl' = $url
            '*-ConnectUser:AccessKey' = 'AKIDSAFETY'
            '*-ConnectUser:SecretKey' = 'safety-secret'
            '*-ConnectUser:Region' = $region
        }
        """,
        ("url", Simulator.Url.AbsoluteUri),
        ("region", Simulator.Region),
        ("instance", Simulator.InstanceArn));

    /// <summary>A rule for a fault.</summary>
    public SimulatorFault Fault(SimulatorFault fault)
    {
        Simulator.Faults.Add(fault);
        return fault;
    }

    /// <summary>The calls of an operation that were about a user (username or identifier), in order.</summary>
    public IReadOnlyList<SimulatorCall> Calls(string operation, string? user = null) =>
        [.. Simulator.Calls.Where(call => call.Operation == operation && (user is null || call.Username == user || call.Identifier == user))];

    public IReadOnlyList<SimulatorCall> Writes() =>
        [.. Simulator.Calls.Where(call => call.Operation is "CreateResource" or "UpdateResource" or "DeleteResource")];

    /// <summary>A user's properties in the simulator.</summary>
    public JsonObject State(string identifier) => JsonNode.Parse(Simulator.GetProperties(identifier))!.AsObject();

    public string UsernameOf(string arn) => State(arn)["Username"]!.ToString();

    /// <summary>Rows with these usernames.</summary>
    public static PSObject[] Rows(params IEnumerable<string> usernames) => [.. usernames.Select(name =>
    {
        PSObject row = new();
        row.Properties.Add(new PSNoteProperty("Username", name));
        row.Properties.Add(new PSNoteProperty("FirstName", "Ada"));
        row.Properties.Add(new PSNoteProperty("LastName", "Li"));
        return row;
    })];

    public InvocationResult Create(IEnumerable<string> usernames, string more = "") =>
        PowerShell.Invoke($"$rows | New-ConnectUser -Password $password {more}", ("rows", Rows(usernames)));

    public InvocationResult Set(IEnumerable<string> arns, string change, string more = "") =>
        PowerShell.Invoke($"$arns | Set-ConnectUser {change} {more}", ("arns", arns.ToArray()));

    public InvocationResult Remove(IEnumerable<string> arns, string more = "") =>
        PowerShell.Invoke($"$arns | Remove-ConnectUser -Force {more}", ("arns", arns.ToArray()));

    /// <summary>What all good errors of items have in common; of an ARN they have the end.</summary>
    public static void ShouldBeItemError(ErrorRecord error, string id, ErrorCategory category, params string[] names)
    {
        error.FullyQualifiedErrorId.ShouldStartWith(id + ",");
        error.CategoryInfo.Category.ShouldBe(category, error.FullyQualifiedErrorId);
        names.Any(name => error.ToString().Contains(name[(name.IndexOf("/agent/", StringComparison.Ordinal) + 1)..], StringComparison.Ordinal)).ShouldBeTrue($"{error} does not name {string.Join(" or ", names)}");
        error.ErrorDetails.RecommendedAction.ShouldNotBeNullOrWhiteSpace();
        error.TargetObject.ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        PowerShell.Dispose();
        await Simulator.DisposeAsync();
    }
}
