using AwsccConnect.Simulator.Requests;
using AwsccConnect.Simulator.Resources;

namespace AwsccConnect.Simulator.Api;

/// <summary>
/// CreateResource, UpdateResource and DeleteResource. What the service checks itself (tokens, patch, schema) fails the call; what the handler
/// finds ends the accepted request. Patches and schemas are looked at outside the lock and the result is kept only if nothing moved meanwhile.
/// </summary>
internal sealed class WriteOperations(SimulatorWorld world, WriteAcceptance acceptance, SchemaValidator users)
{
    public async Task<ApiResponse> CreateAsync(ApiRequest request)
    {
        var type = WritableTypeOf(request, RequestStatus.Create);
        var desired = request.Required("DesiredState");
        var intent = acceptance.Intent(request, RequestStatus.Create, type, null, desired);
        if (acceptance.FindRepeat(intent) is { } repeat)
        {
            return repeat;
        }

        if (!JsonTexts.TryParse(desired, out var node) || node is not JsonObject model)
        {
            throw ServiceErrors.InvalidRequest("DesiredState is not a JSON object");
        }

        await users.CheckAsync(model).ConfigureAwait(false);
        if (model.ContainsKey(type.IdentifierProperty))
        {
            throw ServiceErrors.Validation($"Model validation failed (#: readOnlyProperties [/properties/{type.IdentifierProperty}] cannot be specified)");
        }

        var password = ResourceStore.Text(model, "Password");
        var refused = world.Rules.CheckPassword(password);
        var hash = refused is null && password is not null ? PasswordHash.Of(password) : null;
        model.Remove("Password");
        return world.Write(now => acceptance.FindRepeat(intent, now)
            ?? acceptance.Accept(intent, now, null, ResourceStore.Text(model, "Username"), JsonTexts.Text(model), fault => PlanCreate(intent, model, hash, refused, fault)));
    }

    public async Task<ApiResponse> UpdateAsync(ApiRequest request)
    {
        var type = WritableTypeOf(request, RequestStatus.Update);
        var identifier = request.Required("Identifier");
        var document = request.Required("PatchDocument");
        var intent = acceptance.Intent(request, RequestStatus.Update, type, identifier, document);
        while (true)
        {
            if (acceptance.FindRepeat(intent) is { } repeat)
            {
                return repeat;
            }

            (var stored, var version, var json) = world.Read(now =>
            {
                acceptance.RefuseIfBusy(identifier);
                var found = world.FindReadable(type, identifier, now) ?? throw ServiceErrors.NotFound(type.Name, identifier);
                return (found, found.Version, found.ReadJson(world.Seeded));
            });
            var before = JsonTexts.ParseObject(json);
            (var patch, var after) = Patched(document, before);
            await users.CheckAsync(after).ConfigureAwait(false);
            var reply = world.Write(now =>
            {
                if (acceptance.FindRepeat(intent, now) is { } repeated)
                {
                    return repeated;
                }

                acceptance.RefuseIfBusy(identifier);
                if (world.Store.Find(type, identifier) != stored || stored.Version != version)
                {
                    return null;
                }

                var shown = after.DeepClone().AsObject();
                shown.Remove("Password");
                return acceptance.Accept(intent, now, identifier, stored.Name, JsonTexts.Text(shown), fault => PlanUpdate(intent, before, patch, after, fault));
            });
            if (reply is not null)
            {
                return reply;
            }
        }
    }

    public ApiResponse Delete(ApiRequest request)
    {
        var type = WritableTypeOf(request, RequestStatus.Delete);
        var identifier = request.Required("Identifier");
        var intent = acceptance.Intent(request, RequestStatus.Delete, type, identifier, null);
        return world.Write(now =>
        {
            if (acceptance.FindRepeat(intent, now) is { } repeated)
            {
                return repeated;
            }

            acceptance.RefuseIfBusy(identifier);
            var stored = world.FindReadable(type, identifier, now);
            return acceptance.Accept(intent, now, identifier, stored?.Name, null, fault => PlanDelete(intent, identifier, stored, fault));
        });
    }

    private static ResourceType WritableTypeOf(ApiRequest request, string action)
    {
        var type = ResourceOperations.TypeOf(request);
        return type.IsWritable ? type : throw ServiceErrors.UnsupportedAction(type.Name, action);
    }

    private static (JsonPatch Patch, JsonObject After) Patched(string document, JsonObject before)
    {
        try
        {
            var patch = JsonPatch.Parse(document);
            return patch.Apply(before) is JsonObject after
                ? (patch, after)
                : throw new JsonPatchException("the patched resource is not a JSON object");
        }
        catch (JsonPatchException e)
        {
            throw ServiceErrors.InvalidRequest($"Invalid patch document: {e.Message}");
        }
    }

    private HandlerWork PlanCreate(WriteIntent intent, JsonObject model, PasswordHash? password, HandlerFailure? refused, SimulatorFault? fault)
    {
        if ((refused ?? Failure(fault, SimulatorFaultKind.HandlerError) ?? world.Refuse("CreateUser", intent.HasRole)) is { } failure)
        {
            return new HandlerWork { Failure = failure };
        }

        var later = Failure(fault, SimulatorFaultKind.HalfApplied);
        if (later is null && model["UserProficiencies"] is JsonArray { Count: > 0 })
        {
            later = world.Refuse("AssociateUserProficiencies", intent.HasRole);
        }

        if (later is not null)
        {
            // The user exists by now; what the handler adds afterwards does not.
            model.Remove("UserProficiencies");
            model.Remove("Tags");
        }

        return new HandlerWork { Desired = model, Password = password, Failure = later, IsNotApplied = fault?.Kind == SimulatorFaultKind.NotApplied };
    }

    private HandlerWork PlanUpdate(WriteIntent intent, JsonObject before, JsonPatch patch, JsonObject after, SimulatorFault? fault)
    {
        var changes = UserUpdate.Changes(before, after);
        var failure = UserUpdate.CheckUpdatable(changes) ?? Failure(fault, SimulatorFaultKind.HandlerError);
        if (failure is not null)
        {
            return new HandlerWork { Failure = failure };
        }

        failure = Failure(fault, SimulatorFaultKind.HalfApplied);
        if (failure is not null)
        {
            changes = UserUpdate.Changes(before, patch.Apply(before, (patch.Count + 1) / 2) as JsonObject ?? after);
        }

        changes = UserUpdate.Affordable(changes, api => world.Refuse(api, intent.HasRole), out var refusal);
        return new HandlerWork
        {
            Changes = changes,
            Failure = refusal ?? failure,
            IsNotApplied = fault?.Kind == SimulatorFaultKind.NotApplied,
        };
    }

    private HandlerWork PlanDelete(WriteIntent intent, string identifier, StoredResource? stored, SimulatorFault? fault)
    {
        var failure = stored is null
            ? HandlerFailure.NotFound(intent.Type.Name, identifier)
            : Failure(fault, SimulatorFaultKind.HandlerError);
        failure ??= world.Refuse("DeleteUser", intent.HasRole);
        return failure is not null
            ? new HandlerWork { Failure = failure }
            : new HandlerWork
            {
                Deletes = true,
                Failure = Failure(fault, SimulatorFaultKind.HalfApplied),
                IsNotApplied = fault?.Kind == SimulatorFaultKind.NotApplied,
            };
    }

    private static HandlerFailure? Failure(SimulatorFault? fault, SimulatorFaultKind kind) => fault?.Kind == kind
        ? new HandlerFailure(fault.ErrorCode, fault.Message ?? HandlerFailure.FromConnect($"{fault.ErrorCode} injected by a fault rule", 500))
        : null;
}
