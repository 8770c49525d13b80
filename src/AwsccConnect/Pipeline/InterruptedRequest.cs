using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Pipeline;

/// <summary>A write that a stopped command left behind. The endpoint is null for the Region's own.</summary>
internal sealed record InterruptedRequest(InFlightRequest Request, string? Endpoint);
