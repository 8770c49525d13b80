<#
.SYNOPSIS
    Creates, changes and removes users through a service that fails at random, in processes that are killed.
.DESCRIPTION
    The processes are started again with the same -RunId until they are done; then everything has to be done exactly once. After that,
    commands with a change log are killed and undone while somebody else changes the same users, and all has to be as before, but for
    what the other has changed. States and requests are read from the simulator, not through the module.

    The module begins with two changes a second, and refusals at random keep it near one: 500 users take about half an hour.
.PARAMETER Seed
    Seed of everything random.
.PARAMETER Users
    Users that are created, changed and removed; 0 for none.
.PARAMETER Kills
    Times that the process is killed, in all.
.PARAMETER Throttled
    Percent of calls that are throttled, half of the changes after they were accepted.
.PARAMETER Reset
    Percent of changes whose connection is cut after they were accepted.
.PARAMETER Failed
    Percent of calls that return an HTTP error 5xx.
.PARAMETER Lost
    Percent of calls of which half of the response arrives.
.PARAMETER HalfApplied
    Percent of accepted changes that end FAILED after a part was applied.
.PARAMETER Undos
    Sequences of commands that are killed and undone, with seeds from -Seed on.
.OUTPUTS
    An object for each of the three operations. What is not as it should be is an error; the exit code is 1 then.
.EXAMPLE
    dotnet pwsh tests/Pester/Invoke-Chaos.ps1 -Seed 7 -Users 500

    The large run, with the modules in output/.
#>
[CmdletBinding()]
param(
    [ValidateRange(0, 2147480000)] [int] $Seed = 1,
    [ValidateRange(0, 5000)] [int] $Users = 500,
    [ValidateRange(0, 100)] [int] $Kills = 5,
    [ValidateRange(0, 100)] [double] $Throttled = 10,
    [ValidateRange(0, 100)] [double] $Reset = 5,
    [ValidateRange(0, 100)] [double] $Failed = 5,
    [ValidateRange(0, 100)] [double] $Lost = 2,
    [ValidateRange(0, 100)] [double] $HalfApplied = 0,
    [ValidateRange(0, 1000)] [int] $Undos = 20
)

. (Join-Path $PSScriptRoot 'Simulated.ps1')
. (Join-Path $PSScriptRoot 'Invoke-Pwsh.ps1')
. (Join-Path $PSScriptRoot 'Chaos.ps1')
$password = 'Chaos0Rehearsal'
$problems = [System.Collections.Generic.List[string]]::new()

# What the users are created with or, later, changed to.
function Get-DesiredUser {
    param([switch] $Changed)

    for ($number = 1; $number -le $Users; $number++) {
        $name = 'agent{0:0000}' -f $number
        @{
            InstanceArn         = $simulator.InstanceArn
            Username            = $name
            RoutingProfileArn   = $sample.RoutingProfileArn
            SecurityProfileArns = @($sample.SecurityProfileArns[0])
            IdentityInfo        = @{ FirstName = "First$name"; LastName = ($Changed ? 'Changed' : 'Last') + $name; Email = "$name@example.com" }
            PhoneConfig         = @{
                PhoneType                 = 'SOFT_PHONE'
                AutoAccept                = $number % 2 -eq 0
                AfterContactWorkTimeLimit = $Changed ? 45 + $number % 10 : 30
            }
            Tags                = @(
                @{ Key = 'Team'; Value = ('Sales', 'Support', 'Billing')[$number % 3] }
                if ($Changed) { @{ Key = 'Wave'; Value = '2' } }
            )
        }
    }
}

