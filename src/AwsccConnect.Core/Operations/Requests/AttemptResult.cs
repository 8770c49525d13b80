using Amazon.CloudControlApi.Model;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>The end of a request that did not simply succeed.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Number">Number of the request, from 1.</param>
/// <param name="Event">The last progress event; null for <see cref="AttemptResultKind.TokenConflict"/>.</param>
internal sealed record AttemptResult(AttemptResultKind Kind, int Number, ProgressEvent? Event);
