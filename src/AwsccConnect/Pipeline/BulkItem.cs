namespace AwsccConnect.Pipeline;

/// <summary>An input with the work on it, which gives what writes the result.</summary>
internal sealed record BulkItem(IBulkInput Input, Func<CancellationToken, Task<Func<Task>>> WorkAsync);
