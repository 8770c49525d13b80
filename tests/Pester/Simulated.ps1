# Dot-sourced by tests of commands. They keep the simulator in $simulator; one of the same seed has the same ARNs.
. (Join-Path -Path $PSScriptRoot -ChildPath 'Import-Module.ps1')
$script:addedUsers = 0

# Starts a simulator, with the parameters of Start-ConnectSimulator, for the commands of the tests that follow.
# Stops that of the tests before; Invoke-TestFile.ps1 stops the last one of a file.
function Start-TestSimulator {
    Get-ConnectSimulator | Stop-ConnectSimulator
    Start-ConnectSimulator -SetDefault @args
}

# Runs a script and returns what it writes, by stream; an error that ends it is the last one.
function Get-Result {
    param([Parameter(Mandatory)] [scriptblock] $ScriptBlock)

    $ErrorActionPreference = 'Continue'
    $recordsOfScript = [System.Collections.Generic.List[object]]::new()
    try {
        & $ScriptBlock *>&1 | ForEach-Object { $recordsOfScript.Add($_) }
    }
    catch {
        $recordsOfScript.Add($_)
    }

    $streams = @{ ErrorRecord = 'Error'; WarningRecord = 'Warning'; VerboseRecord = 'Verbose'; DebugRecord = 'Debug'; InformationRecord = 'Information' }
    $result = @{ Output = @(); Error = @(); Warning = @(); Verbose = @(); Debug = @(); Information = @() }
    foreach ($record in $recordsOfScript) {
        $stream = if ($null -ne $record) { $streams[$record.GetType().Name] }
        $result[$(if ($stream) { $stream } else { 'Output' })] += , $record
    }

    [pscustomobject]$result
}

