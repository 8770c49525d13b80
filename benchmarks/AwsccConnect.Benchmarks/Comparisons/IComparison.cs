using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>One thing that is measured.</summary>
internal interface IComparison
{
    /// <summary>Its name for --only.</summary>
    string Name { get; }

    /// <summary>Measures.</summary>
    Task<IReadOnlyList<ResultRow>> RunAsync(BenchmarkOptions options, Action<string> say);
}
