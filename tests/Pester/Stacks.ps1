# Dot-sourced by tests of stacks: a roster, $file, of the stack team, and reports of what commands did.
. (Join-Path -Path $PSScriptRoot -ChildPath 'Seed.ps1')
$file = Join-Path $TestDrive 'team.csv'
$stack = @{ Path = $file; InstanceArn = $instance }
$header = 'Username,FirstName,LastName,RoutingProfile,SecurityProfile,tag:Team'

function Write-Roster {
    <#
    .SYNOPSIS
        Writes the roster: each name a user with the usual profiles, and each text with a comma a line as it is.
    #>
    param([string[]] $Username)

    $lines = $Username | Where-Object { $_ } | ForEach-Object { if ($_.Contains(',')) { $_ } else { Get-Line $_ } }
    @($header) + $lines | Set-Content $file
}

function Get-Line {
    <#
    .SYNOPSIS
        The line of a user.
    #>
    param([string] $Username, [string] $FirstName = 'Ada', [string] $Team = 'Sales')

    "$Username,$FirstName,Li,Basic Routing Profile,Agent,$Team"
}

function Get-Report {
    <#
    .SYNOPSIS
        What was done, as username, status and outcome, sorted.
    #>
    param([object[]] $Result)

    $Result | ForEach-Object { "$($_.Username) $($_.Status) $($_.Outcome)" } | Sort-Object
}

function Add-OwnedUser {
    <#
    .SYNOPSIS
        Adds users of a stack.
    #>
    param([string] $Stack, [string[]] $Username)

    $owner = @{ Key = 'AwsccConnect:Stack'; Value = $Stack }
    $Username | ForEach-Object { $null = Add-TestUser $_ { $_.Tags += $owner } }
}
