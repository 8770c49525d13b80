using AwsccConnect.Benchmarks.Processes;

namespace AwsccConnect.Benchmarks;

/// <summary>
/// Without a mode the comparison; the modes <c>serve</c> (the service), <c>work</c> (a PowerShell session with the module)
/// and <c>client</c> (the bare SDK) are the processes that the comparison starts of itself, so that each is measured alone.
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
                ["client"] => await ClientMode.RunAsync(),
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
