namespace AwsccConnect.Benchmarks.Pacing;

/// <summary>A way to get many users created under a quota that the client does not know.</summary>
internal interface IPacingStrategy : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Gets ready, outside the measured time.</summary>
    Task PrepareAsync(PacingTarget target);

    /// <summary>Creates the users.</summary>
    Task<double> RunAsync(PacingTarget target, int creates);
}
