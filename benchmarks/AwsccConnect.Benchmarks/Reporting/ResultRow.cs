namespace AwsccConnect.Benchmarks.Reporting;

/// <summary>One line of the result.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Ours">The module's numbers.</param>
internal sealed record ResultRow(string What, string Ours)
{
    /// <summary>What has to be reached; empty for a line that only informs.</summary>
    public string Bar { get; init; } = "";

    /// <summary>The best that is possible.</summary>
    public string Ideal { get; init; } = "";

    /// <summary>The numbers of what is compared with.</summary>
    public string Peer { get; init; } = "";

    public string Ratio { get; init; } = "";

    /// <summary>Part of the bar that is used up: at 1 the bar is just met. Null for a line that only informs.</summary>
    public double? UsedUp { get; init; }

    /// <summary>Something else has to hold too, for instance that no item failed.</summary>
    public bool Holds { get; init; } = true;

    public string Verdict => UsedUp is not { } used ? "" : used <= 1 && Holds ? "met" : "missed";
}
