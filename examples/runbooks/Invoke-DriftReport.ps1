<#
.SYNOPSIS
    Compares the users of an Amazon Connect instance with a stack file and reports what differs. It changes nothing.
.DESCRIPTION
    For schedulers: never prompts, writes a CSV report and optionally an HTML page, and reports the outcome by its exit code:

        0  every user has the desired state of the file, and the stack has no others
        1  users differ, are missing, blocked or no longer in the file, or could not be compared; the report has them
        2  it could not run, or not to its end

    The reports have a row for each user that is not in the desired state, and with -IncludeInSync for all others too: Username, Status
    (Missing, Different, Extra, Blocked, InSync), Differences, Message, ErrorId, UserArn and Source, the place in the file.

    Credentials are those of the environment: a role of the machine or of the workflow, or AWS_PROFILE.
.PARAMETER StackPath
    The stack: a manifest (.yml), a list of users (.yml, .json) or a roster (.csv).
.PARAMETER InstanceArn
    ARN, id or alias of the instance of users that name none.
.PARAMETER ReportPath
    The CSV report to write. An existing file is replaced.
.PARAMETER HtmlPath
    The HTML page to write, if any. An existing file is replaced.
.PARAMETER Environment
    The environment of the stack, such as prd.
.PARAMETER Variable
    Values of the variables of a manifest, by name.
.PARAMETER IncludeInSync
    Includes users in the desired state in the reports.
.PARAMETER Region
    AWS Region; needed where neither ARNs nor the file nor the environment name one.
.PARAMETER ModulePath
    The module, if it is not in $env:PSModulePath.
.EXAMPLE
    pwsh -NoProfile -NonInteractive -File Invoke-DriftReport.ps1 -StackPath sales.yml -InstanceArn contact-centre -ReportPath drift.csv -HtmlPath drift.html
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $StackPath,

    [Parameter(Mandatory)]
    [string] $ReportPath,

    [string] $InstanceArn,
    [string] $HtmlPath,
    [string] $Environment,
    [System.Collections.IDictionary] $Variable,
    [switch] $IncludeInSync,
    [string] $Region,
    [string] $ModulePath = 'AwsccConnect'
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
$columns = 'Username', 'Status', 'Differences', 'Message', 'ErrorId', 'UserArn', 'Source'

# The names of the profiles and groups in the differences, by ARN; without one the page has the id.
function Get-ArnName([string] $Text) {
    $names = @{}
    foreach ($kind in @{ 'routing-profile' = 'RoutingProfile'; 'security-profile' = 'SecurityProfile'; 'agent-group' = 'HierarchyGroup' }.GetEnumerator()) {
        $arns = @([regex]::Matches($Text, "arn:aws[\w:./-]*/$($kind.Key)/[\w-]+") | ForEach-Object Value | Sort-Object -Unique)
        if ($arns) {
            & "Get-Connect$($kind.Value)" -Identifier $arns -ErrorAction SilentlyContinue | ForEach-Object { $names[$_.Arn] = $_.Name }
        }
    }

    $names
}

$counts = [ordered]@{ InSync = 0; Missing = 0; Different = 0; Extra = 0; Blocked = 0; Failed = 0 }
$records = [System.Collections.Generic.List[psobject]]::new()
$failure = $null
try {
    if (-not (Get-Module -Name AwsccConnect)) {
        Import-Module -Name $ModulePath
    }

    $stack = @{ Path = $StackPath }
    foreach ($name in 'InstanceArn', 'Environment', 'Variable', 'Region') {
        if ($PSBoundParameters.ContainsKey($name)) {
            $stack[$name] = $PSBoundParameters[$name]
        }
    }

    Test-ConnectUserStack @stack -ErrorAction Continue 2>&1 | ForEach-Object {
        if ($_ -is [System.Management.Automation.ErrorRecord]) {
            $counts.Failed++
            # An error of a user that has a result of its own is reported by that result.
            if (-not ($_.TargetObject -and $_.TargetObject.PSObject.Properties['Status'])) {
                $records.Add([pscustomobject]@{ Username = ''; Status = 'Failed'; Differences = ''; Message = $_.Exception.Message; ErrorId = $_.FullyQualifiedErrorId.Split(',')[0]; UserArn = ''; Source = '' })
            }
        }
        else {
            $counts["$($_.Status)"]++
            if ($IncludeInSync -or "$($_.Status)" -ne 'InSync') {
                $record = [ordered]@{}
                foreach ($column in $columns) {
                    $record[$column] = $_.$column
                }
                $records.Add([pscustomobject] $record)
            }
        }
    }
}
catch {
    $failure = $_
}

try {
    $writer = Join-Path -Path $PSScriptRoot -ChildPath 'Write-RunbookReport.ps1'
    $sorted = @($records | Sort-Object -Property { @($counts.Keys).IndexOf("$($_.Status)") }, Username, Source)
    & $writer -Path $ReportPath -Column $columns -Record $sorted
    if ($HtmlPath) {
        # What there is to say of a user stands in one column.
        $rows = @($sorted | Select-Object -Property Username, Status, @{ Name = 'Differences'; Expression = { @($_.Differences) + $_.Message | Where-Object { $_ } } }, ErrorId, Source)
        $values = $sorted | ForEach-Object Differences | Where-Object { $_ -isnot [string] } | ForEach-Object { $_.Desired, $_.Live }
        $names = Get-ArnName -Text ($values -join "`n")
        & $writer -Path $HtmlPath -Column 'Username', 'Status', 'Differences', 'ErrorId', 'Source' -Record $rows -Count $counts -ArnName $names -HtmlTitle "Drift of $(Split-Path -Path $StackPath -Leaf)"
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

exit [int] ($counts.Missing + $counts.Different + $counts.Extra + $counts.Blocked + $counts.Failed -gt 0)
