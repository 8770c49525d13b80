<#
.SYNOPSIS
    Builds, tests, shows, measures and packs AwsccConnect.
.DESCRIPTION
    The one entry for people and for CI. Runs in PowerShell 7.4 or later; without one installed, the .NET SDK brings it:

        dotnet dnx -y powershell ./build.ps1 Test
.PARAMETER Task
    What to do, in this order:
    Build    the solution; the importable modules are output/AwsccConnect and output/AwsccConnect.Simulator.
    Test     builds, then runs the xunit tests and the Pester tests; the last line is their sum.
    Demo     builds, then runs examples/quickstart.ps1 against the simulator.
    Shell    builds, then opens an interactive PowerShell with both modules imported.
    Bench    the programs in benchmarks/, in Release.
    Package  output/AwsccConnect.<version>.nupkg and output/AwsccConnect.Simulator.<version>.nupkg, as the PowerShell Gallery and
             private feeds take them; built in Release.
    Audit    fails when a package with a known vulnerability is in use.
    Clean    removes everything that a build makes.
.PARAMETER Configuration
    Debug or Release.
.PARAMETER Filter
    For Test: runs only the xunit tests whose full name, and the Pester files whose name, contains this text.
.EXAMPLE
    ./build.ps1 Test

    Builds and runs every test.
.EXAMPLE
    ./build.ps1 Clean, Build -Configuration Release

    Builds from nothing, optimized.
.EXAMPLE
    ./build.ps1 Test -Filter Get-ConnectUser

    Runs the tests of one command.
#>
#Requires -Version 7.4
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Demo', 'Shell', 'Bench', 'Package', 'Audit', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    [string] $Filter
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false

$solution = Join-Path $PSScriptRoot 'AwsccConnect.sln'
$output = Join-Path $PSScriptRoot 'output'
$modules = 'AwsccConnect', 'AwsccConnect.Simulator' | ForEach-Object { Join-Path $output $_ "$_.psd1" }
$pesterFolder = Join-Path $PSScriptRoot 'tests' 'Pester'
$testResults = Join-Path $output 'TestResults'
$pesterTimeout = [timespan]::FromMinutes(10)

# The running PowerShell as a command line: pwsh itself, or dotnet with pwsh.dll where it is the .NET tool.
$pwsh = @([System.Environment]::ProcessPath)
if ([System.IO.Path]::GetFileNameWithoutExtension($pwsh[0]) -eq 'dotnet') {
    $pwsh += Join-Path $PSHOME 'pwsh.dll'
}

function Invoke-DotNet {
    param([Parameter(Mandatory, ValueFromRemainingArguments)] [string[]] $ArgumentList)

    & dotnet @ArgumentList
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $ArgumentList failed with exit code $LASTEXITCODE."
    }
}

function Invoke-Pwsh {
    param([Parameter(Mandatory)] [string[]] $ArgumentList)

    $command, $rest = $pwsh + $ArgumentList
    & $command @rest
    if ($LASTEXITCODE -ne 0) {
        throw "pwsh $ArgumentList failed with exit code $LASTEXITCODE."
    }
}

function Invoke-Build {
    Invoke-DotNet build $solution --configuration $Configuration --nologo
}

function Start-XunitTest {
    <#
    .SYNOPSIS
        Starts the xunit tests as a background job; Receive-XunitResult waits for them.
    #>
    $arguments = @(
        'test', $solution, '--configuration', $Configuration, '--no-build', '--nologo'
        '--logger', 'trx', '--results-directory', $testResults
        # A test that hangs fails and is named.
        '--blame-hang-timeout', '5m', '--blame-hang-dump-type', 'none'
        if ($Filter) { '--filter', "FullyQualifiedName~$($Filter -replace '\W')" }
    )
    Start-ThreadJob -ScriptBlock {
        & dotnet @using:arguments 2>&1
        if ($LASTEXITCODE -ne 0) {
            "dotnet test ended with exit code $LASTEXITCODE."
        }
    }
}

