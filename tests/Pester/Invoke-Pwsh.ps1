# Dot-sourced by tests that need another process.

# The command line of the PowerShell that runs the tests. The tool has no pwsh of its own: it is dotnet with pwsh.dll.
$pwshCommand = @(
    [System.Environment]::ProcessPath
    if ((Split-Path -Path ([System.Environment]::ProcessPath) -LeafBase) -eq 'dotnet') {
        Join-Path -Path $PSHOME -ChildPath 'pwsh.dll'
    }
    '-NoProfile', '-NonInteractive'
)

# Runs the PowerShell that runs the tests, in a process of its own.
# Returns an object with Output and Error (lines) and ExitCode.
function Invoke-Pwsh {
    param([Parameter(Mandatory)] [string[]] $ArgumentList)

    $command, $arguments = $pwshCommand + $ArgumentList
    $lines = & $command @arguments 2>&1
    [pscustomobject]@{
        ExitCode = $LASTEXITCODE
        Output   = @($lines | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] })
        Error    = @($lines | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object { "$_" })
    }
}
