BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Export-ConnectUserStack' {
    BeforeEach {
        $simulator = Start-ConnectSimulator -SetDefault
    }

    AfterEach {
        $simulator | Stop-ConnectSimulator
    }

    It 'writes <File>, of which publishing changes nothing' -TestCases @(
        @{ File = 'team.yml' }
        @{ File = 'team.json' }
        @{ File = 'team.csv' }
    ) {
        $path = Join-Path $TestDrive $File
        Get-ConnectUser | Sort-Object LastName | Export-ConnectUserStack $path -UseName | Should -BeNullOrEmpty
        $results = Publish-ConnectUserStack $path
        $results | Should -HaveCount 25
        $results | Where-Object Status -NE 'InSync' | Should -BeNullOrEmpty
        @($simulator.Calls | Where-Object Operation -Match '^(Create|Update|Delete)').Count | Should -Be 0
    }

    It 'writes the same file again' {
        $one = Join-Path $TestDrive 'one.yml'
        $two = Join-Path $TestDrive 'two.yml'
        Get-ConnectUser | Export-ConnectUserStack $one -Name team
        Get-ConnectUser | Sort-Object Email -Descending | Export-ConnectUserStack $two -Name team
        Get-Content $two -Raw | Should -BeExactly (Get-Content $one -Raw)
    }

    It 'keeps an existing file with -NoClobber' {
        $path = Join-Path $TestDrive 'kept.yml'
        'old' | Set-Content $path
        { Get-ConnectUser | Export-ConnectUserStack $path -NoClobber -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists*'
        Get-Content $path | Should -Be 'old'
    }
}
