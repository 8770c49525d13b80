namespace AwsccConnect.Core.Operations.Bulk;

/// <summary>In which order a bulk run hands out its outcomes.</summary>
public enum BulkOrder
{
    /// <summary>As they finish: a slow item holds nobody up.</summary>
    AsFinished,

    /// <summary>As the items were submitted.</summary>
    AsSubmitted,
}
