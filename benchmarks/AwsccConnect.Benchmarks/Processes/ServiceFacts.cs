namespace AwsccConnect.Benchmarks.Processes;

/// <summary>What the service has done so far.</summary>
/// <param name="Users">Users that exist.</param>
/// <param name="CpuSeconds">Processor time of the process since its start.</param>
/// <param name="Calls">Number of calls by operation and outcome since the log was emptied.</param>
internal sealed record ServiceFacts(int Users, double CpuSeconds, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Calls)
{
    /// <summary>Calls of all operations.</summary>
    public int AllCalls => Calls.Values.Sum(outcomes => outcomes.Values.Sum());

    public int CallsOf(string operation) => Calls.TryGetValue(operation, out var outcomes) ? outcomes.Values.Sum() : 0;
}
