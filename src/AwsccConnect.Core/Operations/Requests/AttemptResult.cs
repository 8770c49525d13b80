using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>
/// The end of a request that did not simply succeed. The number is that of the request, from 1; the last progress event is null for
/// <see cref="AttemptResultKind.TokenConflict"/>.
/// </summary>
internal sealed record AttemptResult(AttemptResultKind Kind, int Number, ProgressEvent? Event);
