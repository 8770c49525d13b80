namespace AwsccConnect.Tests.Faults;

/// <summary>Runs the matrix once for all tests that look at it.</summary>
public sealed class FaultMatrixFixture
{
    private readonly Lazy<Task<IReadOnlyList<FaultResult>>> _results = new(() => FaultMatrix.RunAsync(FaultMatrix.Cases));

    /// <summary>The results, in the order of <see cref="FaultMatrix.Cases"/>.</summary>
    public Task<IReadOnlyList<FaultResult>> Results => _results.Value;
}
