using System.Collections.Concurrent;
using System.Reflection;
using Amazon.CloudControlApi;
using AwsccConnect.Core.Changes;
using AwsccConnect.Core.NameResolution;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Pacing;
using AwsccConnect.Simulator.Seeding;
using AwsccConnect.Tests.CloudControl;
using AwsccConnect.Tests.Pacing;

namespace AwsccConnect.Tests.Operations;

/// <summary>
/// A simulator and operations that call it, on a clock that runs fast, so that requests are polled without a wait. Tests take part
/// in the calls: they count them, make them fail, and change users before and after them.
/// </summary>
internal class LiveService : IAsyncDisposable
{
    private readonly CommandCancellation _stop = new();
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);
    private readonly Func<ConnectAccess, ServiceConnection> _connectionTo;
    private readonly ServiceConnection _connection;
    private readonly AmazonCloudControlApiClient _client;
    private int _added;

    /// <param name="options">What the simulator starts with; null for no users, who need no passwords.</param>
    /// <param name="speed">How much faster than the wall's the clock runs.</param>
    /// <param name="isPaced">Whether calls are paced as in commands; otherwise none waits.</param>
    public LiveService(SimulatorOptions? options = null, int speed = 200, bool isPaced = false)
    {
        ScaledTimeProvider time = new(speed);
        options ??= new SimulatorOptions { UserCount = 0, IdentityManagement = SimulatorIdentityManagement.Saml };
        options.TimeProvider = time;
        Simulator = ConnectSimulator.StartAsync(options).GetAwaiter().GetResult();
        _client = TestClient.For(Simulator.Url.AbsoluteUri);
        var client = DispatchProxy.Create<IAmazonCloudControlApi, Client>();
        ((Client)client).Service = this;
        _connectionTo = access => new ServiceConnection
        {
            Client = client, Connect = access, Region = Simulator.Region, Time = time, Pacer = isPaced ? new AdaptivePacer(time) : Substitute.For<ICallPacer>(),
        };
        _connection = _connectionTo(ConnectAccess.None("the test uses Cloud Control alone."));
        Operations = OperationsOf();
    }

    /// <summary>The instance that each simulator has, with what is in it.</summary>
    public static InstancePlan Plan { get; } = new Seeder(SeedParameters.From(new SimulatorOptions { UserCount = 0 })).Instances[0];

    public static string Instance { get; } = Plan.Arn;

    public ConnectSimulator Simulator { get; }

    /// <summary>The operations of a command that uses Cloud Control alone.</summary>
    public ConnectOperations Operations { get; }

    /// <summary>Amazon Connect's own API.</summary>
    public ConnectAccess Connect => new(() => TestClient.ForConnect(Simulator.Url.AbsoluteUri));

    /// <summary>Fails calls: of an operation and an identifier, an exception or null.</summary>
    public Func<string, string?, Exception?> Fault { get; set; } = (_, _) => null;

    /// <summary>What happens right before a write is sent.</summary>
    public Action<string> BeforeWrite { get; set; } = _ => { };

    /// <summary>What happens after a call was carried out and before its response.</summary>
    public Action<string, object> AfterCall { get; set; } = (_, _) => { };

    public int Writes => Calls("CreateResource") + Calls("UpdateResource") + Calls("DeleteResource");

    /// <summary>How often an operation was called.</summary>
    public int Calls(string operation) => _calls.GetValueOrDefault(operation);

    public void ClearCalls() => _calls.Clear();

    public static bool IsWrite(string operation) => operation is "CreateResource" or "UpdateResource" or "DeleteResource";

    /// <summary>The operations of a command of its own.</summary>
    /// <param name="changes">Records its changes; null for nothing.</param>
    /// <param name="observer">Sees its calls; null for none.</param>
    /// <param name="connect">Amazon Connect's own API, for a command that starts without what others have read; null for Cloud Control alone.</param>
    public ConnectOperations OperationsOf(ChangeRecorder? changes = null, ICallObserver? observer = null, ConnectAccess? connect = null) => new(
        connect is null ? _connection : _connectionTo(connect),
        new CommandRun { Stop = _stop, Observer = observer ?? Substitute.For<ICallObserver>(), Changes = changes, Timeout = TimeSpan.FromDays(1) });

    /// <summary>Adds a user behind the clients' backs.</summary>
    /// <returns>Its ARN.</returns>
    public string Add(string username, JsonObject model)
    {
        var arn = $"{Instance}/agent/{Interlocked.Increment(ref _added):x8}-0000-4000-8000-000000000000";
        model["Username"] = username;
        model["UserArn"] = arn;
        model["InstanceArn"] = Instance;
        Change(arn, model);
        return arn;
    }

    /// <summary>Changes a user behind the clients' backs.</summary>
    public void Change(string arn, JsonObject state) => Simulator.SetProperties("AWS::Connect::User", arn, state.ToJsonString());

    /// <summary>Replaces a text in a user's state behind the clients' backs.</summary>
    public void Edit(string arn, string old, string text) => Simulator.SetProperties("AWS::Connect::User", arn, Simulator.GetProperties(arn).Replace(old, text, StringComparison.Ordinal));

    public JsonObject State(string arn) => JsonNode.Parse(Simulator.GetProperties(arn))!.AsObject();

    public string? Find(string username) => Simulator.FindUser(username);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _stop.Dispose();
        await Simulator.DisposeAsync();
    }

    private object Call(MethodInfo method, object?[] arguments)
    {
        var operation = method.Name[..^"Async".Length];
        _calls.AddOrUpdate(operation, 1, (_, count) => count + 1);
        if (Fault(operation, arguments[0]!.GetType().GetProperty("Identifier")?.GetValue(arguments[0]) as string) is { } fault)
        {
            throw fault;
        }

        if (IsWrite(operation))
        {
            BeforeWrite(operation);
        }

        return After((dynamic)method.Invoke(_client, BindingFlags.DoNotWrapExceptions, null, arguments, null)!, operation);
    }

    private async Task<T> After<T>(Task<T> call, string operation)
        where T : notnull
    {
        var response = await call;
        AfterCall(operation, response);
        return response;
    }

#pragma warning disable CA1852 // The proxy that DispatchProxy makes derives from it.
    internal class Client : DispatchProxy
#pragma warning restore CA1852
    {
        internal LiveService Service { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name == "Dispose" ? null : Service.Call(targetMethod, args!);
    }
}
