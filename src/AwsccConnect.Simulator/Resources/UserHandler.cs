using AwsccConnect.Simulator.Quotas;
using AwsccConnect.Simulator.Requests;
using AwsccConnect.Simulator.Seeding;

namespace AwsccConnect.Simulator.Resources;

/// <summary>The create, update and delete handlers of AWS::Connect::User. Callers hold the world's lock.</summary>
internal sealed class UserHandler(ResourceStore store, SeededUsers seeded, UserRules rules, QuotaBook quotas, int seed, TimeSpan readDelay)
{
    /// <summary>Does the work of a request whose time has come, and sets its outcome.</summary>
    public void Run(ResourceRequest request)
    {
        var work = request.Work!;
        store.Now = request.Ends;
        var failure = request.Operation switch
        {
            RequestStatus.Create => Create(request, work),
            RequestStatus.Update => Update(request, work),
            _ => Delete(request, work),
        };
        request.Failure = failure;
        request.FinalStatus = failure is null ? RequestStatus.Success : RequestStatus.Failed;
    }

    private HandlerFailure? Create(ResourceRequest request, HandlerWork work)
    {
        if (work.Desired is null)
        {
            return work.Failure;
        }

        var instance = ResourceStore.Text(work.Desired, "InstanceArn")!;
        var refused = rules.CheckNew(work.Desired);
        if (refused is null && store.CountUsers(instance) >= quotas.MaximumUsers)
        {
            refused = new HandlerFailure("ServiceLimitExceeded", HandlerFailure.FromConnect($"The instance has reached its limit of {quotas.MaximumUsers} users", 402));
        }

        if (refused is not null)
        {
            return refused;
        }

        var arn = $"{instance}/agent/{StableHash.Guid(seed, "created", request.Sequence)}";
        JsonObject user = [];
        UserUpdate.Apply(user, work.Desired);
        user["UserArn"] = arn;
        if (!work.IsNotApplied)
        {
            var stored = store.Put(ResourceTypes.User, arn, user);
            stored.Password = work.Password;
            stored.ReadableFrom = request.Ends + readDelay;
            stored.IsChanged = true;
        }

        if (work.Failure is null)
        {
            request.Identifier = arn;
            request.Model = JsonTexts.Text(user);
        }

        return work.Failure;
    }

    private HandlerFailure? Update(ResourceRequest request, HandlerWork work)
    {
        if (work.Changes is not { Count: > 0 } changes)
        {
            return work.Failure;
        }

        if (store.Find(ResourceTypes.User, request.Identifier!) is not { } stored)
        {
            return HandlerFailure.NotFound(request.TypeName, request.Identifier!);
        }

        var user = stored.Read(seeded);
        var old = (JsonObject)user.DeepClone();
        UserUpdate.Apply(user, changes);
        if (rules.Check(old, user, changes.ContainsKey) is { } refused)
        {
            return refused;
        }

        if (!work.IsNotApplied)
        {
            store.Put(ResourceTypes.User, stored.Identifier, user).IsChanged = true;
        }

        request.Model = JsonTexts.Text(user);
        return work.Failure;
    }

    private HandlerFailure? Delete(ResourceRequest request, HandlerWork work)
    {
        if (!work.Deletes)
        {
            return work.Failure;
        }

        var existed = work.IsNotApplied ? store.Find(ResourceTypes.User, request.Identifier!) is not null : store.Remove(request.Identifier!);
        return existed ? work.Failure : HandlerFailure.NotFound(request.TypeName, request.Identifier!);
    }
}
