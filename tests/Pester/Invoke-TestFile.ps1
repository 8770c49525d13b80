<#
.SYNOPSIS
    Runs one Pester file in this process and writes its counts as JSON.
.PARAMETER Pester
    Path of Pester's manifest.
.PARAMETER Path
    The test file.
.PARAMETER ResultPath
    The file for the counts: Passed, Failed, Skipped.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Pester,
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
Import-Module -Name $Pester

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.RenderMode = 'Plaintext'
$result = Invoke-Pester -Configuration $configuration

# A block or a container that fails outside its tests (BeforeAll, syntax) counts as a failure of its own.
[ordered]@{
    Passed  = $result.PassedCount
    Failed  = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
    Skipped = $result.SkippedCount + $result.NotRunCount + $result.InconclusiveCount
} | ConvertTo-Json | Set-Content -LiteralPath $ResultPath
