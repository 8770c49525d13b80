using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Security;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CloudControlApi;
using Amazon.CloudControlApi.Model;
using AwsccConnect.Core.Changes;
using AwsccConnect.Core.Operations;
using AwsccConnect.Core.Operations.Http;
using AwsccConnect.Core.Operations.Pacing;
using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Stacks.Planning;
using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;
using Microsoft.AspNetCore.JsonPatch.SystemTextJson;
using NSubstitute;

namespace AwsccConnect.Tests.Stacks.Planning;

/// <summary>
/// The users of an instance, behind Cloud Control's interface: writes complete at once, patches are applied by an independent
/// implementation, and every call is counted. It checks nothing, so that thousands of calls cost little.
/// </summary>
internal sealed class LiveWorld : IDisposable
{
    public const string Instance = "arn:aws:connect:eu-west-2:111122223333:instance/11111111-2222-3333-4444-555555555555";
    public const string Routing = $"{Instance}/routing-profile/r1";
    public const string Security = $"{Instance}/security-profile/s1";

    private readonly CommandCancellation _stop = new();
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<ProgressEvent> _requests = new();
    private readonly ServiceConnection _connection;
    private string[] _listed = [];
    private int _made;

    public LiveWorld()
    {
        var client = DispatchProxy.Create<IAmazonCloudControlApi, ClientProxy>();
        ((ClientProxy)client).World = this;
        _connection = new ServiceConnection { Client = client, Region = "eu-west-2", Pacer = Substitute.For<ICallPacer>() };
        Operations = OperationsOf(null);
    }

    public ConnectOperations Operations { get; }

    /// <summary>The users' models by ARN, as JSON text.</summary>
    public ConcurrentDictionary<string, string> Users { get; } = new(StringComparer.Ordinal);

    /// <summary>Fails calls: given the operation and the identifier, an exception or null.</summary>
    public Func<string, string?, Exception?> Fault { get; set; } = (_, _) => null;

    /// <summary>What happens right before a write is carried out.</summary>
    public Action<string, string?> BeforeWrite { get; set; } = (_, _) => { };

    /// <summary>What happens after a write was carried out and before its response.</summary>
    public Action<string> AfterWrite { get; set; } = _ => { };

    public int Writes => Calls("CreateResource") + Calls("UpdateResource") + Calls("DeleteResource");

    public int Calls(string operation) => _calls.GetValueOrDefault(operation);

    public void ClearCalls() => _calls.Clear();

    /// <summary>The operations of a command of its own.</summary>
    public ConnectOperations OperationsOf(ChangeRecorder? changes) =>
        new(_connection, new CommandRun { Stop = _stop, Observer = Substitute.For<ICallObserver>(), Changes = changes });

    /// <summary>Adds a user; the model needs neither ARN nor instance.</summary>
    public string Add(string username, string? owner = null, JsonObject? model = null)
    {
        var state = model ?? [];
        state["RoutingProfileArn"] ??= Routing;
        state["SecurityProfileArns"] ??= new JsonArray(Security);
        if (owner is not null)
        {
            state["Tags"] ??= new JsonArray();
            state["Tags"]!.AsArray().Add(Tag(StackOwnership.TagKey, owner));
        }

        return Put(username, state);
    }

    public JsonObject State(string arn) => JsonNode.Parse(Users[arn])!.AsObject();

    public string? Find(string username) => _names.TryGetValue(username, out var arn) && Users.ContainsKey(arn) ? arn : null;

    public static JsonObject Tag(string key, string value) => new() { ["Key"] = key, ["Value"] = value };

    /// <summary>A user as a roster gives it.</summary>
    public static StackUser Desired(string? username, params (string Property, JsonNode? Value)[] values) => new(Row(username, null, values));

    public static UserRow Row(string? username, string? arn, params (string Property, JsonNode? Value)[] values)
    {
        var changes = new UserChanges();
        foreach ((var property, var value) in values)
        {
            changes.Set(UserSchema.Get(property), value);
        }

        return new UserRow { Username = username, Identifier = arn, InstanceArn = arn is null ? Instance : null, Changes = changes, Source = $"team.csv:{username ?? arn}" };
    }

    /// <summary>A user with all that a new one needs.</summary>
    public static StackUser Whole(string username, params (string Property, JsonNode? Value)[] values) =>
        Desired(username, [("RoutingProfileArn", Routing), ("SecurityProfileArns", new JsonArray(Security)), .. values]);

    public static StackDefinition Stack(params StackUser[] users) => new() { Name = "team", Path = "/files/team.csv", Users = users };

    public async Task<List<StackPlanItem>> PlanAsync(StackDefinition stack, StackPlanOptions? options = null, CancellationToken cancellationToken = default) =>
        await Planner(stack, options ?? new StackPlanOptions { FindsExtras = true }).PlanAsync(cancellationToken).ToListAsync(cancellationToken);

    public StackPlanner Planner(StackDefinition stack, StackPlanOptions options) => new(stack, options, _ => Operations);

    public async Task<PublishRun> PublishAsync(StackDefinition stack, StackPlanOptions? options = null, int? maximumRemovals = null, bool isWhatIf = false)
    {
        options ??= new StackPlanOptions { FindsExtras = true };
        var results = new ConcurrentQueue<ConnectUserStackResult>();
        var steps = new ConcurrentQueue<StackStep>();
        var refusals = new List<Exception>();
        await new StackPublisher(stack, Planner(stack, options), new StackPublishOptions
        {
            Prunes = options.FindsExtras,
            MaximumRemovals = maximumRemovals,
            IsWhatIf = isWhatIf,
            Parallelism = isWhatIf ? 1 : options.Parallelism,
            PasswordFor = _ => ((SecureString?)null, false),
            Confirm = step =>
            {
                steps.Enqueue(step);
                return Task.FromResult(!isWhatIf);
            },
            Report = result =>
            {
                results.Enqueue(result.ToResult(stack));
                return Task.CompletedTask;
            },
            RefuseRemovals = refusal =>
            {
                refusals.Add(refusal);
                return Task.CompletedTask;
            },
        }).RunAsync(CancellationToken.None);
        return new PublishRun([.. results], [.. steps], refusals);
    }

