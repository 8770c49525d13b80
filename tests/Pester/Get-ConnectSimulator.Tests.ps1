BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Get-ConnectSimulator' {
    It 'finds a simulator by its port' {
        $simulator = Start-ConnectSimulator -UserCount 3
        try {
            (Get-ConnectSimulator -Port $simulator.Port).UserCount | Should -Be 3
            (Get-ConnectSimulator).Port | Should -Contain $simulator.Port
        }
        finally {
            $simulator | Stop-ConnectSimulator
        }
    }

    It 'tells a port where none runs' {
        $simulator = Start-ConnectSimulator -UserCount 0
        $simulator | Stop-ConnectSimulator
        { Get-ConnectSimulator -Port $simulator.Port -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*'
        Get-ConnectSimulator -Port $simulator.Port -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'has a log of calls that can be indexed, counted and cleared' {
        $simulator = Start-ConnectSimulator -SetDefault
        try {
            $null = Get-ConnectUser -First 1
            $simulator.Calls[0].Operation | Should -Be 'ListResources'
            $simulator.CallCount | Should -Be $simulator.Calls.Count
            $simulator.ClearCalls()
            $simulator.CallCount | Should -Be 0
        }
        finally {
            $simulator | Stop-ConnectSimulator
        }
    }
}