function Receive-XunitResult {
    <#
    .SYNOPSIS
        Shows what the xunit tests printed and returns their counts.
    #>
    param([Parameter(Mandatory)] [System.Management.Automation.Job] $Job)

    Receive-Job -Job $Job -Wait -AutoRemoveJob | Out-Host
    $reports = @(Get-ChildItem -Path $testResults -Filter '*.trx')
    if (-not $reports -and -not $Filter) {
        throw 'dotnet test has left no report.'
    }

    foreach ($report in $reports) {
        $counters = ([xml] (Get-Content -LiteralPath $report.FullName -Raw)).TestRun.ResultSummary.Counters
        [pscustomobject]@{
            Passed  = [int] $counters.passed
            Failed  = [int] $counters.executed - [int] $counters.passed
            Skipped = [int] $counters.total - [int] $counters.executed
        }
    }
}

function Invoke-PesterTest {
    <#
    .SYNOPSIS
        Runs the Pester files and returns their counts.
    .DESCRIPTION
        Pester comes with the version and hash that tests/Pester/packages.lock.json records. The files run in as many processes as
        there are processors, apart from this one.
    #>
    Invoke-DotNet restore $pesterFolder --locked-mode --verbosity quiet | Out-Host
    $pester = Join-Path (dotnet msbuild $pesterFolder -getProperty:PkgPester) 'tools' 'Pester.psd1'
    $files = Get-ChildItem -Path $pesterFolder -Filter '*.Tests.ps1' |
        Where-Object { -not $Filter -or $_.Name -like "*$Filter*" } |
        # The slow ones first: those that start processes, then the long ones.
        Sort-Object -Property { Select-String -LiteralPath $_.FullName -Pattern 'Chaos|Runbook|Example|Pwsh|Terminal' -Quiet }, Length -Descending
    $list = Join-Path $testResults 'files.txt'
    $files.FullName | Set-Content -LiteralPath $list

    $command, $rest = $pwsh
    $rest = @($rest) + @(
        '-NoProfile', '-NonInteractive', '-File', (Join-Path $pesterFolder 'Invoke-TestFile.ps1')
        '-Pester', $pester, '-ListPath', $list, '-ResultPath', $testResults
    )
    1..[Environment]::ProcessorCount | ForEach-Object -Parallel {
        $start = [System.Diagnostics.ProcessStartInfo]::new($using:command)
        $using:rest | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardOutput = $true
        $process = [System.Diagnostics.Process]::Start($start)
        for ($line = $process.StandardOutput.ReadLineAsync(); $line.Wait($using:pesterTimeout); $line = $process.StandardOutput.ReadLineAsync()) {
            if ($null -eq $line.Result) {
                return
            }

            $line.Result
        }

        # A file that prints nothing for so long hangs; children hold the stream open as well.
        $process.Kill($true)
    } | Out-Host

    foreach ($file in $files) {
        $result = Join-Path $testResults "$($file.BaseName).json"
        if (Test-Path -LiteralPath $result) {
            Get-Content -LiteralPath $result -Raw | ConvertFrom-Json
        }
        else {
            Write-Host "$($file.Name) ended without a result."
            [pscustomobject]@{ Passed = 0; Failed = 1; Skipped = 0 }
        }
    }
}

function Invoke-Test {
    Remove-Item -Path $testResults -Recurse -Force -ErrorAction Ignore
    $null = New-Item -Path $testResults -ItemType Directory

    $env:AWSCCCONNECT_TEST_PWSH = $pwsh[-1]
    # Profiling for optimized code costs more than it gives in processes this short.
    $env:DOTNET_TieredPGO = '0'
    $xunit = Start-XunitTest
    $counts = @(Invoke-PesterTest)
    $counts += @(Receive-XunitResult -Job $xunit)

    $sum = @{}
    foreach ($name in 'Passed', 'Failed', 'Skipped') {
        $sum[$name] = ($counts | Measure-Object -Property $name -Sum).Sum
    }

    "$($sum.Passed) passed, $($sum.Failed) failed, $($sum.Skipped) skipped"
    if ($sum.Failed -gt 0 -or $sum.Passed -eq 0) {
        throw 'The tests did not pass.'
    }
}

