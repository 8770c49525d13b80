BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Import-Module.ps1')
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Example.ps1')
    $page = 'docs/stackql-to-powershell.md'
    $blocks = @(Get-PageBlock -Path $page | Where-Object Language -EQ powershell)
}

Describe 'docs/stackql-to-powershell.md' {
    It 'shows what its commands print' {
        # Ids are those of the simulator's seed.
        $printed = @(Get-PrintedText -Example ($blocks | Select-Object -Property @{ Name = 'Code'; Expression = 'Text' }, @{ Name = 'Setup'; Expression = { '' } }) -Folder $TestDrive)
        for ($number = 0; $number -lt $blocks.Count; $number++) {
            $printed[$number] | Should -BeExactly (Get-TrimmedText -Text $blocks[$number].Output) -Because $blocks[$number].Text
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
