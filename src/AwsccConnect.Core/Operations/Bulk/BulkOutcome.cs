namespace AwsccConnect.Core.Operations.Bulk;

/// <summary>How the work on one item of a bulk run ended.</summary>
/// <typeparam name="TItem">The item.</typeparam>
/// <typeparam name="TResult">What the work gives.</typeparam>
/// <param name="Item">The item.</param>
/// <param name="Result">The result, when <paramref name="Error"/> is null.</param>
/// <param name="Error">Why the item failed; null on success.</param>
public sealed record BulkOutcome<TItem, TResult>(TItem Item, TResult? Result, Exception? Error);