# Runs one command to its end, in as many processes as it takes; one that ends with errors is repeated three times at most. Then
# looks whether the service has what is desired, and did it with one request for each user.
function Invoke-Phase {
    param([string] $Verb, [string] $Command, [string[]] $Csv, [hashtable[]] $Desired)

    if ($problems) {
        return
    }

    $Csv | Set-Content (Join-Path $folder "$Verb.csv")
    $simulator.ClearCalls()
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $processes = $killed = $failures = $accepted = 0
    $moments = @(for ($kill = [array]::IndexOf(@('Create', 'Update', 'Delete'), $Verb); $kill -lt $Kills; $kill += 3) { $random.Next($Users) }) | Sort-Object
    do {
        Add-Fault
        $kill = @{}
        if ($killed -lt $moments.Count) {
            $kill = @{ Operation = "${Verb}Resource"; KillAfter = [Math]::Max(0, $moments[$killed] - $accepted) }
        }

        $child = Invoke-Child "Import-ConnectUser $Verb.csv -ErrorAction Stop | $Command -RunId chaos/$Seed/$Verb" @kill
        $processes++
        $killed += $child.IsKilled
        $failures += -not $child.IsKilled -and $child.ExitCode
        $accepted = @(Get-Request @{ Operations = @($Verb.ToUpperInvariant()) }).Count
        Write-Host ('{0}: {1} after {2} requests, {3:0} s {4}' -f $Verb, ($child.IsKilled ? 'killed' : 'ended'), $accepted, $clock.Elapsed.TotalSeconds, ($child.Error -join "`n"))
    } while ($child.IsKilled -or ($child.ExitCode -and $failures -le 3))

    $calls = $simulator.Calls
    [pscustomobject]@{
        Operation = "${Verb}Resource"
        Processes = $processes
        Killed    = $killed
        Requests  = $accepted
        Calls     = @($calls | Where-Object Operation -EQ "${Verb}Resource").Count
        Outcomes  = ($calls | Group-Object Outcome | Sort-Object Count -Descending | ForEach-Object { "$($_.Count) $($_.Name)" }) -join ', '
        Seconds   = [int]$clock.Elapsed.TotalSeconds
    }

    if ($child.ExitCode) {
        $problems.Add("${Verb}: the last process ended with exit code $($child.ExitCode): $($child.Error -join "`n")")
    }
    # A user that is as desired already is written by Set -PassThru too.
    elseif ($child.Output.Count -ne $Users -or @($child.Output | Select-Object -Unique).Count -ne $Users) {
        $problems.Add("${Verb}: the last process wrote $($child.Output.Count) results for $Users users.")
    }

    Test-State $Desired
    $succeeded = Get-Request @{ Operations = @($Verb.ToUpperInvariant()); OperationStatuses = @('SUCCESS') } | Group-Object Identifier -AsHashTable
    foreach ($arn in $Desired ? $Desired.ForEach({ $simulator.FindUser($_.Username) }) : $arns) {
        $count = @($succeeded[$arn] | Where-Object { $_ }).Count
        # A change that was applied in part and reported as failed is completed by another one.
        if ($HalfApplied ? $Verb -ne 'Update' -and $count -gt 1 : $count -ne 1) {
            $problems.Add("$arn has $count successful requests of $Verb.")
        }
    }
}

# Looks whether the service has the desired users, each once, and the bystanders as they were.
function Test-State {
    param([hashtable[]] $Desired)

    $left = @{}
    $Desired | ForEach-Object { $left[$_.Username] = Get-CanonicalJson $_ }
    $states = @(Get-State)
    foreach ($user in $states | Where-Object Arn -NotIn $bystanders.Arn) {
        if (-not $left.Contains($user.Name)) {
            $problems.Add("$($user.Name) ($($user.Arn)) is an orphan or a duplicate.")
        }
        elseif ($left[$user.Name] -cne $user.Text) {
            $problems.Add("$($user.Name) is $($user.Text), not $($left[$user.Name])")
        }
        elseif (-not $simulator.CheckPassword($user.Arn, $password)) {
            $problems.Add("$($user.Name) has another password.")
        }

        $left.Remove($user.Name)
    }

    $left.Keys | ForEach-Object { $problems.Add("$_ is missing.") }
    $bystanders | Where-Object Json -CNotIn $states.Json | ForEach-Object { $problems.Add("The bystander $($_.Name) has been changed or removed.") }
}

# Creates, changes and removes the users.
function Test-RunId {
    $random = [System.Random]::new($Seed)
    $bystanders = @(Get-State)
    $sample = $bystanders[0].Json | ConvertFrom-Json
    $location = "-InstanceArn $($sample.InstanceArn) -RoutingProfile $($sample.RoutingProfileArn) -SecurityProfile $($sample.SecurityProfileArns[0])"
    $desired = @(Get-DesiredUser)
    Invoke-Phase Create "New-ConnectUser $location -PhoneType SOFT_PHONE -Password (ConvertTo-SecureString $password -AsPlainText)" -Desired $desired -Csv @(
        'Username,FirstName,LastName,Email,AutoAccept,AfterContactWorkTimeLimit,tag:Team'
        $desired | ForEach-Object {
            $_.Username, $_.IdentityInfo.FirstName, $_.IdentityInfo.LastName, $_.IdentityInfo.Email, ($_.PhoneConfig.AutoAccept ? 'yes' : 'no'),
            $_.PhoneConfig.AfterContactWorkTimeLimit, $_.Tags[0].Value -join ','
        }
    )
    $arns = $desired | ForEach-Object { $simulator.FindUser($_.Username) }
    $desired = @(Get-DesiredUser -Changed)
    Invoke-Phase Update 'Set-ConnectUser -AddTag @{ Wave = "2" } -PassThru' -Desired $desired -Csv @(
        'UserArn,LastName,AfterContactWorkTimeLimit'
        $desired | ForEach-Object { $simulator.FindUser($_.Username), $_.IdentityInfo.LastName, $_.PhoneConfig.AfterContactWorkTimeLimit -join ',' }
    )
    Invoke-Phase Delete 'Remove-ConnectUser -Force -PassThru' -Desired @() -Csv (@('UserArn') + $arns)
}

# Runs commands with a change log, the first of them killed, has somebody else change users too, and takes the commands back.
function Test-Undo {
    param([int] $Seed)

    $random = [System.Random]::new($Seed)
    $before = @{}
    Get-State | ForEach-Object { $before[$_.Name] = $_ }
    $names = @($before.Keys | Sort-Object | Sort-Object { $random.Next() })
    $common = "-InstanceArn $($simulator.InstanceArn) -ChangeLogPath changes.jsonl"
    $commands = @(
        "1..3 | ForEach-Object { @{ Username = `"new`$_`"; FirstName = 'Ana'; LastName = 'Li' } } | New-ConnectUser $common -RoutingProfile Sales -SecurityProfile Agent -GeneratePassword"
        "'$($names[0..3] -join "', '")' | ForEach-Object { @{ Username = `$_; LastName = 'Changed' } } | Set-ConnectUser $common -AddTag @{ Wave = '$Seed' } -RemoveTag Team"
        "Remove-ConnectUser -Username $($names[3]), $($names[4]) $common -Force"
    ) | Sort-Object { $random.Next() }
    # Three creates, three or four updates and two removals would be at least eight writes.
    $first = Invoke-Child ($commands -join '; ') -KillAfter $random.Next(8)
    if (-not $first.IsKilled) {
        throw "The process came to no write to be killed at: $($first.Error)"
    }

    for ($poll = 0; $poll -lt 6000 -and (Get-Request @{ OperationStatuses = 'PENDING', 'IN_PROGRESS' }); $poll++) {
        Start-Sleep -Milliseconds 20
    }

    $null = Invoke-Child "Get-ConnectUser -InstanceArn $($simulator.InstanceArn) -First 4 | Set-ConnectUser -ChangeLogPath changes.jsonl -RoutingProfile Billing -AddSecurityProfile Admin"

    # Some users get a tag and some another name, and keep it. A user that was created stays then.
    $expected = @{}
    $before.Values | ForEach-Object { $expected[$_.Name] = $_.Text }
    foreach ($user in Get-State | Sort-Object Name | Where-Object { $random.Next(3) -eq 0 }) {
        $edit = if ($random.Next(2)) { { $_.IdentityInfo.LastName = 'Other' } } else { { $_.Tags = @($_.Tags | Where-Object { $_ }) + @{ Key = 'Other'; Value = 'x' } } }
        Edit-TestUser $user.Name $edit
        $properties = ($before[$user.Name] ?? $user).Json | ConvertFrom-Json -AsHashtable
        ForEach-Object -InputObject $properties -Process $edit
        $properties.Remove('UserArn')
        $expected[$user.Name] = Get-CanonicalJson $properties
    }

    $undo = Invoke-Child 'Undo-ConnectUserChange changes.jsonl -Force -GeneratePassword -WarningAction Ignore'
    $undo.Error -notlike 'ChangedSince,*'

    $after = @{}
    Get-State | ForEach-Object { $after[$_.Name] = $_ }
    foreach ($name in @($after.Keys) + @($expected.Keys) | Sort-Object -Unique) {
        if ($after[$name].Text -cne $expected[$name]) {
            "$name is $($after[$name].Text ?? 'not there'), and not $($expected[$name] ?? 'not there')"
        }
    }

    $removed = ($simulator.Calls | Where-Object Operation -EQ 'DeleteResource').Identifier
    foreach ($user in $before.Values | Where-Object { $after.Contains($_.Name) }) {
        if (($after[$user.Name].Arn -eq $user.Arn) -eq ($user.Arn -in $removed)) {
            "$($user.Name) has the ARN of a user that was removed, or another one although it was not"
        }
    }
}

