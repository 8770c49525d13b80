namespace AwsccConnect.Chaos;

/// <summary>The fault rules of a run.</summary>
internal static class ChaosFaults
{
    private static readonly string[] Reads = ["Get*", "List*"];
    private static readonly string[] Writes = ["CreateResource", "UpdateResource", "DeleteResource"];

    /// <summary>Half of the throttled changes are refused as calls, the other half end FAILED, as they do on AWS.</summary>
    public static IEnumerable<SimulatorFault> Of(ChaosOptions options)
    {
        foreach (var operation in Reads)
        {
            yield return new() { Operation = operation, Kind = SimulatorFaultKind.Throttle, Probability = options.Throttled / 100 };
        }

        yield return new() { Kind = SimulatorFaultKind.Http5xx, StatusCode = 500, Probability = options.Failed / 200 };
        yield return new() { Kind = SimulatorFaultKind.Http5xx, StatusCode = 503, Probability = options.Failed / 200 };
        yield return new() { Kind = SimulatorFaultKind.Truncated, Probability = options.Lost / 100 };
        foreach (var operation in Writes)
        {
            yield return new() { Operation = operation, Kind = SimulatorFaultKind.Throttle, Probability = options.Throttled / 200 };
            yield return new() { Operation = operation, Kind = SimulatorFaultKind.ResetAfter, Probability = options.Reset / 100 };
            yield return new() { Operation = operation, Kind = SimulatorFaultKind.HalfApplied, ErrorCode = "ServiceInternalError", Probability = options.HalfApplied / 100 };
            yield return new() { Operation = operation, Kind = SimulatorFaultKind.HandlerError, ErrorCode = "Throttling", Message = "Rate exceeded", Probability = options.Throttled / 200 };
        }
    }
}
