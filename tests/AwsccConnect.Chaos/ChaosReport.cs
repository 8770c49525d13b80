using System.Globalization;
using System.Text;

namespace AwsccConnect.Chaos;

/// <summary>What came of a run.</summary>
internal sealed class ChaosReport
{
    private const int Shown = 20;

    /// <summary>The phases, in order.</summary>
    public IList<PhaseResult> Phases { get; } = [];

    /// <summary>Calls that were hit, by the outcome that the service logged.</summary>
    public IReadOnlyDictionary<string, int> Outcomes { get; set; } = new Dictionary<string, int>();

    /// <summary>What is not as it should be; empty when all is well.</summary>
    public IList<string> Problems { get; } = [];

    /// <summary>The report as text.</summary>
    public string Summary()
    {
        StringBuilder text = new();
        text.AppendLine().AppendLine("operation        processes  killed  requests  calls  seconds");
        foreach (var phase in Phases)
        {
            text.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{phase.Operation,-15}  {phase.Processes,9}  {phase.Kills,6}  {phase.Requests,8}  {phase.Calls,5}  {phase.Seconds,7:0}"));
        }

        text.AppendLine().AppendLine("calls by outcome");
        foreach ((var outcome, var count) in Outcomes.OrderByDescending(pair => pair.Value))
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{count,8}  {outcome}"));
        }

        text.AppendLine();
        if (Problems.Count == 0)
        {
            return text.Append("All as expected: every user created, changed and removed exactly once, no other user touched.").ToString();
        }

        text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{Problems.Count} problems:"));
        foreach (var problem in Problems.Take(Shown))
        {
            text.Append("  ").AppendLine(problem);
        }

        return text.ToString();
    }
}
