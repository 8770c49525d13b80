using AwsccConnect.Simulator.Api;

namespace AwsccConnect.Simulator.Http;

/// <summary>A call that is understood and not carried out yet.</summary>
/// <param name="Quotas">The quotas that it counts against.</param>
/// <param name="Action">Its IAM action.</param>
/// <param name="Invoke">Carries it out.</param>
internal sealed record PreparedCall(IReadOnlyList<string> Quotas, string Action, Func<Task<ApiResponse>> Invoke);
