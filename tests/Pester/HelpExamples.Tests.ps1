BeforeDiscovery {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Example.ps1')

    # The examples of a page of the help, each with the lines that prepare it.
    # A comment <!-- setup ... --> prepares the examples under its heading; before the first example it prepares all.
    # Returns hashtables with Page, Title, Setup, Code and Output, what the page shows of its output.
    function Get-HelpExample {
        param([Parameter(Mandatory)] [string] $Path)

        $blocks = Get-PageBlock -Path $Path
        $page = Split-Path -Path $Path -LeafBase
        foreach ($block in $blocks | Where-Object Language -EQ powershell) {
            $setup = $blocks | Where-Object {
                $_.Language -eq 'setup' -and $_.Section -eq $block.Section -and $_.Title -in '', $block.Title
            }
            @{
                Page   = $page
                Title  = if ($block.Title) { $block.Title } else { $block.Section }
                Setup  = $setup.Text -join "`n"
                Code   = $block.Text
                Output = $block.Output
            }
        }
    }

    $pages = foreach ($folder in 'docs/en-US', 'docs/en-US/AwsccConnect.Simulator') {
        Get-ChildItem -Path (Join-Path -Path $documentRoot -ChildPath $folder) -Filter '*.md' -File | ForEach-Object { "$folder/$($_.Name)" }
    }
    $cmdletExamples = $pages -notlike '*/about_*' | ForEach-Object { Get-HelpExample -Path $_ }
    $topicExamples = $pages -like '*/about_*' | ForEach-Object { Get-HelpExample -Path $_ }
}

BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Import-Module.ps1')
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Example.ps1')

    # Runs code with what prepares it, in one scope, and returns everything that the code writes into any stream.
    function Invoke-Example {
        param(
            [Parameter(Mandatory)] [string] $Code,
            [string] $Setup
        )

        . ([scriptblock]::Create($Setup)) > $null
        Get-ConnectSimulator | ForEach-Object { $_.ClearCalls() }
        . ([scriptblock]::Create($Code)) *>&1
    }

    # The lines of a text in one order, with ids and ports masked: users that are worked on at once finish in any order.
    function Get-MaskedLine {
        param([AllowEmptyString()] [string] $Text)

        $masked = $Text -replace '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', '00000000-0000-0000-0000-000000000000' -replace ':[0-9]{5}/', ':00000/'
        $masked -split "`n" | Where-Object { $_ } | Sort-Object
    }

    # An example that finds nothing to do would run without an error too. The text of -WhatIf goes to the host alone.
    function Test-Effect([string] $Code, [object[]] $Output, [string[]] $OldFile) {
        $null -ne ($Output | Where-Object { $null -ne $_ } | Select-Object -First 1) -or
        $Code -match '-WhatIf|Stop-ConnectSimulator|\.SetQuota\(|\.Faults\.' -or
        (Get-ChildItem | Where-Object { $_.Name -notin $OldFile -or $Code -match "(Export-Csv|Set-Content|Export-ConnectUserStack) $($_.Name)" }) -or
        ((Get-ConnectSimulator).Calls | Where-Object Operation -In 'CreateResource', 'UpdateResource', 'DeleteResource')
    }
}

Describe 'Examples of the help' {
    BeforeEach {
        $folder = New-Item -Path (Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid())) -ItemType Directory
        Push-Location -LiteralPath $folder
    }

    AfterEach {
        Get-ConnectSimulator | Stop-ConnectSimulator
        Pop-Location
    }

    It '<Page>, <Title>' -ForEach $cmdletExamples {
        # Commands whose examples start their simulator themselves.
        $start = if ($Page -notin 'Start-ConnectSimulator', 'Get-ConnectSimulator', 'Stop-ConnectSimulator') {
            '$null = Start-ConnectSimulator -SetDefault'
        }
        $output = Invoke-Example -Setup "$start`n$Setup" -Code $Code
        $output | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty
        $output | Where-Object { $_ -is [System.Management.Automation.WarningRecord] } | Should -BeNullOrEmpty
        Test-Effect -Code $Code -Output $output | Should -BeTrue -Because 'an example writes, shows or changes something'
        $Code | Should -BeLike "*$Page*"
    }
}

Describe 'Examples of the topics' {
    It '<Page> shows what its commands print' -ForEach @(
        $topicExamples | ForEach-Object { [pscustomobject] $_ } | Group-Object -Property Page |
            ForEach-Object { @{ Page = $_.Name; Examples = @($_.Group) } }
    ) {
        $folder = New-Item -Path (Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid())) -ItemType Directory
        $printed = @(Get-PrintedText -Example $Examples -Folder $folder -Afterwards 'Get-ConnectSimulator | Stop-ConnectSimulator')
        for ($number = 0; $number -lt $Examples.Count; $number++) {
            $Examples[$number].Output | Should -Not -BeNullOrEmpty -Because 'a reader sees what the commands print'
            Get-MaskedLine -Text $printed[$number] | Should -BeExactly (Get-MaskedLine -Text (Get-TrimmedText -Text $Examples[$number].Output)) -Because $Examples[$number].Code
        }
    }

    It 'about_ConnectSimulator has rules that the simulator takes' {
        $rules = Get-PageBlock -Path 'docs/en-US/AwsccConnect.Simulator/about_ConnectSimulator.md' | Where-Object { $_.Language -eq 'text' -and $_.Section -eq 'FAULTS' }
        $path = Join-Path -Path $TestDrive -ChildPath 'faults.json'
        Set-Content -LiteralPath $path -Value $rules.Text
        $simulator = Start-ConnectSimulator -FaultPath $path
        $simulator | Stop-ConnectSimulator
        $simulator.Faults.Rules | Should -HaveCount 3
    }
}

Describe 'Pages of the help' {
    It '<Page> numbers its examples' -ForEach @(
        $cmdletExamples | ForEach-Object { [pscustomobject] $_ } | Group-Object -Property Page |
            ForEach-Object { @{ Page = $_.Name; Titles = @($_.Group.Title) } }
    ) {
        for ($number = 1; $number -le $Titles.Count; $number++) {
            $Titles[$number - 1] | Should -BeLike "Example ${number}: *"
        }
    }
}
