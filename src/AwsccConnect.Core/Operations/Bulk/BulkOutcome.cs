namespace AwsccConnect.Core.Operations.Bulk;

/// <summary>How the work on one item of a bulk run ended: with a result, or with an error, which is null on success.</summary>
internal sealed record BulkOutcome<TItem, TResult>(TItem Item, TResult? Result, Exception? Error);
