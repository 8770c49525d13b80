namespace AwsccConnect.Chaos;

/// <summary>PowerShell processes that run commands against a simulator.</summary>
internal static class ChaosScript
{
    /// <summary>Writes a script. It writes <c>$result</c>: objects as lines, errors to the error stream.</summary>
    /// <param name="folder">Where the script is written.</param>
    /// <param name="name">Its name, without extension.</param>
    /// <param name="simulator">The simulator.</param>
    /// <param name="commands">The commands; they set <c>$result</c>.</param>
    /// <returns>The script's path.</returns>
    public static string Write(string folder, string name, ConnectSimulator simulator, string commands)
    {
        var script = Path.Combine(folder, name + ".ps1");
        File.WriteAllText(script, $$"""
            Import-Module -Name '{{Path.Combine(PwshCommand.RepositoryRoot, "output", "AwsccConnect", "AwsccConnect.psd1")}}'
            $PSDefaultParameterValues = @{
                '*-ConnectUser*:EndpointUrl' = '{{simulator.Url}}'; '*-ConnectUser*:Region' = '{{simulator.Region}}'
                '*-ConnectUser*:AccessKey' = 'AKIDCHAOS'; '*-ConnectUser*:SecretKey' = 'chaos-secret'
            }
            {{commands}}
            $failed = @($result | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
            $result | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] } | ForEach-Object { "$_" }
            $failed | ForEach-Object { [Console]::Error.WriteLine("$($_.FullyQualifiedErrorId): $_") }
            exit [int]($failed.Count -gt 0)
            """);
        return script;
    }

    /// <summary>Starts a script.</summary>
    public static PwshProcess Start(string script) => PwshProcess.Start(["-NonInteractive", "-File", script]);
}
