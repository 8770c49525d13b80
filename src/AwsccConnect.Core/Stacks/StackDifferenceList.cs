using System.Collections.ObjectModel;

namespace AwsccConnect;

/// <summary>Differences as one cell of a report: their lines, separated by <c>; </c>.</summary>
/// <param name="differences">The differences.</param>
public sealed class StackDifferenceList(IList<StackDifference> differences) : ReadOnlyCollection<StackDifference>(differences)
{
    /// <summary>The lines of all.</summary>
    /// <returns>The text; empty where there are none.</returns>
    public override string ToString() => string.Join("; ", this);
}