function Invoke-Demo {
    Invoke-Pwsh -ArgumentList '-NoProfile', '-File', (Join-Path $PSScriptRoot 'examples' 'quickstart.ps1')
}

function Enter-ModuleShell {
    Invoke-Pwsh -ArgumentList '-NoLogo', '-NoProfile', '-NoExit', '-Command', "Import-Module -Name $(($modules | ForEach-Object { "'$($_ -replace "'", "''")'" }) -join ', ')"
}

function Invoke-Benchmark {
    Get-ChildItem -Path (Join-Path $PSScriptRoot 'benchmarks') -Filter '*.csproj' -Recurse |
        Where-Object { Select-String -LiteralPath $_.FullName -SimpleMatch '<OutputType>Exe</OutputType>' -Quiet } |
        ForEach-Object { Invoke-DotNet run --project $_.FullName --configuration Release }
}

function Export-Package {
    Invoke-DotNet run --project (Join-Path $PSScriptRoot 'tools' 'AwsccConnect.Packager') --configuration Release
}

function Test-Dependency {
    <#
    .SYNOPSIS
        Asks the package sources for known vulnerabilities in the packages in use.
    .DESCRIPTION
        A source without advisories says "no vulnerable packages" as well. So it is first asked about a version that is known to
        be vulnerable (GHSA-5crp-9r3c-p9vr): only a source that reports that one can clear the others.
    #>
    $canary = New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid()))
    try {
        @'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net8.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
  <ItemGroup><PackageReference Include="Newtonsoft.Json" Version="12.0.1" /></ItemGroup>
</Project>
'@ | Set-Content -Path (Join-Path $canary 'canary.csproj')
        $null = dotnet restore $canary --verbosity quiet 2>&1
        $known = dotnet list $canary package --vulnerable 2>&1 | Select-String -SimpleMatch 'Newtonsoft.Json' -Quiet
    }
    finally {
        Remove-Item -LiteralPath $canary -Recurse -Force
    }

    if (-not $known) {
        'No package source has advisories: see the record in docs/dependencies.md, which the tests compare with the lock files.'
        return
    }

    $report = dotnet list $solution package --vulnerable --include-transitive 2>&1
    if ($LASTEXITCODE -ne 0 -or ($report | Select-String -SimpleMatch 'has the following vulnerable packages' -Quiet)) {
        $report | Out-Host
        throw 'Packages with known vulnerabilities are in use, or the audit failed.'
    }

    'No known vulnerability in any package, transitive ones included.'
}

function Clear-Build {
    Remove-Item -Path $output -Recurse -Force -ErrorAction Ignore
    foreach ($top in 'src', 'tests', 'benchmarks', 'tools') {
        Get-ChildItem -Path (Join-Path $PSScriptRoot $top) -Filter '*.csproj' -Recurse |
            ForEach-Object { Join-Path $_.DirectoryName 'bin'; Join-Path $_.DirectoryName 'obj' } |
            Remove-Item -Recurse -Force -ErrorAction Ignore
    }
}

foreach ($name in $Task) {
    switch ($name) {
        'Build' { Invoke-Build }
        'Test' { Invoke-Build; Invoke-Test }
        'Demo' { Invoke-Build; Invoke-Demo }
        'Shell' { Invoke-Build; Enter-ModuleShell }
        'Bench' { Invoke-Benchmark }
        'Package' { Export-Package }
        'Audit' { Test-Dependency }
        'Clean' { Clear-Build }
    }
}
