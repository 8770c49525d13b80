namespace AwsccConnect.Core.Users;

/// <summary>Finds the closest known name for a suggestion.</summary>
internal static class ClosestMatch
{
    /// <summary>The candidate nearest to a name, if one is near enough (a third of its letters may be wrong, at most three).</summary>
    public static string? Match(string? name, IEnumerable<string> candidates)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        string? best = null;
        var bestDistance = Math.Clamp(name.Length / 3, 1, 3) + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) < bestDistance && Distance(name, candidate) is var distance && distance < bestDistance)
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>The edit distance with swaps of neighbours, ignoring case and underscores.</summary>
    internal static int Distance(string left, string right)
    {
        var a = left.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
        var b = right.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
