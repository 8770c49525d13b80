namespace AwsccConnect.Chaos;

/// <summary>
/// Creates, changes and removes users through a service that fails at random, in processes that are killed and started again
/// with the same -RunId, and then looks whether everything was done exactly once.
/// </summary>
internal static class Program
{
    /// <summary>Runs it.</summary>
    private static async Task<int> Main(string[] arguments)
    {
        ChaosOptions options;
        try
        {
            options = ChaosOptions.Parse(arguments);
        }
        catch (ArgumentException exception)
        {
            await Console.Error.WriteLineAsync($"{exception.Message}\n\n{ChaosOptions.Usage}");
            return 64;
        }

        var report = await ChaosRun.RunAsync(options, Console.WriteLine);
        for (var i = 0; i < options.Undos; i++)
        {
            foreach (var problem in await UndoRun.RunAsync(options.Seed + i))
            {
                report.Problems.Add(problem);
            }
        }

        Console.WriteLine(report.Summary());
        return report.Problems.Count == 0 ? 0 : 1;
    }
}
