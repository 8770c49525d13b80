namespace AwsccConnect.Benchmarks.Pacing;

/// <summary>The service that a strategy works against.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Region">Its Region.</param>
/// <param name="InstanceArn">The instance of the users.</param>
/// <param name="RoutingProfileArn">Their routing profile.</param>
/// <param name="SecurityProfileArn">Their security profile.</param>
internal sealed record PacingTarget(Uri Url, string Region, string InstanceArn, string RoutingProfileArn, string SecurityProfileArn);
