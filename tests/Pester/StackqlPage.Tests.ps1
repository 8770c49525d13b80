BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Import-Module.ps1')
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Invoke-Pwsh.ps1')
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Example.ps1')
    $page = 'docs/stackql-to-powershell.md'
    $blocks = @(Get-PageBlock -Path $page | Where-Object Language -EQ powershell)

    function Get-TrimmedLine([string[]] $Line) {
        (($Line -join "`n") -replace '(?m)[ \r]+$').Trim("`n")
    }
}

Describe 'docs/stackql-to-powershell.md' {
    It 'shows what its commands print' {
        # In a process of its own, since the text of -WhatIf goes to the host alone. Ids are those of the simulator's seed.
        $module = Join-Path -Path $documentRoot -ChildPath 'output/AwsccConnect/AwsccConnect.psd1'
        $script = Join-Path -Path $TestDrive -ChildPath 'page.ps1'
        @(
            "Import-Module -Name '$($module -replace "'", "''")'"
            "Set-Location -LiteralPath '$($TestDrive -replace "'", "''")'"
            '$PSStyle.OutputRendering = "PlainText"'
            for ($number = 0; $number -lt $blocks.Count; $number++) {
                "Write-Host '=== $number'"
                ". {`n$($blocks[$number].Text)} | Out-String -Stream -Width 120 | Write-Host"
            }
        ) | Set-Content -LiteralPath $script -Encoding utf8BOM
        $result = Invoke-Pwsh -ArgumentList '-File', $script
        $result.Error | Should -BeNullOrEmpty
        $result.ExitCode | Should -Be 0

        $printed = @((($result.Output -join "`n") -split '(?m)^=== [0-9]+$') | Select-Object -Skip 1)
        $printed | Should -HaveCount $blocks.Count
        for ($number = 0; $number -lt $blocks.Count; $number++) {
            Get-TrimmedLine -Line $printed[$number] | Should -BeExactly (Get-TrimmedLine -Line $blocks[$number].Output) -Because $blocks[$number].Text
        }
    }

    It 'has a section for every kind of statement' {
        $blocks | Should -HaveCount 16
        $sections = Get-Content -LiteralPath (Join-Path -Path $documentRoot -ChildPath $page) | Select-String -Pattern '^## (.+)$'
        $sections.Matches | ForEach-Object { $_.Groups[1].Value } | Should -Be @(
            'Get', 'List', 'Insert, required properties', 'Insert, all properties', 'Manifest', 'Update', 'Delete', 'Permissions', 'Afterwards'
        )
    }
}