# Runs a script with a simulator and a folder that exist as long as it runs.
function Invoke-OnSimulator {
    param([hashtable] $Option, [scriptblock] $ScriptBlock)

    $simulator = Start-ConnectSimulator @Option -SetDefault
    $folder = (New-Item -ItemType Directory -Path ([System.IO.Path]::GetTempPath()) -Name "awsccconnect-$([guid]::NewGuid())").FullName
    try {
        & $ScriptBlock
    }
    finally {
        $simulator | Stop-ConnectSimulator
        Remove-Item -LiteralPath $folder -Recurse -Force
    }
}

if ($Users) {
    Invoke-OnSimulator @{ Seed = $Seed; UserCount = 10; LatencyMilliseconds = 2, 30; HandlerSeconds = 0.1, 1 } { Test-RunId }
}

for ($undoSeed = $Seed; $undoSeed -lt $Seed + $Undos; $undoSeed++) {
    Invoke-OnSimulator @{ Seed = $undoSeed; UserCount = 6; HandlerSeconds = 0.1, 0.5 } { Test-Undo $undoSeed } | ForEach-Object { $problems.Add("Undo ${undoSeed}: $_") }
}

$problems | ForEach-Object { Write-Error $_ }
Write-Host ($problems ? "$($problems.Count) problems." : 'All as expected.')
exit [int]($problems.Count -gt 0)
