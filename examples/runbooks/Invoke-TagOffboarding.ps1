<#
.SYNOPSIS
    Removes the users of an Amazon Connect instance that have a tag, such as Leaver=true, and reports on each.
.DESCRIPTION
    For schedulers: never prompts, continues after users that cannot be removed, writes a CSV report and reports the outcome by
    its exit code:

        0  every user with the tag was removed, or there was none
        1  some users could not be read or removed; the report has the error of each
        2  it could not run, or not to its end; also where more users have the tag than -MaximumRemovals: then nothing is removed

    The report has Username, Status (Removed, Failed, NotDone), UserArn, ErrorId and Message.

    A removed user cannot be brought back; the history stays. Run it with -WhatIf first: that removes nothing and writes no
    report.

    Credentials are those of the environment: a role of the machine or of the workflow, or AWS_PROFILE.
.PARAMETER InstanceArn
    ARN, id or alias of the instance.
.PARAMETER ReportPath
    The report to write. An existing file is replaced.
.PARAMETER HtmlPath
    The HTML page to write, if any: the report with a bar of the counts. An existing file is replaced.
.PARAMETER Tag
    Key=Value. Both must match to the letter, as AWS compares them.
.PARAMETER MaximumRemovals
    The guard against a tag in the wrong place: with more users than this, none is removed.
.PARAMETER Region
    AWS Region; needed where InstanceArn is no ARN and the environment names none.
.PARAMETER ModulePath
    The module, if it is not in $env:PSModulePath.
.EXAMPLE
    pwsh -NoProfile -NonInteractive -File Invoke-TagOffboarding.ps1 -InstanceArn contact-centre -Tag Leaver=true -ReportPath left.csv -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string] $InstanceArn,

    [Parameter(Mandatory)]
    [string] $ReportPath,

    [string] $HtmlPath,

    [ValidatePattern('^[^=]+=')]
    [string] $Tag = 'Leaver=true',

    [ValidateRange(0, 100000)]
    [int] $MaximumRemovals = 25,

    [string] $Region,
    [string] $ModulePath = 'AwsccConnect'
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

# Of each user with the tag, and of each that could not be read, under its ARN.
$records = [ordered]@{}

function Add-Record([string] $UserArn, [string] $Username, [string] $Status, [string] $ErrorId, [string] $Message) {
    $records[$UserArn] = [pscustomobject]@{ Username = $Username; Status = $Status; UserArn = $UserArn; ErrorId = $ErrorId; Message = $Message }
}

function Add-Failure($ErrorRecord) {
    $target = $ErrorRecord.TargetObject
    $arn = if ($target -is [string]) { $target } elseif ($null -ne $target -and $target.PSObject.Properties['UserArn']) { $target.UserArn } else { "unknown $($records.Count)" }
    $name = if ($null -ne $target -and $target.PSObject.Properties['Username']) { $target.Username }
    Add-Record -UserArn $arn -Username $name -Status Failed -ErrorId $ErrorRecord.FullyQualifiedErrorId.Split(',')[0] -Message $ErrorRecord.Exception.Message
}

$failure = $null
try {
    if (-not (Get-Module -Name AwsccConnect)) {
        Import-Module -Name $ModulePath
    }

    $connection = if ($Region) { @{ Region = $Region } } else { @{} }
    $key, $value = $Tag.Split('=', 2)
    $leavers = @(Get-ConnectUser -InstanceArn $InstanceArn @connection -ErrorAction Continue 2>&1 | ForEach-Object {
            if ($_ -is [System.Management.Automation.ErrorRecord]) {
                Add-Failure $_
            }
            elseif ($_.Tags | Where-Object { $_.Key -ceq $key -and $_.Value -ceq $value }) {
                Add-Record -UserArn $_.UserArn -Username $_.Username -Status NotDone
                $_
            }
        })
    if ($leavers.Count -gt $MaximumRemovals) {
        throw "$($leavers.Count) users have the tag $Tag, more than -MaximumRemovals $MaximumRemovals. Nothing was removed."
    }

    # With -Confirm there is a confirm prompt; a scheduler has none.
    $isAsking = $PSBoundParameters.ContainsKey('Confirm') -and $PSBoundParameters.Confirm
    $leavers | Remove-ConnectUser @connection -Force:(-not $isAsking) -PassThru -IgnoreNotFound -ErrorAction Continue 2>&1 | ForEach-Object {
        if ($_ -is [System.Management.Automation.ErrorRecord]) {
            Add-Failure $_
        }
        else {
            Add-Record -UserArn $_.UserArn -Username $_.Username -Status Removed
        }
    }
}
catch {
    $failure = $_
}

$counts = [ordered]@{}
foreach ($status in 'Removed', 'Failed', 'NotDone') {
    $counts[$status] = @($records.Values | Where-Object { $_.Status -eq $status }).Count
}

try {
    if ($PSCmdlet.ShouldProcess($ReportPath, 'Write report')) {
        $columns = 'Username', 'Status', 'UserArn', 'ErrorId', 'Message'
        $writer = Join-Path -Path $PSScriptRoot -ChildPath 'Write-RunbookReport.ps1'
        & $writer -Path $ReportPath -Column $columns -Record @($records.Values)
        if ($HtmlPath) {
            & $writer -Path $HtmlPath -Column $columns -Record @($records.Values) -Count $counts -HtmlTitle "Offboarding of $Tag"
        }
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

exit [int] [bool] ($records.Values | Where-Object { $_.Status -eq 'Failed' })
