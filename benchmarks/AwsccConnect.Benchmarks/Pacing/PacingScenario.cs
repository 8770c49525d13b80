namespace AwsccConnect.Benchmarks.Pacing;

/// <summary>A quota for CreateUser, and what becomes of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Creates">Users to create.</param>
/// <param name="Rate">Creates a second at first.</param>
/// <param name="LaterRate">Creates a second after the change.</param>
/// <param name="ChangeAfter">Seconds from the start to the change.</param>
internal sealed record PacingScenario(string Name, int Creates, double Rate, double LaterRate, double ChangeAfter)
{
    public const int Burst = 5;

    public bool Changes => LaterRate != Rate;

    /// <summary>The least time, in seconds. A changed quota begins with a whole burst, as the simulator has it.</summary>
    public double Ideal
    {
        get
        {
            var before = Burst + (Rate * ChangeAfter);
            return !Changes || Creates <= before
                ? (Creates - Burst) / Rate
                : ChangeAfter + Math.Max(0, (Creates - before - Burst) / LaterRate);
        }
    }

    public static IReadOnlyList<PacingScenario> Of(BenchmarkOptions options)
    {
        var creates = options.Scale(300, 60);
        var change = options.Scale(75, 12);
        return
        [
            new("stays 2/s", creates, 2, 2, change),
            new("raised to 8/s", creates, 2, 8, change),
            new("lowered to 1/s", creates, 2, 1, change),
        ];
    }
}
