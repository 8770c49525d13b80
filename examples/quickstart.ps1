<#
.SYNOPSIS
    Onboards the agents of agents.csv on a simulated contact centre, and shows the everyday commands on them.
.DESCRIPTION
    Needs no AWS account: everything happens on a simulator inside this process, which is gone afterwards. Build first; this
    builds and runs it:

        dotnet dnx -y powershell ./build.ps1 Demo
.PARAMETER Roster
    The file with the agents: CSV or JSON.
#>
[CmdletBinding()]
param(
    [string] $Roster = (Join-Path -Path $PSScriptRoot -ChildPath 'agents.csv')
)

$ErrorActionPreference = 'Stop'

foreach ($module in 'AwsccConnect', 'AwsccConnect.Simulator') {
    if (-not (Get-Module -Name $module)) {
        Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath "../output/$module/$module.psd1")
    }
}

function Write-Heading([string] $Text) {
    "`n--- $Text ---"
}

Write-Heading 'A contact centre to rehearse on'
$simulator = Start-ConnectSimulator -SetDefault
try {
    $simulator

    Write-Heading 'Onboard the agents of agents.csv'
    $common = @{
        InstanceArn     = Get-ConnectInstance
        RoutingProfile  = Get-ConnectRoutingProfile -Name 'Support Tier 1'
        SecurityProfile = Get-ConnectSecurityProfile -Name 'Agent'
    }
    'Users are created at the pace that AWS allows by default, about two a second, then faster as long as nothing is refused.'
    $agents = @(Import-ConnectUser -Path $Roster | New-ConnectUser @common -GeneratePassword)
    "$($agents.Count) agents created, each with a generated password in its property InitialCredential."
    "The contact centre has $($simulator.UserCount) users now."

    Write-Heading 'List the users whose name begins with m'
    Get-ConnectUser -Username 'm*' | Format-Table

    Write-Heading 'Find who has a desk phone and accepts calls automatically'
    $desk = @(Get-ConnectUser | Where-Object { $_.PhoneType -eq 'DESK_PHONE' -and $_.AutoAccept })
    $desk | Format-Table

    Write-Heading 'What would a change do? (-WhatIf writes nothing)'
    $desk | Set-ConnectUser -AutoAccept $false -AfterContactWorkTimeLimit 45 -WhatIf

    Write-Heading 'Do it: only these two settings are sent'
    $desk | Set-ConnectUser -AutoAccept $false -AfterContactWorkTimeLimit 45 -PassThru |
        Sort-Object -Property Username |
        Format-Table -Property Username, AutoAccept, AfterContactWorkTimeLimit

    Write-Heading 'Add a tag; the other tags stay'
    Set-ConnectUser -InstanceArn contact-centre -Username 'priya.raman' -AddTag @{ Shift = 'Late' } -PassThru |
        Format-Table -Property Username, @{ Name = 'Tags'; Expression = { $_.Tags.ToString() } }

    Write-Heading 'Remove one agent'
    Get-ConnectUser -Username 'joe.hebden' | Remove-ConnectUser -Force -PassThru |
        ForEach-Object { "$($_.Username) removed; $($simulator.UserCount) users left" }

    Write-Heading 'Done'
    "$($simulator.CallCount) calls to the Cloud Control API. The same commands work on AWS without the simulator."
}
finally {
    $simulator | Stop-ConnectSimulator
}
