<#
.SYNOPSIS
    Lists who has which access to an Amazon Connect instance: by security profile, by last change, by hierarchy. It changes nothing.
.DESCRIPTION
    For schedulers, once a week for example: never prompts, writes a CSV report and optionally an HTML page, and reports the
    outcome by its exit code:

        0  every user is in the report
        1  some users could not be read; the report has the error of each
        2  it could not run, or not to its end

    The CSV has a row for each user: Username, Name, SecurityProfiles, Hierarchy (the group; its path where several have its name), LastModifiedTime (UTC),
    LastChange (how long ago), UserArn, Status (Listed, Failed), ErrorId and Message. A profile or group whose name cannot be read,
    or is that of several, has its id there. The page has the users three times, in groups by security profile, by last change and
    by hierarchy.

    The times come from Amazon Connect's list of users. Without the permission connect:ListUsers, LastModifiedTime is empty and LastChange
    is "Not known".

    Credentials are those of the environment: a role of the machine or of the workflow, or AWS_PROFILE.
.PARAMETER InstanceArn
    ARN, id or alias of the instance.
.PARAMETER ReportPath
    The CSV report to write. An existing file is replaced.
.PARAMETER HtmlPath
    The HTML page to write, if any. An existing file is replaced.
.PARAMETER Region
    AWS Region; needed where InstanceArn is no ARN and the environment names none.
.PARAMETER ModulePath
    The module, if it is not in $env:PSModulePath.
.EXAMPLE
    pwsh -NoProfile -NonInteractive -File Invoke-AccessReview.ps1 -InstanceArn contact-centre -ReportPath access.csv -HtmlPath access.html
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $InstanceArn,

    [Parameter(Mandatory)]
    [string] $ReportPath,

    [string] $HtmlPath,
    [string] $Region,
    [string] $ModulePath = 'AwsccConnect'
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

$columns = 'Username', 'Name', 'SecurityProfiles', 'Hierarchy', 'LastModifiedTime', 'LastChange', 'UserArn', 'Status', 'ErrorId', 'Message'
$records = [System.Collections.Generic.List[psobject]]::new()
$now = [datetime]::UtcNow
$ages = [ordered]@{ 'Up to 7 days ago' = 7; 'Up to 30 days ago' = 30; 'Up to 90 days ago' = 90; 'Up to a year ago' = 365; 'Earlier' = [double]::PositiveInfinity }
$unknownAge = 'Not known'
$noGroup = '(none)'

function Add-Record([hashtable] $Value) {
    $record = [ordered]@{}
    foreach ($column in $columns) {
        $record[$column] = $Value[$column]
    }

    $records.Add([pscustomobject] $record)
}

function Add-Failure($ErrorRecord) {
    $target = $ErrorRecord.TargetObject
    Add-Record @{
        Username = $listed["$target"]?.Username
        UserArn  = $target
        Status   = 'Failed'
        ErrorId  = $ErrorRecord.FullyQualifiedErrorId.Split(',')[0]
        Message  = $ErrorRecord.Exception.Message
    }
}

$failure = $null
try {
    if (-not (Get-Module -Name AwsccConnect)) {
        Import-Module -Name $ModulePath
    }

    $connection = if ($Region) { @{ Region = $Region } } else { @{} }
    $listed = @{}
    Get-ConnectUser -InstanceArn $InstanceArn @connection -IdentifierOnly | ForEach-Object { $listed[$_.UserArn] = $_ }
    Get-ConnectUser -InstanceArn $InstanceArn @connection -ErrorAction Continue 2>&1 | ForEach-Object {
        if ($_ -is [System.Management.Automation.ErrorRecord]) {
            Add-Failure $_
            return
        }

        $changed = $listed[$_.UserArn]?.LastModifiedTime
        Add-Record @{
            Username         = $_.Username
            Name             = "$($_.FirstName) $($_.LastName)".Trim()
            SecurityProfiles = [string[]] @($_.SecurityProfile | Sort-Object)
            Hierarchy        = $_.HierarchyGroup ?? $noGroup
            LastModifiedTime = if ($changed) { $changed.ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture) }
            LastChange       = if ($changed) { $ages.Keys | Where-Object { ($now - $changed).TotalDays -le $ages[$_] } | Select-Object -First 1 } else { $unknownAge }
            UserArn          = $_.UserArn
            Status           = 'Listed'
        }
    }
}
catch {
    $failure = $_
}

$counts = [ordered]@{}
foreach ($status in 'Listed', 'Failed') {
    $counts[$status] = @($records | Where-Object { $_.Status -eq $status }).Count
}

try {
    $writer = Join-Path -Path $PSScriptRoot -ChildPath 'Write-RunbookReport.ps1'
    $sorted = @($records | Sort-Object -Property Username, UserArn)
    & $writer -Path $ReportPath -Column $columns -Record $sorted
    if ($HtmlPath) {
        $views = [ordered]@{
            'By security profile' = @{ Property = 'SecurityProfiles'; Group = @($sorted | ForEach-Object SecurityProfiles | Where-Object { $_ } | Sort-Object -Unique -CaseSensitive) }
            'By last change'      = @{ Property = 'LastChange'; Group = @($ages.Keys) + $unknownAge }
            'By hierarchy'        = @{ Property = 'Hierarchy'; Group = @($sorted | ForEach-Object Hierarchy | Where-Object { $_ -and $_ -ne $noGroup } | Sort-Object -Unique -CaseSensitive) + $noGroup }
        }
        if ($counts.Failed -gt 0) {
            $views['Could not be read'] = @{ Property = 'Status'; Group = @('Failed') }
        }

        & $writer -Path $HtmlPath -Column ($columns | Where-Object { $_ -notin 'LastChange', 'UserArn', 'Status' }) -Record $sorted -Count $counts -View $views -HtmlTitle "Access to $InstanceArn"
    }
}
catch {
    $failure ??= $_
}

foreach ($status in $counts.Keys) {
    "${status}: $($counts[$status])"
}

if ($failure) {
    $Host.UI.WriteErrorLine("Could not run: $($failure.Exception.Message)")
    exit 2
}

exit [int] ($counts.Failed -gt 0)
