using AwsccConnect.Simulator.Api;

namespace AwsccConnect.Simulator.Http;

/// <summary>A call that is understood and not carried out yet. It has the quotas that it counts against, and its IAM action.</summary>
internal sealed record PreparedCall(IReadOnlyList<string> Quotas, string Action, Func<Task<ApiResponse>> Invoke);
