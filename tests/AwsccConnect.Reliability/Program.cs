using AwsccConnect.Tests.Faults;

// Runs the fault matrix and prints how many cases were tried and survived; with --write it puts the tables into
// docs/reliability.md. The exit code is 0 when every case was survived, 1 when one was not, 2 for other arguments.
if (args is not ([] or ["--write"]))
{
    Console.Error.WriteLine("Usage: dotnet run --project tests/AwsccConnect.Reliability [-- --write]");
    return 2;
}

var results = await new FaultMatrix().Results;
foreach (var lost in results.Where(result => !result.IsSurvived))
{
    Console.WriteLine($"Not survived: {lost.Case}: {string.Join("; ", lost.Violations)}");
}

foreach (var group in results.GroupBy(result => result.Case.Group))
{
    Console.WriteLine($"{group.Key}: {FaultMatrix.CountsOf([.. group])}");
}

if (args is ["--write"])
{
    await File.WriteAllTextAsync(ReliabilityPage.FilePath, ReliabilityPage.With(await File.ReadAllTextAsync(ReliabilityPage.FilePath), results));
    Console.WriteLine($"Written: {ReliabilityPage.FilePath}");
}

Console.WriteLine(FaultMatrix.CountsOf(results));
return results.All(result => result.IsSurvived) ? 0 : 1;
