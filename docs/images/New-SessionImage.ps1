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
    $PSStyle.OutputRendering = 'Ansi'
    $simulator = Start-ConnectSimulator -SetDefault
    try {
        $common = @{
            InstanceArn     = Get-ConnectInstance
            RoutingProfile  = Get-ConnectRoutingProfile -Name 'Support Tier 1'
            SecurityProfile = Get-ConnectSecurityProfile -Name 'Agent'
        }
        foreach ($command in $commands) {
            "$($PSStyle.Foreground.BrightBlue)PS>$($command.ToString().TrimEnd())$($PSStyle.Reset)"
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
$lines = @(& $pwsh @arguments -NoProfile -NonInteractive -File $PSCommandPath -Show)
if ($LASTEXITCODE -ne 0) {
    throw "The session failed with exit code $LASTEXITCODE."
}

# Each character has a cell and an x of its own: so the picture is the same in every browser, whatever it does with spaces, and
# whichever of the fonts it has. Their characters are 0.6 em wide, those of Consolas less.
$fontSize = 13
$characterWidth = 0.6 * $fontSize
$lineHeight = 18
$margin = 16

# The colours that PowerShell prints in, by the parameters of the escape sequence (SGR).
$colours = @{ '94' = '#79c0ff'; '32;1' = '#7ee787'; '32;1;3' = '#7ee787' }
$columns = 0
$y = $margin + 14
$texts = foreach ($line in $lines) {
    $column = 0
    $colour = $null
    foreach ($part in [regex]::Matches($line, '\x1b\[(?<sgr>[\d;]*)m|(?<word>[^\s\x1b]+)|\s')) {
        if ($part.Groups['sgr'].Success) {
            $colour = $colours[$part.Groups['sgr'].Value]
            continue
        }

        if ($part.Groups['word'].Success) {
            $x = for ($cell = 0; $cell -lt $part.Length; $cell++) {
                ($margin + ($column + $cell) * $characterWidth).ToString('0.#', [cultureinfo]::InvariantCulture)
            }
            $fill = if ($colour) { " fill=`"$colour`"" }
            "    <text x=`"$x`" y=`"$y`"$fill>$([System.Security.SecurityElement]::Escape($part.Value))</text>"
        }

        $column += $part.Length
    }

    $columns = [Math]::Max($columns, $column)
    $y += $lineHeight
}

$width = [int] [Math]::Ceiling($columns * $characterWidth) + 2 * $margin
$height = $lines.Count * $lineHeight + 2 * $margin
@"
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 $width $height" width="$width" height="$height" role="img" aria-label="A session: agents are created from a roster, listed, and a change is previewed">
  <rect width="$width" height="$height" rx="8" fill="#1b1f24"/>
  <g font-family="Menlo, 'DejaVu Sans Mono', 'Liberation Mono', 'Courier New', Consolas, monospace" font-size="$fontSize" fill="#d0d7de">
$($texts -join "`n")
  </g>
</svg>
"@ -replace "`r`n", "`n" | Set-Content -Path (Join-Path $PSScriptRoot 'session.svg')
