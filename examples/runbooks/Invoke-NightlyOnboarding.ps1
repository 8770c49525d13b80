<#
.SYNOPSIS
    Creates the users of a roster in an Amazon Connect instance and reports the outcome of each row.
.DESCRIPTION
    For schedulers: never prompts, continues after rows that fail, writes a CSV report and reports the outcome by its exit code:

        0  every row was created, or exists already and -SkipExisting was given
        1  some rows failed; the report has the error of each
        2  it could not run, or not to its end: roster, instance, profile, credentials; rows without outcome are NotDone

    The report has Row (file and line), Username, Status (Created, Existing, Failed, NotDone), UserArn, ErrorId and Message.
    It never has passwords. Each user gets a generated password, which exists only in this process: name a script as
    -HandoverScript to hand it over. Save-InitialPassword.ps1 puts it into a vault by SecretManagement.

    Without it the password is lost, and the users choose one by "Forgot password?" on the sign-in page, which takes
    an e-mail address in the roster.

    Credentials are those of the environment: a role of the machine or of the workflow, or AWS_PROFILE.
.PARAMETER RosterPath
    The roster: CSV or JSON, columns as Import-ConnectUser reads them.
.PARAMETER InstanceArn
    ARN, id or alias of the instance.
.PARAMETER ReportPath
    The report to write. An existing file is replaced.
.PARAMETER HtmlPath
    The HTML page to write, if any: the report with a bar of the counts. An existing file is replaced.
.PARAMETER RoutingProfile
    Name of the routing profile of all rows. Not needed where the roster has a column RoutingProfileArn.
.PARAMETER SecurityProfile
    Names of the security profiles of all rows. Not needed where the roster has a column SecurityProfileArns.
.PARAMETER HandoverScript
    A script that gets each created user as its parameter User. Its output is dropped, but a transcript has what it prints. If it
    fails, the row is reported as Failed with its UserArn. A script, or a module of its #Requires, that is not there ends the run
    before the first user.
.PARAMETER NoPassword
    The instance has SAML or a directory for its identities and takes no passwords.
.PARAMETER SkipExisting
    Rows whose username is taken are no failure: the same roster can be run every night.
.PARAMETER Region
    AWS Region; needed where InstanceArn is no ARN and the environment names none.
.PARAMETER ModulePath
    The module, if it is not in $env:PSModulePath.
.EXAMPLE
    pwsh -NoProfile -NonInteractive -File Invoke-NightlyOnboarding.ps1 -RosterPath new.csv -InstanceArn contact-centre -RoutingProfile 'Support Tier 1' -SecurityProfile Agent -ReportPath report.csv -SkipExisting
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string] $RosterPath,

    [Parameter(Mandatory)]
    [string] $InstanceArn,

    [Parameter(Mandatory)]
    [string] $ReportPath,

    [string] $HtmlPath,

    [string] $RoutingProfile,
    [string[]] $SecurityProfile,
    [string] $HandoverScript,
    [switch] $NoPassword,
    [switch] $SkipExisting,
    [string] $Region,
    [string] $ModulePath = 'AwsccConnect'
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

# Of each row, by its location (file:line).
$records = [ordered]@{}
$takenStatus = if ($SkipExisting) { 'Existing' } else { 'Failed' }

function Add-Record([string] $Row, [string] $Username, [string] $Status, [string] $ErrorId, [string] $Message) {
    $records[$Row] = [pscustomobject]@{ Row = $Row; Username = $Username; Status = $Status; UserArn = ''; ErrorId = $ErrorId; Message = $Message }
}

function Add-Failure($ErrorRecord) {
    $id = $ErrorRecord.FullyQualifiedErrorId.Split(',')[0]
    $status = if ($id -eq 'AlreadyExists') { $takenStatus } else { 'Failed' }
    $target = $ErrorRecord.TargetObject
    if ($target -is [string]) {
        # A line that makes no row at all: its place is the target.
        Add-Record -Row $target -Status $status -ErrorId $id -Message $ErrorRecord.Exception.Message
    }
    elseif ($null -ne $target -and $target.PSObject.Properties['Source']) {
        $name = if ($target.PSObject.Properties['Username']) { $target.Username }
        Add-Record -Row $target.Source -Username $name -Status $status -ErrorId $id -Message $ErrorRecord.Exception.Message
    }
    else {
        # No row of the report can have it.
        $script:failure ??= $ErrorRecord
    }
}

