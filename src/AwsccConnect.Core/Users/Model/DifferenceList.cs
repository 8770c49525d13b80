using System.Collections.ObjectModel;

namespace AwsccConnect;

/// <summary>Differences as one cell of a report: their lines, separated by <c>; </c>.</summary>
/// <typeparam name="T">The differences' type.</typeparam>
/// <param name="differences">The differences.</param>
public sealed class DifferenceList<T>(IList<T> differences) : ReadOnlyCollection<T>(differences)
{
    /// <summary>The lines of all.</summary>
    /// <returns>The text; empty where there are none.</returns>
    public override string ToString() => string.Join("; ", this);
}
