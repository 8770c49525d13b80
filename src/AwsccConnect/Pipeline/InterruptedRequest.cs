using AwsccConnect.Core.Operations.Requests;

namespace AwsccConnect.Pipeline;

/// <summary>A write that a stopped command left behind.</summary>
/// <param name="Request">The write.</param>
/// <param name="Endpoint">The endpoint it was sent to; null for the Region's own.</param>
internal sealed record InterruptedRequest(InFlightRequest Request, string? Endpoint);
