using AwsccConnect.Simulator.Permissions;
using AwsccConnect.Simulator.Quotas;
using AwsccConnect.Simulator.Requests;
using AwsccConnect.Simulator.Resources;
using AwsccConnect.Simulator.Seeding;

namespace AwsccConnect.Simulator;

/// <summary>
/// All state of a simulator behind one lock, which is only ever held for work in memory. Time moves it: before anything is looked at,
/// the requests whose handlers are done by now are settled.
/// </summary>
internal sealed class SimulatorWorld
{
    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly UserHandler _handler;

    public SimulatorWorld(SeedParameters parameters, QuotaBook quotas, TimeProvider time, double readDelaySeconds, double searchDelaySeconds)
    {
        Denials = new ActionDenials(parameters.AccountId);
        _time = time;
        Parameters = parameters;
        Quotas = quotas;
        Seeder seeder = new(parameters);
        seeder.Fill(Store);
        Store.Index.Delay = TimeSpan.FromSeconds(searchDelaySeconds);
        Seeded = seeder.Users;
        Instances = seeder.Instances;
        Rules = new UserRules(Store, parameters.IdentityManagement);
        _handler = new UserHandler(Store, Seeded, Rules, quotas, parameters.Seed, TimeSpan.FromSeconds(readDelaySeconds));
    }

    public SeedParameters Parameters { get; }

    public QuotaBook Quotas { get; }

    public ActionDenials Denials { get; init; }

    public ResourceStore Store { get; } = new();

    public RequestLedger Ledger { get; } = new();

    public SeededUsers Seeded { get; }

    public UserRules Rules { get; }

    public IReadOnlyList<InstancePlan> Instances { get; }

    /// <summary>Called, under the lock, after every change of state.</summary>
    public Action? Changed { get; set; }

    /// <summary>Runs a function on the settled state, alone.</summary>
    public T Read<T>(Func<DateTimeOffset, T> function)
    {
        lock (_gate)
        {
            return function(Settle());
        }
    }

    /// <summary>Runs a change of the settled state, alone.</summary>
    public T Write<T>(Func<DateTimeOffset, T> function)
    {
        lock (_gate)
        {
            var now = Settle();
            Store.Now = now;
            var result = function(now);
            Changed?.Invoke();
            return result;
        }
    }

    /// <summary>Settles again without leaving the lock, so that a write without handler time is done before its response is sent.</summary>
    public DateTimeOffset Settle()
    {
        var now = _time.GetUtcNow();
        if (Ledger.Settle(now, _handler.Run))
        {
            Changed?.Invoke();
        }

        return now;
    }

    /// <summary>
    /// Why a handler's call of a Connect API fails: it is denied, or throttled. Null where it may continue, and is counted then. A role of the
    /// handler's own (RoleArn) has other permissions than the caller.
    /// </summary>
    public HandlerFailure? Refuse(string api, bool hasRole) =>
        !hasRole && Denials.Refusal($"connect:{api}", "*") is { } denied ? new HandlerFailure("AccessDenied", HandlerFailure.FromConnect(denied, 403))
        : Quotas.TryTake(api) ? null
        : HandlerFailure.Throttling;

    /// <summary>A resource that can be read by now; one that was just created may not.</summary>
    public StoredResource? FindReadable(ResourceType type, string identifier, DateTimeOffset now) =>
        Store.Find(type, identifier) is { } found && found.ReadableFrom <= now ? found : null;

    public string? UsernameOf(string identifier) => Read(_ => Store.Find(identifier) is { } found && found.Type == ResourceTypes.User ? found.Name : null);

    public void SetProperties(ResourceType type, string identifier, JsonObject properties) => Write(_ =>
    {
        properties.Remove("Password");
        properties[type.IdentifierProperty] = identifier;
        Store.Put(type, identifier, properties).IsChanged = true;
        return true;
    });
}
