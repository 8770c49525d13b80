using System.Globalization;

namespace AwsccConnect.Benchmarks;

/// <summary>Memory of this process; called by the script that is measured.</summary>
public static class MemorySample
{
    /// <summary>Collects all garbage and takes a sample.</summary>
    /// <param name="count">Number of users so far.</param>
    /// <returns>The number, bytes of the managed heap and of the working set, separated by <c>;</c>.</returns>
    public static string Take(int count)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return string.Create(CultureInfo.InvariantCulture, $"{count};{GC.GetTotalMemory(forceFullCollection: true)};{Environment.WorkingSet}");
    }
}
