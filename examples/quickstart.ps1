<#
.SYNOPSIS
    Onboards the agents of agents.csv on a simulated contact centre, and shows the everyday commands on them.
.DESCRIPTION
    Needs no AWS account: everything happens on a simulator inside this process, which is gone afterwards. Build first; in the root
    folder, ./build.ps1 Demo does both.
.PARAMETER Roster
    The file with the agents: CSV or JSON.
#>
[CmdletBinding()]
param(
    [string] $Roster = (Join-Path $PSScriptRoot 'agents.csv')
)

$ErrorActionPreference = 'Stop'

if (-not (Get-Module -Name AwsccConnect)) {
    Import-Module -Name (Join-Path $PSScriptRoot '..' 'output' 'AwsccConnect' 'AwsccConnect.psd1')
}

function Out-Heading([string] $Text) {
    "`n--- $Text ---" | Out-Host
}

Out-Heading 'A contact centre to rehearse on'
$simulator = Start-ConnectSimulator -SetDefault
try {
    $simulator | Out-Host

    Out-Heading 'Onboard the agents of agents.csv'
    $place = @{
        InstanceArn     = Get-ConnectInstance
        RoutingProfile  = Get-ConnectRoutingProfile -Name 'Support Tier 1'
        SecurityProfile = Get-ConnectSecurityProfile -Name 'Agent'
    }
    'Users are created at the pace that AWS allows by default, about two a second, then faster as long as nothing is refused.' | Out-Host
    $agents = @(Import-ConnectUser -Path $Roster | New-ConnectUser @place -GeneratePassword)
    "$($agents.Count) agents created, each with a generated password in its property InitialCredential." | Out-Host
    "The contact centre has $($simulator.UserCount) users now." | Out-Host

    Out-Heading 'List the users whose name begins with m'
    Get-ConnectUser -Username 'm*' | Out-Host

    Out-Heading 'Find who has a desk phone and accepts calls automatically'
    $desk = @(Get-ConnectUser | Where-Object { $_.PhoneType -eq 'DESK_PHONE' -and $_.AutoAccept })
    $desk | Out-Host

    Out-Heading 'What would a change do? (-WhatIf writes nothing)'
    $desk | Set-ConnectUser -AutoAccept $false -AfterContactWorkTimeLimit 45 -WhatIf

    Out-Heading 'Do it: only these two settings are sent'
    $desk | Set-ConnectUser -AutoAccept $false -AfterContactWorkTimeLimit 45 -PassThru |
        ForEach-Object { "$($_.Username): AutoAccept $($_.AutoAccept), after-contact work $($_.AfterContactWorkTimeLimit) s" } | Out-Host

    Out-Heading 'Add a tag; the other tags stay'
    Set-ConnectUser -InstanceArn contact-centre -Username 'priya.raman' -AddTag @{ Shift = 'Late' } -PassThru |
        ForEach-Object { "$($_.Username): $($_.Tags.ToString())" } | Out-Host

    Out-Heading 'Remove one agent'
    Get-ConnectUser -Username 'joe.hebden' | Remove-ConnectUser -Force -PassThru |
        ForEach-Object { "$($_.Username) removed; $($simulator.UserCount) users left" } | Out-Host

    Out-Heading 'Done'
    "$($simulator.CallCount) calls to the Cloud Control API. The same commands work on AWS without the simulator." | Out-Host
}
finally {
    $simulator | Stop-ConnectSimulator
}
