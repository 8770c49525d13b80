namespace AwsccConnect.Core.Operations.Bulk;

/// <summary>In which order a bulk run returns its outcomes.</summary>
public enum BulkOrder
{
    /// <summary>As they finish: a slow item does not delay the others.</summary>
    AsFinished,

    /// <summary>As the items were submitted.</summary>
    AsSubmitted,
}
