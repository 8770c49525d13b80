namespace AwsccConnect.Chaos;

/// <summary>One command of a run, with how often it is killed.</summary>
/// <param name="Operation">CreateResource, UpdateResource or DeleteResource.</param>
/// <param name="Command">The PowerShell command; <c>$rows</c> holds the rows, <c>$run</c> the run's id.</param>
/// <param name="Rows">The file that the rows come from.</param>
/// <param name="KillsAfter">Accepted changes after which the process is killed, ascending.</param>
internal sealed record ChaosPhase(string Operation, string Command, string Rows, IReadOnlyList<int> KillsAfter);
