using System.Management.Automation;
using System.Text;
using System.Text.Json.Nodes;
using AwsccConnect.Chaos;
using AwsccConnect.Tests.Hosting;

namespace AwsccConnect.Tests.Commands;

/// <summary>
/// A session of the engine with the built module, pointed at a simulator of the test's own. The session's variables
/// <c>$instance</c>, <c>$routing</c>, <c>$security</c>, <c>$password</c> and <c>$folder</c> hold the instance's ARN, the ARNs of its
/// routing and security profiles, a good password, and a folder that is deleted in the end.
/// </summary>
public abstract class SimulatorTestBase : IAsyncLifetime
{
    private ConnectSimulator? _simulator;
    private ModuleSession? _session;
    private int _users;

    /// <summary>What the simulator starts with; no users, unless the test overrides it.</summary>
    protected virtual SimulatorOptions Options => new() { UserCount = 0 };

    protected ConnectSimulator Simulator => _simulator!;

    protected ModuleSession Session => _session!;

    /// <summary>A folder for files of the test.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("awsccconnect-").FullName;

    protected IReadOnlyList<string> RoutingProfiles { get; private set; } = [];

    protected IReadOnlyList<string> SecurityProfiles { get; private set; } = [];

    public virtual async ValueTask InitializeAsync()
    {
        _simulator = await ConnectSimulator.StartAsync(Options);
        _session = new ModuleSession();
        _session.Run(
            """
            $PSDefaultParameterValues = @{
                '*-Connect*:EndpointUrl' = $endpoint; '*-Connect*:AccessKey' = 'AKIDEXAMPLE'; '*-Connect*:SecretKey' = 'secret'; '*-Connect*:Region' = $region
            }
            $routing = @(Get-ConnectRoutingProfile -AccessKey AKIDSETUP | ForEach-Object Arn) # as somebody else: what the tests ask for has no names yet
            $password = ConvertTo-SecureString -String 'Correct7Horse' -AsPlainText -Force
            $security = @(Get-ConnectSecurityProfile -AccessKey AKIDSETUP | ForEach-Object Arn)
            """,
            ("endpoint", _simulator.Url.ToString()),
            ("region", _simulator.Region),
            ("instance", _simulator.InstanceArn),
            ("folder", Folder));
        RoutingProfiles = Texts("$routing");
        SecurityProfiles = Texts("$security");
        ClearCalls();
    }

    public async ValueTask DisposeAsync()
    {
        _session?.Dispose();
        if (_simulator is not null)
        {
            await _simulator.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected InvocationResult Invoke(string script, params (string Name, object? Value)[] variables) => Session.Invoke(script, variables);

    protected IReadOnlyList<PSObject> Run(string script, params (string Name, object? Value)[] variables) => Session.Run(script, variables);

    /// <summary>What a script writes, as texts.</summary>
    protected IReadOnlyList<string> Texts(string script, params (string Name, object? Value)[] variables) =>
        [.. Run(script, variables).Select(item => item?.ToString() ?? "")];

    /// <summary>Runs a script that is to report exactly one error.</summary>
    /// <param name="errorId">The error's id, without the command's name.</param>
    /// <param name="script">The script.</param>
    /// <param name="variables">Variables to set before.</param>
    protected ErrorRecord Fails(string errorId, string script, params (string Name, object? Value)[] variables)
    {
        var error = Invoke(script, variables).AllErrors.ShouldHaveSingleItem();
        IdOf(error).ShouldBe(errorId, error.ToString());
        error.ErrorDetails?.RecommendedAction.ShouldNotBeNullOrEmpty();
        return error;
    }

    /// <summary>An error's id without the command's name.</summary>
    protected static string IdOf(ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    /// <summary>How often an operation was called since <see cref="ClearCalls"/>.</summary>
    protected int Calls(string operation) => Simulator.Calls.Count(call => call.Operation == operation);

    /// <summary>How many calls of any operation that writes there were.</summary>
    protected int Writes() => Calls("CreateResource") + Calls("UpdateResource") + Calls("DeleteResource");

    protected void ClearCalls() => Simulator.ClearCalls();

    /// <summary>Adds a user directly to the simulator.</summary>
    /// <param name="username">Its name.</param>
    /// <param name="edit">Changes the properties it would have.</param>
    /// <returns>Its ARN.</returns>
    protected string AddUser(string username, Action<JsonObject>? edit = null)
    {
        var arn = $"{Simulator.InstanceArn}/agent/{++_users:x8}-0000-4000-8000-000000000000";
        JsonObject user = new()
        {
            ["InstanceArn"] = Simulator.InstanceArn,
            ["UserArn"] = arn,
            ["Username"] = username,
            ["IdentityInfo"] = new JsonObject { ["FirstName"] = "Ada", ["LastName"] = "Li", ["Email"] = $"{username}@example.com" },
            ["PhoneConfig"] = new JsonObject { ["PhoneType"] = "SOFT_PHONE", ["AutoAccept"] = false, ["AfterContactWorkTimeLimit"] = 30 },
            ["RoutingProfileArn"] = RoutingProfiles[0],
            ["SecurityProfileArns"] = new JsonArray(SecurityProfiles[0]),
            ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Team", ["Value"] = "Sales" }),
        };
        edit?.Invoke(user);
        Simulator.SetProperties("AWS::Connect::User", arn, user.ToJsonString());
        return arn;
    }

    /// <summary>The state of a user in the simulator.</summary>
    protected JsonObject State(string username) => JsonNode.Parse(Simulator.GetProperties(
        Simulator.FindUser(username).ShouldNotBeNull($"there is no user {username}")))!.AsObject();

    /// <summary>Changes a user directly in the simulator, as another administrator would.</summary>
    protected void Change(string username, Action<JsonObject> edit)
    {
        var state = State(username);
        edit(state);
        Simulator.SetProperties("AWS::Connect::User", state["UserArn"]!.ToString(), state.ToJsonString());
    }

    /// <summary>A user's tags as <c>Key=Value</c>, sorted.</summary>
    protected IReadOnlyList<string> TagsOf(string username) =>
        [.. (State(username)["Tags"] as JsonArray ?? []).Select(tag => $"{tag!["Key"]}={tag["Value"]}").Order(StringComparer.Ordinal)];

    /// <summary>A state's text in which the order of members and of unordered arrays makes no difference.</summary>
    protected static string Canonical(JsonNode? node) => RawService.Canonical(node);

    /// <summary>Writes a text file into <see cref="Folder"/>.</summary>
    protected string WriteFile(string name, string text, Encoding? encoding = null)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }
}
