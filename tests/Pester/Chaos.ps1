# Dot-sourced by Invoke-Chaos.ps1, with its parameters: the processes that are killed, the faults of the service, and what the service has.

# Everything that an operation of the service lists.
function Get-Page {
    param([string] $Operation, [string] $Member, [hashtable] $Body)

    do {
        $page = Invoke-Service $Operation $Body
        $page.$Member
        $Body.NextToken = $page.NextToken
    } while ($Body.NextToken)
}

# The requests that the service has accepted.
function Get-Request {
    param([hashtable] $Filter)

    Get-Page ListResourceRequests ResourceRequestStatusSummaries @{ MaxResults = 100; ResourceRequestStatusFilter = $Filter }
}

# The users of the service: name, ARN, properties as JSON, and the properties but the ARN as a text that can be compared.
function Get-State {
    $model = ConvertTo-Json @{ InstanceArn = $simulator.InstanceArn }
    foreach ($user in Get-Page ListResources ResourceDescriptions @{ TypeName = 'AWS::Connect::User'; ResourceModel = $model }) {
        $json = $simulator.GetProperties($user.Identifier)
        $properties = $json | ConvertFrom-Json -AsHashtable
        $properties.Remove('UserArn')
        [pscustomobject]@{ Name = $properties.Username; Arn = $user.Identifier; Json = $json; Text = Get-CanonicalJson $properties }
    }
}

# Runs a command in a process of its own to its end, or kills it at one of its writes.
# The service holds that write before it is carried out, so that the process cannot end before it is killed.
function Invoke-Child {
    # KillAfter: How many writes are let through; if negative, the process is not killed.
    param([string] $Command, [int] $KillAfter = -1, [string] $Operation = '*eResource')

    if ($KillAfter -ge 0) {
        $simulator.Faults.AddJson("[{ 'operation': '$Operation', 'kind': 'Slow', 'milliseconds': 3600000, 'skip': $KillAfter }]".Replace("'", '"'))
        $hold = $simulator.Faults.Rules[-1]
    }

    $file, $arguments = $pwshCommand + '-Command' + @"
        . '$PSScriptRoot/Import-Module.ps1'
        & { $Command } 2>&1 | ForEach-Object {
            if (`$_ -is [System.Management.Automation.ErrorRecord]) {
                `$failed = 1
                [Console]::Error.WriteLine("`$(`$_.FullyQualifiedErrorId): `$_")
            }
            else {
                "`$_"
            }
        }
        exit `$failed
"@
    $start = [System.Diagnostics.ProcessStartInfo]::new($file, [string[]]$arguments)
    $start.WorkingDirectory = $folder
    $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $output = $process.StandardOutput.ReadToEndAsync()
    $errors = $process.StandardError.ReadToEndAsync()
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    # Half an hour is enough for 500 users.
    while (-not $process.WaitForExit(20) -and -not $hold.Hits -and $clock.Elapsed.TotalMinutes -lt 30) { }

    $isKilled = -not $process.HasExited
    if ($isKilled) {
        $process.Kill($true)
        $process.WaitForExit()
        if (-not $hold.Hits) {
            throw "A process did not end: $Command"
        }
    }

    $simulator.Faults.Clear()
    [pscustomobject]@{
        IsKilled = $isKilled
        ExitCode = $process.ExitCode
        Output   = @($output.Result -split '\r?\n' -ne '')
        Error    = @($errors.Result -split '\r?\n' -ne '')
    }
}

# Has calls fail at random. Half of the throttled changes are refused as calls, the other half end FAILED, as they do on AWS.
function Add-Fault {
    $rules = @(
        foreach ($operation in 'Get*', 'List*') {
            @{ operation = $operation; kind = 'Throttle'; probability = $Throttled / 100 }
        }
        foreach ($status in 500, 503) {
            @{ kind = 'Http5xx'; statusCode = $status; probability = $Failed / 200 }
        }
        @{ kind = 'Truncated'; probability = $Lost / 100 }
        foreach ($operation in 'CreateResource', 'UpdateResource', 'DeleteResource') {
            @{ operation = $operation; kind = 'Throttle'; probability = $Throttled / 200 }
            @{ operation = $operation; kind = 'ResetAfter'; probability = $Reset / 100 }
            @{ operation = $operation; kind = 'HalfApplied'; errorCode = 'ServiceInternalError'; probability = $HalfApplied / 100 }
            @{ operation = $operation; kind = 'HandlerError'; errorCode = 'Throttling'; message = 'Rate exceeded'; probability = $Throttled / 200 }
        }
    )
    $simulator.Faults.AddJson((ConvertTo-Json $rules))
}
