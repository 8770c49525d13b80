using System.Collections.Concurrent;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>What a session has learned about how long requests take in one account and Region, by operation.</summary>
internal sealed class CompletionTimes
{
    private readonly ConcurrentDictionary<string, CompletionEstimator> _estimators = new(StringComparer.Ordinal);

    /// <summary>The estimator of CREATE, UPDATE or DELETE.</summary>
    public CompletionEstimator For(string operation) => _estimators.GetOrAdd(operation, _ => new CompletionEstimator());
}
