BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Import-ConnectUser' {
    It 'reads the example roster without a word' {
        $rows = Import-ConnectUser (Join-Path -Path $PSScriptRoot -ChildPath '../../examples/agents.csv') -WarningVariable warned
        $rows | Should -HaveCount 40
        $warned | Should -BeNullOrEmpty
        $rows[0].Source | Should -Be 'agents.csv:2'
        $rows[0].AutoAccept | Should -BeOfType [bool]
        $rows[0].AfterContactWorkTimeLimit | Should -Be 60
    }

    It 'reads <Name>' -TestCases @(
        @{ Name = 'semicolons'; Text = "Username;FirstName`nana.bell;Ana"; Encoding = 'utf8' }
        @{ Name = 'tabs'; Text = "Username`tFirstName`nana.bell`tAna"; Encoding = 'utf8' }
        @{ Name = 'UTF-16'; Text = "Username,FirstName`nana.bell,Ana"; Encoding = 'unicode' }
        @{ Name = 'UTF-8 with a byte order mark'; Text = "Username,FirstName`nana.bell,Ana"; Encoding = 'utf8BOM' }
        @{ Name = 'JSON'; Text = '[{ "Username": "ana.bell", "FirstName": "Ana" }]'; Encoding = 'utf8' }
    ) {
        $file = Join-Path $TestDrive 'roster.txt'
        Set-Content -Path $file -Value $Text -Encoding $Encoding
        $row = Import-ConnectUser $file
        $row.Username | Should -Be 'ana.bell'
        $row.FirstName | Should -Be 'Ana'
    }

    It 'reads what Export-Csv and ConvertTo-Json write' {
        $simulator = Start-ConnectSimulator -SetDefault
        try {
            $csv = Join-Path $TestDrive 'users.csv'
            $json = Join-Path $TestDrive 'users.json'
            Get-ConnectUser | Export-Csv $csv
            Get-ConnectUser | ConvertTo-Json -Depth 8 | Set-Content $json
            foreach ($file in $csv, $json) {
                Import-ConnectUser $file | Set-ConnectUser
            }

            @($simulator.Calls | Where-Object Operation -EQ 'UpdateResource').Count | Should -Be 0
        }
        finally {
            $simulator | Stop-ConnectSimulator
        }
    }

    It 'names file and line of a bad row and goes on' {
        $file = Join-Path $TestDrive 'bad.csv'
        "Username,AutoAccept`nana.bell,perhaps`nben.cole,yes" | Set-Content $file
        $rows = Import-ConnectUser $file -ErrorAction SilentlyContinue -ErrorVariable failed
        $rows.Username | Should -Be 'ben.cole'
        $failed | Should -HaveCount 1
        "$($failed[0])" | Should -BeLike '*bad.csv:2*perhaps*'
    }

    It 'takes files of Get-ChildItem' {
        Get-ChildItem (Join-Path -Path $PSScriptRoot -ChildPath '../../examples/agents.csv') | Import-ConnectUser | Should -HaveCount 40
    }

    It 'reports a file that is not there' {
        { Import-ConnectUser (Join-Path $TestDrive 'nowhere.csv') -ErrorAction Stop } | Should -Throw -ErrorId 'FileNotReadable*'
    }
}
