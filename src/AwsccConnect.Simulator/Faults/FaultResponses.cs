using System.Text;

namespace AwsccConnect.Simulator.Faults;

/// <summary>Applies fault rules to responses.</summary>
internal static class FaultResponses
{
    /// <summary>The response instead of handling the call, or null.</summary>
    public static HttpResponse? Before(SimulatorFault? fault, ApiProtocol protocol)
    {
        switch (fault?.Kind)
        {
            case SimulatorFaultKind.Throttle:
                return protocol.Fail("ThrottlingException", fault.Message ?? "Rate exceeded");
            case SimulatorFaultKind.Http5xx:
                var code = fault.StatusCode switch { 500 => "InternalFailure", 503 => "ServiceUnavailable", _ => FormattableString.Invariant($"Http{fault.StatusCode}") };
                return protocol.Error(code, fault.Message ?? "The service is not available.", fault.StatusCode);
            case SimulatorFaultKind.Exception:
                return protocol.Fail(fault.ExceptionName, fault.Message ?? $"{fault.ExceptionName} injected by a fault rule");
            case SimulatorFaultKind.Reset:
                return new HttpResponse(0, default, string.Empty, nameof(SimulatorFaultKind.Reset)) { IsReset = true };
            default:
                return null;
        }
    }

    /// <summary>What arrives of the response to a call that has been handled.</summary>
    public static HttpResponse After(SimulatorFault? fault, HttpResponse response) => fault?.Kind switch
    {
        SimulatorFaultKind.ResetAfter => response with { IsReset = true, Outcome = nameof(SimulatorFaultKind.ResetAfter) },
        SimulatorFaultKind.Truncated => response with { IsTruncated = true, Outcome = nameof(SimulatorFaultKind.Truncated) },
        SimulatorFaultKind.Garbage => response with { Body = Encoding.UTF8.GetBytes("{\"ProgressEvent\":{{{"), Outcome = nameof(SimulatorFaultKind.Garbage) },
        SimulatorFaultKind.WrongContentType => AwsJson.Text(
            200, "text/html", "<!DOCTYPE html><html><body>Sign in to the network</body></html>", nameof(SimulatorFaultKind.WrongContentType)),
        _ => response,
    };
}
