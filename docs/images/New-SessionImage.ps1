<#
.SYNOPSIS
    Draws session.svg, the picture of a session in README.md, from what the commands really print.
.DESCRIPTION
    Runs the commands below in the shell of this repository, against the simulator, and writes their output as text into
    an SVG. Build first, then:

        dotnet run --project src/AwsccConnect.Shell -- -File docs/images/New-SessionImage.ps1
.PARAMETER Show
    Only run the commands and show them with their output.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Later commands of the session use it.')]
[CmdletBinding()]
param([switch] $Show)

$ErrorActionPreference = 'Stop'
$root = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..'))

if ($Show) {
    $commands = @(
        { $new = Import-ConnectUser ./examples/agents.csv | New-ConnectUser @place -GeneratePassword }
        { "$($new.Count) agents created" }
        { Get-ConnectUser -Username 'm*' }
        { Get-ConnectUser -Username 'ma*' | Set-ConnectUser -AutoAccept $true -AfterContactWorkTimeLimit 45 -WhatIf }
    )
    [System.Environment]::CurrentDirectory = $root
    $simulator = Start-ConnectSimulator -SetDefault
    try {
        $place = @{
            InstanceArn     = Get-ConnectInstance
            RoutingProfile  = Get-ConnectRoutingProfile -Name 'Support Tier 1'
            SecurityProfile = Get-ConnectSecurityProfile -Name 'Agent'
        }
        foreach ($command in $commands) {
            "PS>$($command.ToString().TrimEnd())" | Out-Host
            . $command | Out-Host
        }
    }
    finally {
        $simulator | Stop-ConnectSimulator
    }

    return
}

$shell = [System.IO.Path]::Combine($root, 'src', 'AwsccConnect.Shell')
$lines = & dotnet run --no-build --project $shell -- -NoProfile -WorkingDirectory $root -File $PSCommandPath -Show
if ($LASTEXITCODE -ne 0) {
    throw "The session failed with exit code $LASTEXITCODE."
}

# One character is 7.8 units wide at this size in every monospaced font that browsers fall back to.
$lines = @($lines) -replace '[\p{Cc}]', ''
$columns = 0
foreach ($line in $lines) {
    $columns = [System.Math]::Max($columns, $line.Length)
}

$width = [int] ($columns * 7.8) + 32
$height = $lines.Count * 18 + 32
$svg = [System.Text.StringBuilder]::new()
$null = $svg.Append("<svg xmlns=`"http://www.w3.org/2000/svg`" viewBox=`"0 0 $width $height`" width=`"$width`" height=`"$height`" role=`"img`" aria-label=`"A session: agents are created from a roster, listed, and a change is previewed`">`n")
$null = $svg.Append("  <rect width=`"$width`" height=`"$height`" rx=`"8`" fill=`"#1b1f24`"/>`n")
$null = $svg.Append("  <g font-family=`"ui-monospace, 'Cascadia Mono', Consolas, Menlo, 'DejaVu Sans Mono', monospace`" font-size=`"13`" fill=`"#d0d7de`" xml:space=`"preserve`">`n")
$y = 30
foreach ($line in $lines) {
    $text = [System.Security.SecurityElement]::Escape($line)
    $colour = if ($line.StartsWith('PS>', 'Ordinal')) { ' fill="#79c0ff"' } elseif ($line.StartsWith('What if:', 'Ordinal')) { ' fill="#e3b341"' }
    if ($text) {
        $null = $svg.Append("    <text x=`"16`" y=`"$y`" textLength=`"$([int] ($line.Length * 7.8))`"$colour>$text</text>`n")
    }

    $y += 18
}

$null = $svg.Append("  </g>`n</svg>`n")
[System.IO.File]::WriteAllText([System.IO.Path]::Combine($PSScriptRoot, 'session.svg'), $svg.ToString())
