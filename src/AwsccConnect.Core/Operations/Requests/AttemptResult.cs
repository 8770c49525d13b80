using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>The end of a request that did not simply succeed. The last progress event is null for <see cref="AttemptResultKind.TokenConflict"/>.</summary>
internal sealed record AttemptResult(AttemptResultKind Kind, ProgressEvent? Event);
