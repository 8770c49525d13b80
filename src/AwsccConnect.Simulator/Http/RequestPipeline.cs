using System.Diagnostics;
using AwsccConnect.Simulator.Api;
using AwsccConnect.Simulator.Connect;
using AwsccConnect.Simulator.Faults;
using AwsccConnect.Simulator.Quotas;
using AwsccConnect.Simulator.Resources;
using AwsccConnect.Simulator.Seeding;
using AwsccConnect.Simulator.Signing;

namespace AwsccConnect.Simulator.Http;

/// <summary>The way of a request: guard, body, signature, faults, latency, quotas, operation, response, log.</summary>
internal sealed class RequestPipeline(
    SimulatorWorld world, RegionalApis here, RegionalApis elsewhere, SimulatorFaults faults, SignatureVerifier? signatures, CallLog log, SimulatorOptions options, CancellationToken stopping)
{
    private readonly TimeProvider _time = options.TimeProvider;
    private readonly LatencyTimer _latency = new(stopping);

    public async Task<HttpResponse> HandleAsync(HttpRequest http)
    {
        var sequence = log.NextSequence();
        var started = _time.GetTimestamp();
        SimulatorCall record = new()
        {
            Sequence = sequence,
            Time = _time.GetUtcNow(),
            Operation = http.Method,
            RequestId = StableHash.Guid(world.Parameters.Seed, "call", sequence),
        };
        var protocol = ApiProtocol.Of(http);
        HttpResponse response;
        try
        {
            response = await RespondAsync(http, protocol, record, started).ConfigureAwait(false);
        }
        catch (ServiceErrorException e)
        {
            response = protocol.Fail(e.Code, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A mistake of the simulator itself. Its message may hold values, so only its type is reported.
            response = protocol.Error("InternalFailure", $"The simulator failed: {e.GetType().Name} in {e.TargetSite?.DeclaringType?.Name}.{e.TargetSite?.Name}", 500);
        }

        // Logged before it is sent: a client that has the response finds the call in the log.
        record.Outcome = response.Outcome;
        record.StatusCode = response.IsReset ? 0 : response.Status;
        record.Milliseconds = _time.GetElapsedTime(started).TotalMilliseconds;
        log.Add(record);
        return response with { RequestId = record.RequestId, Date = _time.GetUtcNow() };
    }

    private async Task<HttpResponse> RespondAsync(HttpRequest http, ApiProtocol protocol, SimulatorCall record, long started)
    {
        if (RequestGuard.Refusal(http) is { } refusal)
        {
            return protocol.Error("AccessDeniedException", refusal, 403);
        }

        if (protocol == ApiProtocol.CloudControl && http.Method != "POST")
        {
            return http.Method is "GET" or "HEAD" && http.Path == "/"
                ? AwsJson.Text(200, "application/json", """{"service":"cloudcontrolapi","status":"ok"}""", "Health")
                : AwsJson.Text(405, "application/json", """{"message":"Only POST / is served."}""", "MethodNotAllowed");
        }

        if (http.IsTooLarge)
        {
            throw AwsJson.TooLarge();
        }

        signatures?.Verify(http, record.Time, protocol.SigningName);
        var apis = SignatureHeader.RegionOf(http) is { } region && region != world.Parameters.Region ? elsewhere : here;
        var call = protocol == ApiProtocol.Connect ? PrepareConnect(http, apis.Connect, record) : PrepareCloudControl(http, apis.CloudControl, record);
        var throttled = false;
        foreach (var quota in call.Quotas)
        {
            throttled |= !world.Quotas.TryTake(quota);
        }

        var hits = faults.SelectForCall(new FaultSubject(record.Operation, record.TypeName, record.Identifier ?? record.RequestToken, record.Username));
        await DelayAsync(started, Latency(record.Sequence) + hits.Where(hit => hit.Kind == SimulatorFaultKind.Slow).Sum(hit => hit.Milliseconds)).ConfigureAwait(false);
        var fault = hits.FirstOrDefault(hit => hit.Kind != SimulatorFaultKind.Slow);
        if (FaultResponses.Before(fault, protocol) is { } instead)
        {
            return instead;
        }

        if (throttled)
        {
            return protocol.Fail("ThrottlingException", "Rate exceeded");
        }

        if (world.Denials.Refusal(call.Action, record.Identifier ?? "*") is { } denied)
        {
            return protocol.Fail("AccessDeniedException", denied);
        }

        var reply = await call.Invoke().ConfigureAwait(false);
        record.Identifier = reply.Identifier ?? record.Identifier;
        record.Username = reply.Username ?? record.Username;
        record.RequestToken = reply.RequestToken ?? record.RequestToken;
        return FaultResponses.After(fault, new HttpResponse(200, reply.Body, protocol.ContentType, "Success"));
    }

    private static PreparedCall PrepareConnect(HttpRequest http, ConnectApi connect, SimulatorCall record)
    {
        var call = ConnectRoutes.Read(http);
        record.Operation = call.Operation;
        record.TypeName = call.Type.Name;
        record.Identifier = call.InstanceId is null ? null : connect.ArnOf(call.InstanceId);
        return new PreparedCall([call.Operation], $"connect:{call.Operation}", () => Task.FromResult(connect.Invoke(call)));
    }

    private PreparedCall PrepareCloudControl(HttpRequest http, CloudControlApi api, SimulatorCall record)
    {
        record.Operation = AwsJson.OperationOf(http);
        if (!api.Has(record.Operation))
        {
            throw new ServiceErrorException("UnknownOperationException", "The operation in X-Amz-Target is unknown.");
        }

        ApiRequest request = new(record.Operation, AwsJson.ParseInput(http.Body));
        Describe(request, record);

        // The IAM actions of Cloud Control are CloudFormation's.
        return new PreparedCall([QuotaBook.AllRequests, request.Operation], $"cloudformation:{request.Operation}", () => api.InvokeAsync(request));
    }

    private void Describe(ApiRequest request, SimulatorCall record)
    {
        record.TypeName = request.TypeName;
        record.Identifier = request.Identifier;
        record.ClientToken = request.ClientToken;
        record.RequestToken = request.RequestToken;
        record.Username = request.DesiredState is { } desired ? ResourceStore.Text(desired, "Username") : null;
        if (record.Identifier is not null)
        {
            record.Username = world.UsernameOf(record.Identifier);
        }
        else if (record.RequestToken is { } token && world.Read(_ => world.Ledger.Find(token)) is { } known)
        {
            record.TypeName = known.TypeName;
            record.Identifier = known.Identifier;
            record.Username = known.Username;
        }
    }

    private double Latency(long sequence) =>
        StableHash.Between(options.LatencyMilliseconds, options.LatencyMaximumMilliseconds, world.Parameters.Seed, "latency", sequence);

    /// <summary>Counted from the arrival of the request, as a client sees it.</summary>
    private Task DelayAsync(long started, double milliseconds)
    {
        if (milliseconds <= 0)
        {
            return Task.CompletedTask;
        }

        return _time == TimeProvider.System
            ? _latency.DelayUntilAsync(started + (long)(milliseconds * Stopwatch.Frequency / 1000))
            : Task.Delay(TimeSpan.FromMilliseconds(milliseconds), _time, stopping);
    }
}
