using System.Collections.Concurrent;

namespace AwsccConnect.Core.Operations.Requests;

/// <summary>What a session has learned about how long requests take in one account and Region, by operation.</summary>
public sealed class CompletionTimes
{
    private readonly ConcurrentDictionary<string, CompletionEstimator> _estimators = new(StringComparer.Ordinal);

    /// <summary>The estimator of an operation.</summary>
    /// <param name="operation">CREATE, UPDATE or DELETE.</param>
    /// <returns>The estimator.</returns>
    internal CompletionEstimator For(string operation) => _estimators.GetOrAdd(operation, _ => new CompletionEstimator());
}
