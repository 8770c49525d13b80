using AwsccConnect.Benchmarks.Processes;

namespace AwsccConnect.Benchmarks;

/// <summary>
/// Without a mode the comparison; the modes <c>serve</c> (the service) and <c>work</c> (a PowerShell session with the module)
/// are the processes that the comparison starts of itself, so that each is measured alone.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        try
        {
            return arguments switch
            {
                ["serve", .. var rest] => await ServeMode.RunAsync(new Arguments(rest)),
                ["work"] => WorkMode.Run(),
                _ => await Comparison.RunAsync(BenchmarkOptions.Parse(new Arguments(arguments))),
            };
        }
        catch (UsageException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 64;
        }
    }
}
