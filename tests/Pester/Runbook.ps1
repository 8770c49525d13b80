# Dot-sourced by the tests of examples/runbooks: runs one as a scheduler does, in a process of its own with an environment.
. (Join-Path -Path $PSScriptRoot -ChildPath 'Simulated.ps1')
. (Join-Path -Path $PSScriptRoot -ChildPath 'Invoke-Pwsh.ps1')

$runbookKeys = @{ AccessKey = 'AKIDRUNBOOK'; SecretKey = 'runbook/secret+key/0123456789' }

# Runs PowerShell with what a job on AWS has beside the simulator's variables: the module in a folder of modules, no colours.
function Invoke-Job {
    # ModulePath: Other folders of modules.
    param([Parameter(Mandatory)] [string[]] $ArgumentList, [hashtable] $Environment = @{}, [string[]] $ModulePath = @())

    $folders = $ModulePath + (Get-Module -Name AwsccConnect | Split-Path -Parent | Split-Path -Parent) + $env:PSModulePath
    $values = $Environment + @{ NO_COLOR = '1'; PSModulePath = $folders -join [System.IO.Path]::PathSeparator }
    $earlier = @{}
    foreach ($name in $values.Keys) {
        $earlier[$name] = [System.Environment]::GetEnvironmentVariable($name)
        Set-Item -Path "env:$name" -Value $values[$name]
    }

    try {
        Invoke-Pwsh -ArgumentList $ArgumentList
    }
    finally {
        $earlier.Keys | ForEach-Object { Set-Item -Path "env:$_" -Value $earlier[$_] }
    }
}

# Runs a runbook on the instance of the simulator, with reports in $reports.
function Invoke-Runbook {
    param(
        [Parameter(Mandatory)] [string] $Name,
        [string[]] $ArgumentList = @()
    )

    $script = Join-Path -Path $PSScriptRoot -ChildPath "../../examples/runbooks/$Name.ps1"
    Invoke-Job -ArgumentList (@('-File', $script, '-InstanceArn', 'contact-centre', '-ReportPath', $report) + $ArgumentList)
}

# The calls of the simulator that change something.
function Get-WriteCall {
    $simulator.Calls | Where-Object { $_.Operation -in 'CreateResource', 'UpdateResource', 'DeleteResource' }
}

# Reads the HTML page of a runbook, which is XML but for its head.
function Get-Page {
    param([Parameter(Mandatory)] [string] $Path)

    $text = (Get-Content -LiteralPath $Path -Raw) -replace '<!DOCTYPE html>' -replace '(?s)<meta.*?>' -replace '(?s)<style>.*?</style>'
    $page = [xml]::new()
    $page.PreserveWhitespace = $true
    $page.LoadXml(($text -replace '&nbsp;', '&#160;' -replace '&rarr;', '&#8594;'))
    $page
}

# The counts below the bars of a page, a text each.
function Get-BarText {
    param([Parameter(Mandatory)] [xml] $Page)

    $Page.SelectNodes('//ul[@class="counts"]/li').InnerText
}
