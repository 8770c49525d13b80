using System.Management.Automation;
using System.Net;
using System.Security;
using AwsccConnect.Tests.Users;

namespace AwsccConnect.Tests.Commands;

/// <summary>
/// A session of the engine with the built module, pointed at a simulator of the test's own. The session's variables
/// <c>$instance</c>, <c>$routing</c>, <c>$security</c>, <c>$password</c> and <c>$folder</c> hold the instance's ARN, the ARNs of its
/// routing and security profiles, a good password, and a folder that is deleted in the end.
/// </summary>
public abstract class SimulatorTestBase : IAsyncLifetime
{
    public const string Password = "Correct7Horse";

    /// <summary>Not that of an earlier simulator, which may have had the same port: the module keeps names by key and URL.</summary>
    private readonly string _accessKey = $"AKID{Guid.NewGuid():N}";

    private static int _users;

    /// <summary>What the simulator starts with; no users, unless the test overrides it.</summary>
    protected virtual SimulatorOptions Options => new() { UserCount = 0 };

    public ConnectSimulator Simulator { get; private set; } = null!;

    public ModuleSession Session { get; } = new();

    /// <summary>A folder for files of the test.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("awsccconnect-").FullName;

    protected IReadOnlyList<string> RoutingProfiles => Simulator.Instances[0].RoutingProfileArns;

    protected IReadOnlyList<string> SecurityProfiles => Simulator.Instances[0].SecurityProfileArns;

    public virtual async ValueTask InitializeAsync()
    {
        Simulator = await ConnectSimulator.StartAsync(Options);
        Point(Session);
        Run("", ("routing", RoutingProfiles.ToArray()), ("security", SecurityProfiles.ToArray()), ("password", Secure(Password)), ("folder", Folder));
    }

    /// <summary>Points a session's commands at the simulator.</summary>
    public void Point(ModuleSession session) => session.Run(
        """
        $PSDefaultParameterValues = @{
            '*-Connect*:EndpointUrl' = $endpoint; '*-Connect*:AccessKey' = $key; '*-Connect*:SecretKey' = 'secret'; '*-Connect*:Region' = $region
        }
        """,
        ("endpoint", Simulator.Url.ToString()),
        ("key", Options.AccessKey ?? _accessKey),
        ("region", Simulator.Region),
        ("instance", Simulator.InstanceArn));

    /// <summary>Gives New-ConnectUser what every user has to have, but for names and a password.</summary>
    protected void SetUserDefaults() => Run(
        """
        $PSDefaultParameterValues['New-ConnectUser:InstanceArn'] = $instance
        $PSDefaultParameterValues['New-ConnectUser:RoutingProfile'] = $routing[0]
        $PSDefaultParameterValues['New-ConnectUser:SecurityProfile'] = $security[0]
        """);

    public static SecureString Secure(string text) => new NetworkCredential(string.Empty, text).SecurePassword;

    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        if (Simulator is not null)
        {
            await Simulator.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    public InvocationResult Invoke(string script, params (string Name, object? Value)[] variables) => Session.Invoke(script, variables);

    public IReadOnlyList<PSObject> Run(string script, params (string Name, object? Value)[] variables) => Session.Run(script, variables);

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

    /// <summary>The calls of an operation since they were cleared that were about a user (username or identifier), in order.</summary>
    public IReadOnlyList<SimulatorCall> Calls(string operation, string? user = null) =>
        [.. Simulator.Calls.Where(call => call.Operation == operation && (user is null || call.Username == user || call.Identifier == user))];

    /// <summary>The calls of any operation that writes, in order.</summary>
    public IReadOnlyList<SimulatorCall> Writes() =>
        [.. Simulator.Calls.Where(call => call.Operation is "CreateResource" or "UpdateResource" or "DeleteResource")];

    /// <summary>Adds a user directly to the simulator.</summary>
    /// <param name="username">Its name.</param>
    /// <param name="edit">Changes the properties it would have.</param>
    /// <returns>Its ARN.</returns>
    protected string AddUser(string username, Action<JsonObject>? edit = null) => AddUser(Simulator, username, edit);

    /// <summary>Adds a user to an instance of a simulator. No two users of the process have an ARN in common: changes of one user take turns.</summary>
    internal static string AddUser(ConnectSimulator simulator, string username, Action<JsonObject>? edit = null, int instance = 0)
    {
        var arn = $"{simulator.Instances[instance].Arn}/agent/{Interlocked.Increment(ref _users):x8}-0000-4000-8000-000000000000";
        JsonObject user = new()
        {
            ["InstanceArn"] = simulator.Instances[instance].Arn,
            ["UserArn"] = arn,
            ["Username"] = username,
            ["IdentityInfo"] = new JsonObject { ["FirstName"] = "Ada", ["LastName"] = "Li", ["Email"] = $"{username}@example.com" },
            ["PhoneConfig"] = new JsonObject { ["PhoneType"] = "SOFT_PHONE", ["AutoAccept"] = false, ["AfterContactWorkTimeLimit"] = 30 },
            ["RoutingProfileArn"] = simulator.Instances[0].RoutingProfileArns[0],
            ["SecurityProfileArns"] = new JsonArray(simulator.Instances[0].SecurityProfileArns[0]),
            ["Tags"] = new JsonArray(new JsonObject { ["Key"] = "Team", ["Value"] = "Sales" }),
        };
        edit?.Invoke(user);
        simulator.SetProperties("AWS::Connect::User", arn, user.ToJsonString());
        return arn;
    }

    /// <summary>Adds users of all kinds.</summary>
    /// <returns>Their ARNs.</returns>
    protected IReadOnlyList<string> AddRandomUsers(int seed, int count, Func<int, string> nameOf) =>
    [
        .. UserGenerators.Whole(Simulator.InstanceArn, RoutingProfiles, SecurityProfiles, [.. Simulator.Instances[0].Teams.Select(team => team.Arn)]).Sample(seed, count)
            .Select((model, number) =>
            {
                var arn = AddUser(nameOf(number));
                Simulator.SetProperties("AWS::Connect::User", arn, UserGenerators.Named(model, Simulator.InstanceArn, nameOf(number), arn).ToJsonString());
                return arn;
            }),
    ];

    /// <summary>The state of a user in the simulator, by its name or ARN.</summary>
    public JsonObject State(string user) => JsonNode.Parse(Simulator.GetProperties(user.StartsWith("arn:", StringComparison.Ordinal)
        ? user
        : Simulator.FindUser(user).ShouldNotBeNull($"there is no user {user}")))!.AsObject();

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

    /// <summary>Writes a text file into <see cref="Folder"/>.</summary>
    protected string WriteFile(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