function Find-Profile([string] $Kind, [string] $Name) {
    $found = & "Get-Connect$Kind" -InstanceArn $InstanceArn -Name ([WildcardPattern]::Escape($Name)) @connection
    if (-not $found) {
        throw "The instance '$InstanceArn' has no $Kind '$Name'."
    }

    $found
}

# Whoever is created before the script turns out not to run has lost the password.
function Assert-Handover([string] $Script) {
    $requirements = (Get-Command -Name $Script -CommandType ExternalScript).ScriptBlock.Ast.ScriptRequirements
    foreach ($module in ${requirements}?.RequiredModules) {
        if (-not (Get-Module -ListAvailable -FullyQualifiedName $module)) {
            throw "The handover script needs the module $($module.Name), which is not installed. No user was created."
        }
    }
}

# Hands a new user's password over; nothing of it goes into the report but whether that worked.
function Send-Credential($User, [string] $Script) {
    try {
        if ($Script) {
            & $Script -User $User *> $null
        }

        $true
    }
    catch {
        $false
    }
}

$created = @{}
$failure = $null
try {
    if (-not (Get-Module -Name AwsccConnect)) {
        Import-Module -Name $ModulePath
    }

    if ($HandoverScript) {
        Assert-Handover -Script $HandoverScript
    }

    $connection = if ($Region) { @{ Region = $Region } } else { @{} }
    $common = @{ InstanceArn = $InstanceArn; GeneratePassword = -not $NoPassword }
    if ($RoutingProfile) {
        $common.RoutingProfile = Find-Profile -Kind RoutingProfile -Name $RoutingProfile
    }

    if ($SecurityProfile) {
        $common.SecurityProfile = @($SecurityProfile | ForEach-Object { Find-Profile -Kind SecurityProfile -Name $_ })
    }

    # Rows and errors.
    $rows = @(Import-ConnectUser -LiteralPath $RosterPath -ErrorAction Continue 2>&1 | ForEach-Object {
            if ($_ -isnot [System.Management.Automation.ErrorRecord]) {
                Add-Record -Row $_.Source -Username $(if ($_.PSObject.Properties['Username']) { $_.Username }) -Status NotDone
                $_
            }
            elseif ($_.FullyQualifiedErrorId -like 'FileNotReadable,*') {
                throw $_
            }
            else {
                Add-Failure $_
            }
        })

    $rows | New-ConnectUser @common @connection -ErrorAction Continue 2>&1 | ForEach-Object {
        if ($_ -is [System.Management.Automation.ErrorRecord]) {
            Add-Failure $_
        }
        else {
            $created[$_.Username] = @{ UserArn = $_.UserArn; IsHandedOver = $NoPassword -or (Send-Credential -User $_ -Script $HandoverScript) }
        }
    }
}
catch {
    $failure = $_
}

foreach ($record in $records.Values) {
    if ($record.Status -eq 'NotDone' -and $created.ContainsKey($record.Username)) {
        $user = $created[$record.Username]
        $record.UserArn = $user.UserArn
        $record.Status = if ($user.IsHandedOver) { 'Created' } else { 'Failed' }
        if (-not $user.IsHandedOver) {
            $record.ErrorId = 'HandoverFailed'
            $record.Message = 'The user was created, but the handover script failed: the password is lost and has to be reset.'
        }
    }
}

$counts = [ordered]@{}
foreach ($status in 'Created', 'Existing', 'Failed', 'NotDone') {
    $counts[$status] = @($records.Values | Where-Object { $_.Status -eq $status }).Count
}

try {
    if ($PSCmdlet.ShouldProcess($ReportPath, 'Write report')) {
        $columns = 'Row', 'Username', 'Status', 'UserArn', 'ErrorId', 'Message'
        $writer = Join-Path -Path $PSScriptRoot -ChildPath 'Write-RunbookReport.ps1'

        # A user that is in the roster twice is reported before the first row.
        $sorted = $records.Values | Sort-Object -Stable -Property { $_.Row -replace '^.*?:(\d+).*$', '$1' -as [int] }
        & $writer -Path $ReportPath -Column $columns -Record @($sorted)
        if ($HtmlPath) {
            & $writer -Path $HtmlPath -Column ($columns -ne 'UserArn') -Record @($sorted) -Count $counts -HtmlTitle "Onboarding of $(Split-Path -Path $RosterPath -Leaf)"
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
