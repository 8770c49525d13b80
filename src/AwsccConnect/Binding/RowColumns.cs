namespace AwsccConnect.Binding;

/// <summary>Tells once in a command which columns are not known.</summary>
internal sealed class RowColumns
{
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The columns not told of before, which from now on are.</summary>
    /// <param name="unknown">Unknown columns of a row.</param>
    /// <returns>The new ones.</returns>
    public IReadOnlyList<string> New(IEnumerable<string> unknown) => [.. unknown.Where(_seen.Add)];
}
