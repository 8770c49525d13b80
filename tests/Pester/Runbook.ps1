# Dot-sourced by the tests of examples/runbooks: runs one as a scheduler does, in a process of its own with an environment.
. (Join-Path -Path $PSScriptRoot -ChildPath 'Import-Module.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'Invoke-Pwsh.ps1')

$runbookSecretKey = 'runbook/secret+key/0123456789'

function Set-RunbookEnvironment {
    <#
    .SYNOPSIS
        Sets the variables that a job on AWS has, for the simulator, and returns the earlier values.
    #>
    param([Parameter(Mandatory)] [psobject] $Simulator)

    $values = @{
        AWS_ENDPOINT_URL_CLOUDCONTROL = $Simulator.Url.AbsoluteUri
        AWS_ENDPOINT_URL_CONNECT      = $Simulator.Url.AbsoluteUri
        AWS_ACCESS_KEY_ID             = 'AKIDRUNBOOK'
        AWS_SECRET_ACCESS_KEY         = $runbookSecretKey
        AWS_SESSION_TOKEN             = $null
        AWS_PROFILE                   = $null
        AWS_REGION                    = $Simulator.Region
        NO_COLOR                      = '1'
        PSModulePath                  = (Get-Module -Name AwsccConnect | Split-Path -Parent | Split-Path -Parent) +
            [System.IO.Path]::PathSeparator + $env:PSModulePath
    }
    Use-RunbookEnvironment -Value $values
}

function Use-RunbookEnvironment {
    <#
    .SYNOPSIS
        Sets environment variables, removes those without a value, and returns the earlier values.
    #>
    param([Parameter(Mandatory)] [hashtable] $Value)

    $earlier = @{}
    foreach ($name in $Value.Keys) {
        $earlier[$name] = [System.Environment]::GetEnvironmentVariable($name)
        Set-Item -Path "env:$name" -Value $Value[$name]
    }

    $earlier
}

function Invoke-Runbook {
    <#
    .SYNOPSIS
        Runs a runbook on the instance of the simulator, with reports in $reports.
    #>
    param(
        [Parameter(Mandatory)] [string] $Name,
        [string[]] $ArgumentList = @()
    )

    $script = Join-Path -Path $PSScriptRoot -ChildPath "../../examples/runbooks/$Name.ps1"
    Invoke-Pwsh -ArgumentList (@('-File', $script, '-InstanceArn', 'contact-centre', '-ReportPath', $report) + $ArgumentList)
}

function Get-WriteCall {
    <#
    .SYNOPSIS
        The calls of the simulator that change something.
    #>
    $simulator.Calls | Where-Object { $_.Operation -in 'CreateResource', 'UpdateResource', 'DeleteResource' }
}

function Get-Page {
    <#
    .SYNOPSIS
        Reads the HTML page of a runbook, which is XML but for its head.
    #>
    param([Parameter(Mandatory)] [string] $Path)

    $text = (Get-Content -LiteralPath $Path -Raw) -replace '<!DOCTYPE html>' -replace '(?s)<meta.*?>' -replace '(?s)<style>.*?</style>'
    $page = [xml]::new()
    $page.PreserveWhitespace = $true
    $page.LoadXml(($text -replace '&nbsp;', '&#160;' -replace '&rarr;', '&#8594;'))
    $page
}

function Get-BarText {
    <#
    .SYNOPSIS
        The counts below the bars of a page, a text each.
    #>
    param([Parameter(Mandatory)] [xml] $Page)

    $Page.SelectNodes('//ul[@class="counts"]/li').InnerText
}
