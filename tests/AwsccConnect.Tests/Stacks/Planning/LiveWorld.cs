using System.Collections.Concurrent;
using System.Security;
using AwsccConnect.Core.Stacks;
using AwsccConnect.Core.Stacks.Planning;
using AwsccConnect.Core.Users;
using AwsccConnect.Core.Users.Import;
using AwsccConnect.Tests.Operations;

namespace AwsccConnect.Tests.Stacks.Planning;

/// <summary>Users of an instance, and stacks that are planned and published there.</summary>
internal sealed class LiveWorld : LiveService
{
    public static readonly string Routing = Plan.RoutingProfileArns[0];
    public static readonly string Security = Plan.SecurityProfileArns[0];

    /// <summary>Adds a user; what the model does not have is that of <see cref="Whole"/>.</summary>
    public string Add(string username, string? owner = null, JsonObject? model = null)
    {
        var state = model ?? [];
        state["RoutingProfileArn"] ??= Routing;
        state["SecurityProfileArns"] ??= new JsonArray(Security);
        state["IdentityInfo"] ??= new JsonObject();
        state["IdentityInfo"]!["FirstName"] ??= "Ana";
        state["IdentityInfo"]!["LastName"] ??= "Li";
        if (owner is not null)
        {
            state["Tags"] ??= new JsonArray();
            state["Tags"]!.AsArray().Add(Tag(StackOwnership.TagKey, owner));
        }

        return Add(username, state);
    }

    public static JsonObject Tag(string key, string value) => new() { ["Key"] = key, ["Value"] = value };

    public static JsonObject FirstName(string name) => new() { ["IdentityInfo"] = new JsonObject { ["FirstName"] = name } };

    /// <summary>A user as a roster gives it.</summary>
    public static StackUser Desired(string? username, params (string Property, JsonNode? Value)[] values) => new(Row(username, null, values));

    public static UserRow Row(string? username, string? arn, params IEnumerable<(string Property, JsonNode? Value)> values)
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
        Desired(username, [("RoutingProfileArn", Routing), ("SecurityProfileArns", new JsonArray(Security)), ("FirstName", "Ana"), ("LastName", "Li"), .. values]);

    public static StackDefinition Stack(params IReadOnlyList<StackUser> users) => new() { Name = "team", Path = "/files/team.csv", Users = users };

    public async Task<List<StackPlanItem>> PlanAsync(StackDefinition stack, StackPlanOptions? options = null) =>
        await Planner(stack, options ?? new StackPlanOptions { FindsExtras = true }).PlanAsync(CancellationToken.None).ToListAsync();

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
}
