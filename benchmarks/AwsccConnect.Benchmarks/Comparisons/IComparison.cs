using AwsccConnect.Benchmarks.Reporting;

namespace AwsccConnect.Benchmarks.Comparisons;

/// <summary>One thing that is measured.</summary>
internal interface IComparison
{
    /// <summary>Its name for --only.</summary>
    string Name { get; }

    /// <summary>Measures.</summary>
    /// <param name="options">How much of it.</param>
    /// <param name="say">Tells the reader what is going on.</param>
    /// <returns>The results.</returns>
    Task<IReadOnlyList<ResultRow>> RunAsync(BenchmarkOptions options, Action<string> say);
}
