using System.Management.Automation;

namespace AwsccConnect.Tests.Hosting;

/// <summary>
/// A session whose commands go to a simulator of its own, <c>$simulator</c>, by default parameter values: sessions of one
/// process share what <c>-SetDefault</c> sets.
/// </summary>
public sealed class SimulatedSession : IDisposable
{
    /// <summary>Opens the session and starts the simulator.</summary>
    /// <param name="region">Region of the simulated resources.</param>
    public SimulatedSession(string region = "eu-west-2")
    {
        Session.Run(
            """
            $simulator = Start-ConnectSimulator -Region $region
            $PSDefaultParameterValues = @{}

            # Not the keys of an earlier simulator, which may have had the same port: the session caches names by account.
            $key = "AKIA$([guid]::NewGuid().ToString('N').Substring(0, 16))"
            foreach ($command in Get-Command -Module AwsccConnect) {
                if ($command.Parameters.ContainsKey('EndpointUrl')) {
                    $PSDefaultParameterValues["$($command.Name):EndpointUrl"] = $simulator.Url.AbsoluteUri
                    $PSDefaultParameterValues["$($command.Name):AccessKey"] = $key
                    $PSDefaultParameterValues["$($command.Name):SecretKey"] = 'none'
                    $PSDefaultParameterValues["$($command.Name):Region"] = $region
                }
            }
            """,
            ("region", region));
    }

    /// <summary>The session.</summary>
    public ModuleSession Session { get; } = new();

    /// <summary>Runs a script that must not have any error, and returns its output.</summary>
    /// <param name="script">The script.</param>
    /// <param name="variables">Variables to set before.</param>
    public IReadOnlyList<PSObject> Run(string script, params (string Name, object? Value)[] variables) => Session.Run(script, variables);

    public void Dispose()
    {
        Session.Invoke("$simulator | Stop-ConnectSimulator");
        Session.Dispose();
    }
}