# Runs a script that is to report exactly one error, with this id and advice, and returns the error.
function Assert-Failure {
    param(
        [Parameter(Mandatory)] [string] $ErrorId,
        [Parameter(Mandatory)] [scriptblock] $ScriptBlock
    )

    $failures = @((Get-Result $ScriptBlock).Error)
    $failures | Should -HaveCount 1 -Because "of $ScriptBlock, which reports $failures"
    $failures[0].FullyQualifiedErrorId | Should -BeLike "$ErrorId,*" -Because $failures[0]
    if ($failures[0].ErrorDetails) {
        $failures[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    $failures[0]
}

# The ids of errors without the names of commands.
function Get-ErrorId {
    param([object[]] $ErrorRecord)

    $ErrorRecord | ForEach-Object { $_.FullyQualifiedErrorId.Split(',')[0] }
}

# Calls an operation of Cloud Control on the simulator without the module, and returns its response.
function Invoke-Service {
    param([Parameter(Mandatory)] [string] $Operation, [Parameter(Mandatory)] [hashtable] $Body)

    $headers = @{ 'X-Amz-Target' = "CloudApiService.$Operation" }
    Invoke-RestMethod -Uri $simulator.Url -Method Post -Headers $headers -ContentType 'application/x-amz-json-1.0' -Body (ConvertTo-Json $Body -Depth 10)
}

# Adds a user behind the service's back and returns its ARN. The script changes the user's properties, $_.
function Add-TestUser {
    param(
        [Parameter(Mandatory)] [string] $Username,
        [scriptblock] $Edit
    )

    $script:addedUsers++
    $properties = [ordered]@{
        InstanceArn         = $simulator.InstanceArn
        UserArn             = '{0}/agent/{1:x8}-0000-4000-8000-000000000000' -f $simulator.InstanceArn, $addedUsers
        Username            = $Username
        IdentityInfo        = [ordered]@{ FirstName = 'Ada'; LastName = 'Li'; Email = "$Username@example.com" }
        PhoneConfig         = [ordered]@{ PhoneType = 'SOFT_PHONE'; AutoAccept = $false; AfterContactWorkTimeLimit = 30 }
        RoutingProfileArn   = $routing[0]
        SecurityProfileArns = @($security[0])
        Tags                = @([ordered]@{ Key = 'Team'; Value = 'Sales' })
    }
    if ($Edit) {
        ForEach-Object -InputObject $properties -Process $Edit
    }

    $simulator.SetProperties('AWS::Connect::User', $properties.UserArn, (ConvertTo-Json -InputObject $properties -Depth 10))
    $properties.UserArn
}

# The properties that the simulator has of a user, as a hashtable.
function Get-TestUser {
    param([Parameter(Mandatory)] [string] $Username)

    $simulator.GetProperties($simulator.FindUser($Username)) | ConvertFrom-Json -AsHashtable
}

# Adds an instance that has what the first has, users apart, and returns its ARN.
function Add-TestInstance {
    param([Parameter(Mandatory)] [string] $Alias)

    $first = $simulator.InstanceArn
    $added = $first -replace '.{12}$', ('{0:x12}' -f $Alias.Length)
    $seeded = @{ 'AWS::Connect::Instance' = @($first) }
    $seeded['AWS::Connect::RoutingProfile'] = (Get-ConnectRoutingProfile).Arn
    $seeded['AWS::Connect::SecurityProfile'] = (Get-ConnectSecurityProfile).Arn
    $seeded['AWS::Connect::UserHierarchyGroup'] = (Get-ConnectHierarchyGroup).Arn
    foreach ($type in $seeded.Keys) {
        foreach ($resource in $seeded[$type]) {
            $json = $simulator.GetProperties($resource).Replace($first.Split('/')[-1], $added.Split('/')[-1]).Replace("`"$($simulator.InstanceAlias)`"", "`"$Alias`"")
            $simulator.SetProperties($type, $resource.Replace($first, $added), $json)
        }
    }

    $added
}

# Changes a resource directly in the simulator, as another administrator would. The script changes its properties, $_.
function Edit-TestResource {
    param(
        [Parameter(Mandatory)] [string] $Arn,
        [Parameter(Mandatory)] [scriptblock] $Edit,
        [string] $Type = 'User'
    )

    $properties = $simulator.GetProperties($Arn) | ConvertFrom-Json -AsHashtable
    ForEach-Object -InputObject $properties -Process $Edit
    $simulator.SetProperties("AWS::Connect::$Type", $Arn, (ConvertTo-Json -InputObject $properties -Depth 10))
}

# Changes a user directly in the simulator by its name.
function Edit-TestUser {
    param([Parameter(Mandatory)] [string] $Username, [Parameter(Mandatory)] [scriptblock] $Edit)

    Edit-TestResource $simulator.FindUser($Username) $Edit
}

# A user's tags as Key=Value, sorted.
function Get-TestTag {
    param([Parameter(Mandatory)] [string] $Username)

    (Get-TestUser $Username).Tags | Where-Object { $_ } | ForEach-Object { "$($_.Key)=$($_.Value)" } | Sort-Object -CaseSensitive
}

# JSON in which the order of members and of elements makes no difference.
function Get-CanonicalJson {
    param([AllowNull()] $Value)

    if ($Value -is [System.Collections.IDictionary]) {
        $members = $Value.Keys | Sort-Object | ForEach-Object { "$($_):$(Get-CanonicalJson $Value[$_])" }
        '{' + ($members -join ',') + '}'
    }
    elseif ($Value -is [array]) {
        '[' + (($Value | ForEach-Object { Get-CanonicalJson $_ } | Sort-Object) -join ',') + ']'
    }
    else {
        ConvertTo-Json -InputObject $Value -Compress
    }
}

# How often operations were called since the simulator's calls were cleared, for resources of a type or of all.
function Get-CallCount {
    param([Parameter(Mandatory)] [string[]] $Operation, [string] $Type = '*')

    @($simulator.Calls | Where-Object { $_.Operation -in $Operation -and "$($_.TypeName)" -like "*$Type" }).Count
}

# How many calls that write there were since the simulator's calls were cleared.
function Get-WriteCount {
    Get-CallCount -Operation 'CreateResource', 'UpdateResource', 'DeleteResource'
}

# Runs a script and returns the requests of an operation that it sends, as -Debug shows them; those of UpdateResource have
# their patch as texts too, such as replace /PhoneConfig/AutoAccept true, in Patch.
function Get-SentRequest {
    param(
        [Parameter(Mandatory)] [string] $Operation,
        [Parameter(Mandatory)] [scriptblock] $ScriptBlock,
        [switch] $IgnoreErrors
    )

    $DebugPreference = 'Continue'
    $records = Get-Result $ScriptBlock
    if (-not $IgnoreErrors) {
        $records.Error | Should -BeNullOrEmpty
    }

    foreach ($record in $records.Debug) {
        if ("$record" -match "^$Operation request: (?<body>.*)") {
            $body = $Matches.body | ConvertFrom-Json -AsHashtable
            $body.Patch = @($body.PatchDocument | Where-Object { $_ } | ForEach-Object {
                    "$($_.op) $($_.path) $(if ($_.Contains('value')) { ConvertTo-Json -InputObject $_.value -Compress -Depth 10 })".TrimEnd()
                })
            $body
        }
    }
}

# Runs a script that is to send one update, and returns its patch as texts.
function Get-SentPatch {
    param(
        [Parameter(Mandatory)] [scriptblock] $ScriptBlock,
        [switch] $IgnoreErrors
    )

    $sent = @(Get-SentRequest 'UpdateResource' $ScriptBlock -IgnoreErrors:$IgnoreErrors)
    $sent | Should -HaveCount 1
    $sent[0].Patch
}