    public void Dispose() => _stop.Dispose();

    private string Put(string username, JsonObject state)
    {
        var arn = $"{Instance}/agent/u{Interlocked.Increment(ref _made)}";
        state["Username"] = username;
        state["UserArn"] = arn;
        state["InstanceArn"] = Instance;
        Users[arn] = state.ToJsonString();
        _names[username] = arn;
        return arn;
    }

    private object Call(string operation, object request)
    {
        _calls.AddOrUpdate(operation, 1, (_, count) => count + 1);
        var identifier = request.GetType().GetProperty("Identifier")?.GetValue(request) as string;
        if (Fault(operation, identifier) is { } fault)
        {
            throw fault;
        }

        var isWrite = operation is "CreateResource" or "UpdateResource" or "DeleteResource";
        if (isWrite)
        {
            BeforeWrite(operation, identifier);
        }

        object response = request switch
        {
            ListResourcesRequest list => List(list),
            ListResourceRequestsRequest list => new ListResourceRequestsResponse
            {
                ResourceRequestStatusSummaries = [.. _requests.Where(known => list.ResourceRequestStatusFilter.OperationStatuses.Contains(known.OperationStatus.Value))],
            },
            GetResourceRequest get => new GetResourceResponse
            {
                TypeName = get.TypeName,
                ResourceDescription = new ResourceDescription { Identifier = get.Identifier, Properties = Existing(get.Identifier) },
            },
            CreateResourceRequest create => Create(create),
            UpdateResourceRequest update => Update(update),
            DeleteResourceRequest delete => Users.TryRemove(delete.Identifier, out _)
                ? new DeleteResourceResponse { ProgressEvent = Done("DELETE", delete.Identifier) }
                : throw Missing(),
            _ => throw new NotSupportedException(operation),
        };
        if (isWrite)
        {
            AfterWrite(operation);
        }

        return response;
    }

    private ListResourcesResponse List(ListResourcesRequest request)
    {
        const int PageSize = 100;
        var start = int.Parse(request.NextToken ?? "0", CultureInfo.InvariantCulture);
        if (start == 0)
        {
            // What later pages are of, whatever happens meanwhile.
            _listed = [.. Users.Keys.Order(StringComparer.Ordinal)];
        }

        return new ListResourcesResponse
        {
            TypeName = request.TypeName,
            ResourceDescriptions = [.. _listed.Skip(start).Take(PageSize).Select(arn => new ResourceDescription { Identifier = arn })],
            NextToken = _listed.Length > start + PageSize ? $"{start + PageSize}" : null,
        };
    }

    private CreateResourceResponse Create(CreateResourceRequest request)
    {
        var state = JsonNode.Parse(request.DesiredState)!.AsObject();
        var username = state["Username"]!.ToString();
        if (Find(username) is not null)
        {
            return new CreateResourceResponse { ProgressEvent = Failed("CREATE", "AlreadyExists") };
        }

        var done = Done("CREATE", Put(username, state));
        done.ResourceModel = Users[done.Identifier];
        return new CreateResourceResponse { ProgressEvent = done };
    }

    private UpdateResourceResponse Update(UpdateResourceRequest request)
    {
        var state = JsonNode.Parse(Existing(request.Identifier))!.AsObject();
        try
        {
            JsonSerializer.Deserialize<JsonPatchDocument>(request.PatchDocument)!.ApplyTo(state);
        }
        catch (Microsoft.AspNetCore.JsonPatch.SystemTextJson.Exceptions.JsonPatchException exception)
        {
            return new UpdateResourceResponse { ProgressEvent = Failed("UPDATE", "InvalidRequest", exception.Message) };
        }

        Users[request.Identifier] = state.ToJsonString();
        return new UpdateResourceResponse { ProgressEvent = Done("UPDATE", request.Identifier) };
    }

    private string Existing(string arn) => Users.TryGetValue(arn, out var state) ? state : throw Missing();

    private static ResourceNotFoundException Missing() => new("There is no such user.");

    private ProgressEvent Done(string operation, string arn)
    {
        var done = new ProgressEvent
        {
            TypeName = "AWS::Connect::User",
            Operation = Operation.FindValue(operation),
            OperationStatus = OperationStatus.SUCCESS,
            RequestToken = Guid.NewGuid().ToString(),
            Identifier = arn,
            EventTime = DateTime.UtcNow,
        };
        _requests.Enqueue(done);
        return done;
    }

    private ProgressEvent Failed(string operation, string code, string message = "what AWS said")
    {
        var failed = Done(operation, "");
        failed.OperationStatus = OperationStatus.FAILED;
        failed.ErrorCode = HandlerErrorCode.FindValue(code);
        failed.StatusMessage = message;
        return failed;
    }

#pragma warning disable CA1852 // The proxy that DispatchProxy makes derives from it.
    internal class ClientProxy : DispatchProxy
#pragma warning restore CA1852
    {
        internal LiveWorld World { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name == "Dispose" ? null : Task.FromResult((dynamic)World.Call(targetMethod.Name[..^"Async".Length], args![0]!));
    }
}
