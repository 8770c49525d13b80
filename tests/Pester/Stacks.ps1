# Dot-sourced by tests of stacks: a roster, $file, of the stack team, and reports of what commands did.
. (Join-Path -Path $PSScriptRoot -ChildPath 'Seed.ps1')
$file = Join-Path $TestDrive 'team.csv'
$stack = @{ Path = $file; InstanceArn = $instance }
$header = 'Username,FirstName,LastName,RoutingProfile,SecurityProfile,tag:Team'

# Writes the roster: each name a user with the usual profiles, and each text with a comma a line as it is.
function Write-Roster {
    param([string[]] $Username)

    $lines = $Username | Where-Object { $_ } | ForEach-Object { if ($_.Contains(',')) { $_ } else { Get-Line $_ } }
    @($header) + $lines | Set-Content $file
}

# The line of a user.
function Get-Line {
    param([string] $Username, [string] $FirstName = 'Ada', [string] $Team = 'Sales')

    "$Username,$FirstName,Li,Basic Routing Profile,Agent,$Team"
}

# What was done, as username, status and outcome, sorted.
function Get-Report {
    param([object[]] $Result)

    $Result | ForEach-Object { "$($_.Username) $($_.Status) $($_.Outcome)" } | Sort-Object
}

# Adds users of a stack.
function Add-OwnedUser {
    param([string] $Stack, [string[]] $Username)

    $owner = @{ Key = 'AwsccConnect:Stack'; Value = $Stack }
    $Username | ForEach-Object { $null = Add-TestUser $_ { $_.Tags += $owner } }
}
