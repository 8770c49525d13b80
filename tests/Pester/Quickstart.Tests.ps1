BeforeAll {
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Import-Module.ps1')
    . (Join-Path -Path $PSScriptRoot -ChildPath 'Invoke-Pwsh.ps1')
    $quickstart = Join-Path -Path $PSScriptRoot -ChildPath '../../examples/quickstart.ps1'
}

Describe 'examples/quickstart.ps1' {
    It 'shows the main job and leaves no simulator behind' {
        $result = Invoke-Pwsh -ArgumentList '-Command', "& '$($quickstart -replace "'", "''")'; ""simulators: `$(@(Get-ConnectSimulator).Count)"""
        $result.Error | Should -BeNullOrEmpty
        $result.ExitCode | Should -Be 0
        $lines = $result.Output -replace '\e\[[0-9;]*m'
        @($lines -match '^--- .* ---$') | Should -HaveCount 9
        $lines | Should -Contain '40 agents created, each with a generated password in its property InitialCredential.'
        $lines | Should -Contain 'The contact centre has 65 users now.'
        @($lines -match '^mateus\.carvalho ') | Should -HaveCount 1

        $desk = 'ewa.zielinska', 'grace.moreau', 'hannah.whitby', 'marta.wojcik', 'oliver.thackray'
        foreach ($username in $desk) {
            $lines | Should -Contain "What if: Update user '$username'"
            @($lines -match "^$([regex]::Escape($username)) +False +45$") | Should -HaveCount 1
        }

        @($lines -match '^What if: ') | Should -HaveCount $desk.Count
        @($lines -eq '  replace /PhoneConfig/AutoAccept: true -> false') | Should -HaveCount $desk.Count
        $tags = @($lines -match '^priya\.raman ')
        $tags | Should -HaveCount 1
        foreach ($tag in 'Team=Billing', 'Site=Leeds', 'Shift=Late') {
            $tags[0] | Should -BeLike "*$tag*"
        }

        $lines | Should -Contain 'joe.hebden removed; 64 users left'
        $lines[-1] | Should -BeExactly 'simulators: 0'
    }

    It 'says what is wrong with the roster and leaves no simulator behind' {
        { & $quickstart -Roster (Join-Path -Path $TestDrive -ChildPath 'nowhere.csv') *> $null } | Should -Throw -ErrorId 'FileNotReadable*'
        Get-ConnectSimulator | Should -BeNullOrEmpty
    }
}
