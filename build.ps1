<#
.SYNOPSIS
    Builds, tests, shows, measures and packs AwsccConnect.
.DESCRIPTION
    Runs in pwsh 7.4 or later, and in the shell of this repository (dotnet run --project src/AwsccConnect.Shell -- -File
    build.ps1), which is why it uses the engine's own commands and .NET only.
.PARAMETER Task
    What to do, in this order:
    Build    the solution; the importable module is output/AwsccConnect.
    Test     dotnet test, and the Pester tests where Pester 5 is installed.
    Demo     examples/quickstart.ps1 against the simulator.
    Bench    the programs in benchmarks/, in Release.
    Package  output/AwsccConnect.<version>.nupkg, as the PowerShell Gallery and private feeds take it; built in Release.
    Clean    removes everything that a build makes.
.PARAMETER Configuration
    Debug or Release.
.EXAMPLE
    ./build.ps1 Build, Test -Configuration Release
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Bench', 'Package', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

$solution = [System.IO.Path]::Combine($PSScriptRoot, 'AwsccConnect.sln')
$shell = [System.IO.Path]::Combine($PSScriptRoot, 'src', 'AwsccConnect.Shell')
$output = [System.IO.Path]::Combine($PSScriptRoot, 'output')

function Invoke-DotNet([string[]] $ArgumentList) {
    & dotnet $ArgumentList
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $ArgumentList failed with exit code $LASTEXITCODE."
    }
}

function Invoke-PesterTest {
    $folder = [System.IO.Path]::Combine($PSScriptRoot, 'tests', 'Pester')
    $pester = Get-Module -ListAvailable -Name Pester | Where-Object { $_.Version.Major -ge 5 }
    if (-not $pester -or -not [System.IO.Directory]::Exists($folder)) {
        'Pester 5 or tests/Pester is not there: Pester tests left out.'
        return
    }

    Import-Module -Name Pester -MinimumVersion 5.0
    $result = Invoke-Pester -Path $folder -PassThru
    if ($result.FailedCount -gt 0) {
        throw "$($result.FailedCount) Pester tests failed."
    }
}

function Invoke-Benchmark {
    $folder = [System.IO.Path]::Combine($PSScriptRoot, 'benchmarks')
    if (-not [System.IO.Directory]::Exists($folder)) {
        throw "There is no folder $folder."
    }

    foreach ($project in [System.IO.Directory]::GetFiles($folder, '*.csproj', 'AllDirectories')) {
        if ([System.IO.File]::ReadAllText($project).Contains('<OutputType>Exe</OutputType>')) {
            Invoke-DotNet -ArgumentList run, --project, $project, --configuration, Release
        }
    }
}

function Export-Package {
    $packager = [System.IO.Path]::Combine($PSScriptRoot, 'tools', 'AwsccConnect.Packager')
    Invoke-DotNet -ArgumentList run, --project, $packager, --configuration, Release
}

function Clear-Build {
    $folders = @($output)
    foreach ($top in 'src', 'tests', 'benchmarks', 'tools') {
        $path = [System.IO.Path]::Combine($PSScriptRoot, $top)
        if ([System.IO.Directory]::Exists($path)) {
            foreach ($project in [System.IO.Directory]::GetFiles($path, '*.csproj', 'AllDirectories')) {
                foreach ($name in 'bin', 'obj', 'TestResults') {
                    $folders += [System.IO.Path]::Combine([System.IO.Path]::GetDirectoryName($project), $name)
                }
            }
        }
    }

    foreach ($folder in $folders) {
        if ([System.IO.Directory]::Exists($folder)) {
            [System.IO.Directory]::Delete($folder, $true)
        }
    }
}

foreach ($name in $Task) {
    switch ($name) {
        'Build' { Invoke-DotNet -ArgumentList build, $solution, --configuration, $Configuration }
        'Test' {
            Invoke-DotNet -ArgumentList test, $solution, --configuration, $Configuration
            Invoke-PesterTest
        }
        'Demo' {
            $quickstart = [System.IO.Path]::Combine($PSScriptRoot, 'examples', 'quickstart.ps1')
            Invoke-DotNet -ArgumentList run, --project, $shell, --configuration, $Configuration, '--', '-File', $quickstart
        }
        'Bench' { Invoke-Benchmark }
        'Package' { Export-Package }
        'Clean' { Clear-Build }
    }
}
