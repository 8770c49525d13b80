<#
.SYNOPSIS
    Runs Pester files one after the other in this process and writes the counts of each as JSON.
.DESCRIPTION
    Several of these processes share a list: each takes the next file that no other has taken. Starting PowerShell and compiling the
    module's code takes longer than most files, so that a process runs many.
.PARAMETER Pester
    Path of Pester's manifest.
.PARAMETER Path
    The test file.
.PARAMETER ListPath
    A file with the paths of the test files, one a line.
.PARAMETER ResultPath
    The folder for the counts, NAME.json with Passed, Failed and Skipped for each NAME.Tests.ps1.
#>
[CmdletBinding(DefaultParameterSetName = 'Path')]
param(
    [Parameter(Mandatory)] [string] $Pester,
    [Parameter(Mandatory, ParameterSetName = 'Path')] [string] $Path,
    [Parameter(Mandatory, ParameterSetName = 'List')] [string] $ListPath,
    [Parameter(Mandatory)] [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
Import-Module -Name $Pester
$files = if ($ListPath) { Get-Content -LiteralPath $ListPath } else { $Path }
foreach ($file in $files) {
    $result = Join-Path -Path $ResultPath -ChildPath "$(Split-Path -Path $file -LeafBase).json"
    try {
        [System.IO.File]::Open("$result.taken", [System.IO.FileMode]::CreateNew).Dispose()
    }
    catch [System.IO.IOException] {
        continue
    }

    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $file
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'Normal'
    $configuration.Output.RenderMode = 'Plaintext'
    $lines = @(Invoke-Pester -Configuration $configuration 6>&1)
    $run = $lines | Where-Object { $_ -is [Pester.Run] }

    # The lines of a file together, whatever the other processes print meanwhile.
    $text = $lines | Where-Object { $_ -isnot [Pester.Run] } | ForEach-Object {
        $message = $_ -as [System.Management.Automation.InformationRecord] | ForEach-Object MessageData
        if ($message.NoNewLine) { $message.Message } else { "$_`n" }
    }
    Write-Host -Object (-join $text) -NoNewline

    # A block or a container that fails outside its tests (BeforeAll, syntax) counts as a failure of its own.
    [ordered]@{
        Passed  = $run.PassedCount
        Failed  = $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount
        Skipped = $run.SkippedCount + $run.NotRunCount + $run.InconclusiveCount
    } | ConvertTo-Json | Set-Content -LiteralPath $result

    # The next file finds a session as this one did.
    if (Get-Module -Name AwsccConnect.Simulator) {
        Get-ConnectSimulator | Stop-ConnectSimulator
    }

    $global:PSDefaultParameterValues.Clear()
    $global:Error.Clear()
}
