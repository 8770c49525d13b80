<#
.SYNOPSIS
    Draws session.svg, the picture of a session in README.md, from what the commands really print.
.DESCRIPTION
    Runs the commands below in a new PowerShell, against the simulator, and writes their output as text into an SVG. Build
    first, then in PowerShell:

        ./docs/images/New-SessionImage.ps1
.PARAMETER Show
    Only run the commands and show them with their output.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'Later commands of the session use it.')]
[CmdletBinding()]
param([switch] $Show)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$root = Resolve-Path (Join-Path $PSScriptRoot '..' '..')

if ($Show) {
    $commands = @(
        { $new = Import-ConnectUser ./examples/agents.csv | New-ConnectUser @common -GeneratePassword }
        { "$($new.Count) agents created" }
        { Get-ConnectUser -Username 'm*' }
        { Get-ConnectUser -Username 'ma*' | Set-ConnectUser -AutoAccept $true -AfterContactWorkTimeLimit 45 -WhatIf }
    )
    Import-Module (Join-Path $root 'output' 'AwsccConnect'), (Join-Path $root 'output' 'AwsccConnect.Simulator')
    Set-Location $root
    $PSStyle.OutputRendering = 'PlainText'
    $simulator = Start-ConnectSimulator -SetDefault
    try {
        $common = @{
            InstanceArn     = Get-ConnectInstance
            RoutingProfile  = Get-ConnectRoutingProfile -Name 'Support Tier 1'
            SecurityProfile = Get-ConnectSecurityProfile -Name 'Agent'
        }
        foreach ($command in $commands) {
            "PS>$($command.ToString().TrimEnd())"
            . $command | Out-String -Stream -Width 120
        }
    }
    finally {
        $simulator | Stop-ConnectSimulator
    }

    return
}

# The running PowerShell: pwsh itself, or dotnet with pwsh.dll where it is the .NET tool.
$pwsh = [System.Environment]::ProcessPath
$arguments = @(if ((Split-Path -Path $pwsh -LeafBase) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' })
$lines = @(& $pwsh @arguments -NoProfile -NonInteractive -File $PSCommandPath -Show) -replace '\p{Cc}'
if ($LASTEXITCODE -ne 0) {
    throw "The session failed with exit code $LASTEXITCODE."
}

# The width of a character in the widest of the fonts below, in the units of the picture.
$characterWidth = 7.83
$lineHeight = 18
$margin = 16
$width = [int] (($lines | Measure-Object -Property Length -Maximum).Maximum * $characterWidth) + 2 * $margin
$height = $lines.Count * $lineHeight + 2 * $margin
$y = $margin + 14

$texts = foreach ($line in $lines) {
    $colour = switch -Wildcard ($line) {
        'PS>*' { ' fill="#79c0ff"' }
        'What if:*' { ' fill="#e3b341"' }
    }

    # Browsers fold runs of spaces and have other fonts: each word stands at its own column.
    foreach ($text in [regex]::Matches($line, '\S+')) {
        $x = ($margin + $text.Index * $characterWidth).ToString('0.#', [cultureinfo]::InvariantCulture)
        "    <text x=`"$x`" y=`"$y`"$colour>$([System.Security.SecurityElement]::Escape($text.Value))</text>"
    }

    $y += $lineHeight
}

@"
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 $width $height" width="$width" height="$height" role="img" aria-label="A session: agents are created from a roster, listed, and a change is previewed">
  <rect width="$width" height="$height" rx="8" fill="#1b1f24"/>
  <g font-family="ui-monospace, 'Cascadia Mono', Consolas, Menlo, 'DejaVu Sans Mono', monospace" font-size="13" fill="#d0d7de">
$($texts -join "`n")
  </g>
</svg>
"@ -replace "`r`n", "`n" | Set-Content -Path (Join-Path $PSScriptRoot 'session.svg')
