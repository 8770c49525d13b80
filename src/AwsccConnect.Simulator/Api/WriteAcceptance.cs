using System.Security.Cryptography;
using System.Text;
using AwsccConnect.Simulator.Faults;
using AwsccConnect.Simulator.Requests;
using AwsccConnect.Simulator.Resources;
using AwsccConnect.Simulator.Seeding;

namespace AwsccConnect.Simulator.Api;

/// <summary>Converts intended writes to requests: client tokens, one write per resource at a time, handler time, fault rules.</summary>
internal sealed class WriteAcceptance(SimulatorWorld world, SimulatorFaults faults, SimulatorOptions options, byte[] fingerprintKey)
{
    /// <summary>Seconds after which a handler that is refused at its first call gives up, at most.</summary>
    private const double LongestFailure = 0.5;

    /// <summary>Seconds a request stays PENDING, at most.</summary>
    private const double LongestPending = 0.2;

    public WriteIntent Intent(ApiRequest request, string operation, ResourceType type, string? identifier, string? document)
    {
        // Keyed, because the document may hold a password.
        var text = string.Join('\n', operation, type.Name, request.Optional("RoleArn"), request.Optional("TypeVersionId"), identifier, document);
        var fingerprint = Convert.ToBase64String(HMACSHA256.HashData(fingerprintKey, Encoding.UTF8.GetBytes(text)));
        return new WriteIntent(operation, request.Operation, type, request.Optional("ClientToken"), request.Optional("RoleArn") is not null, fingerprint);
    }

    public ApiResponse? FindRepeat(WriteIntent intent) => intent.ClientToken is null ? null : world.Read(now => FindRepeat(intent, now));

    /// <summary>The progress event of the request that was made with the same client token.</summary>
    public ApiResponse? FindRepeat(WriteIntent intent, DateTimeOffset now)
    {
        if (intent.ClientToken is null || world.Ledger.FindClientToken(intent.ClientToken, now) is not { } earlier)
        {
            return null;
        }

        return earlier.Fingerprint == intent.Fingerprint
            ? ProgressEvents.Reply(earlier, now, options.SendRetryAfter)
            : throw new ServiceErrorException("ClientTokenConflictException", $"Client token {intent.ClientToken} has been used in another request");
    }

    public void RefuseIfBusy(string identifier)
    {
        if (world.Ledger.FindBusy(identifier) is { } busy)
        {
            throw new ServiceErrorException(
                "ConcurrentOperationException",
                $"Resource {identifier} is currently being modified by another operation: request {busy.RequestToken} ({busy.Operation})");
        }
    }

    public ApiResponse Accept(
        WriteIntent intent, DateTimeOffset now, string? identifier, string? username, string? model, Func<SimulatorFault?, HandlerWork> plan)
    {
        var fault = faults.SelectForHandler(new FaultSubject(intent.ApiName, intent.Type.Name, identifier, username));
        var work = plan(fault);
        if (options.ThrottleWritesAtOnce && work is { Desired: null, Changes: not { Count: > 0 }, Failure.Code: "Throttling" } && fault is null)
        {
            throw ServiceErrors.Throttling();
        }

        var sequence = world.Ledger.NextSequence();
        var seconds = StableHash.Between(options.HandlerSeconds, options.HandlerMaximumSeconds, world.Parameters.Seed, "handler", sequence);
        var pending = Math.Min(LongestPending, seconds / 10);
        var failsFast = work is { Desired: null, Changes: not { Count: > 0 }, Deletes: false, Failure: not null };
        ResourceRequest request = new()
        {
            Sequence = sequence,
            // Unlike what is seeded, the token is another one in each simulator: sessions tell requests apart by it.
            RequestToken = Guid.NewGuid().ToString("D"),
            ClientToken = intent.ClientToken,
            Fingerprint = intent.Fingerprint,
            TypeName = intent.Type.Name,
            Operation = intent.Operation,
            Identifier = identifier,
            Username = username,
            Accepted = now,
            Starts = now.AddSeconds(pending),
            Ends = now.AddSeconds(failsFast ? Math.Min(seconds, pending + LongestFailure) : seconds),
            Model = model,
            Work = work,
        };
        world.Ledger.Add(request);
        var reply = ProgressEvents.Reply(request, now, options.SendRetryAfter);
        world.Settle();
        return reply;
    }
}
