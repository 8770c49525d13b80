namespace AwsccConnect.Benchmarks.Processes;

/// <summary>What a script did.</summary>
/// <param name="Seconds">Elapsed seconds.</param>
/// <param name="CpuSeconds">Processor seconds of the whole process meanwhile.</param>
/// <param name="AllocatedBytes">Bytes allocated by the whole process meanwhile.</param>
/// <param name="Count">Objects that came out.</param>
/// <param name="Errors">Id and message of each error.</param>
/// <param name="Texts">The objects that are texts.</param>
internal sealed record WorkResult(
    double Seconds, double CpuSeconds, long AllocatedBytes, int Count, IReadOnlyList<string> Errors, IReadOnlyList<string> Texts)
{
    /// <exception cref="InvalidOperationException">There were errors, or another number of objects came out.</exception>
    public WorkResult Expect(int count) => Errors.Count == 0 && Count == count
        ? this
        : throw new InvalidOperationException($"Expected {count} objects and no error; got {Count} and {Errors.Count} errors: {string.Join(", ", Errors.Take(1))}");
}
