BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Get-ConnectSimulator' {
    AfterEach {
        Get-ConnectSimulator | Stop-ConnectSimulator
    }

    It 'finds a simulator by its port' {
        $simulator = Start-ConnectSimulator -UserCount 3
        (Get-ConnectSimulator -Port $simulator.Port).UserCount | Should -Be 3
        (Get-ConnectSimulator).Port | Should -Contain $simulator.Port
    }

    It 'tells a port where none runs' {
        $simulator = Start-ConnectSimulator -UserCount 0
        $simulator | Stop-ConnectSimulator
        { Get-ConnectSimulator -Port $simulator.Port -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*'
        Get-ConnectSimulator -Port $simulator.Port -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'tells a port where none runs and goes on with the others, as <Command> does' -ForEach @(
        @{ Command = 'Get-ConnectSimulator'; Found = 1; IsRunning = $true }
        @{ Command = 'Stop-ConnectSimulator'; Found = 0; IsRunning = $false }
    ) {
        $gone = Start-ConnectSimulator -UserCount 0
        $gone | Stop-ConnectSimulator
        $running = Start-ConnectSimulator -UserCount 0
        $output = @(& $Command -Port $gone.Port, $running.Port -ErrorAction SilentlyContinue -ErrorVariable failed)
        $output | Should -HaveCount $Found
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be $gone.Port
        $failed[0].ToString() | Should -BeLike "*port $($gone.Port)*"
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*Start-ConnectSimulator*'
        $running.IsRunning | Should -Be $IsRunning
    }

    It 'has a log of calls that can be indexed, counted and cleared' {
        $simulator = Start-ConnectSimulator -SetDefault
        $null = Get-ConnectUser -First 1
        $simulator.Calls[0].Operation | Should -Be 'ListInstances'
        $simulator.CallCount | Should -Be $simulator.Calls.Count
        $simulator.ClearCalls()
        $simulator.CallCount | Should -Be 0
    }
}
