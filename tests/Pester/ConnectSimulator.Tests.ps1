BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Start-, Get- and Stop-ConnectSimulator' {
    It 'starts, is found, and stops' {
        $simulator = Start-ConnectSimulator -UserCount 3
        $simulator.IsRunning | Should -BeTrue
        $simulator.Url.Host | Should -Be '127.0.0.1'
        (Get-ConnectSimulator -Port $simulator.Port).UserCount | Should -Be 3
        $simulator | Stop-ConnectSimulator
        $simulator.IsRunning | Should -BeFalse
        { Get-ConnectSimulator -Port $simulator.Port -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound*'
        Get-ConnectSimulator -Port $simulator.Port -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'is the default of this session only until it is stopped' {
        $simulator = Start-ConnectSimulator -Region 'ap-southeast-2' -SetDefault
        (Get-ConnectInstance).Region | Should -Be 'ap-southeast-2'
        $simulator | Stop-ConnectSimulator
        { Get-ConnectInstance -Region 'eu-west-2' -EndpointUrl $simulator.Url -AccessKey a -SecretKey b -TimeoutSeconds 1 -ErrorAction Stop } | Should -Throw
    }

    It 'serves those who name its endpoint' {
        $simulator = Start-ConnectSimulator
        try {
            Get-ConnectUser -EndpointUrl $simulator.Url -Region $simulator.Region -AccessKey 'AKIAEXAMPLE' -SecretKey 'none' -First 2 | Should -HaveCount 2
        }
        finally {
            $simulator | Stop-ConnectSimulator
        }
    }

    It 'has the same users for the same seed' {
        $users = foreach ($number in 1, 2) {
            $simulator = Start-ConnectSimulator -Seed 7 -UserCount 5 -SetDefault
            , (Get-ConnectUser).UserArn
            $simulator | Stop-ConnectSimulator
        }
        $users[0] | Should -Be $users[1]
    }

    It 'keeps its state in a file' {
        $state = Join-Path $TestDrive 'state.json'
        $simulator = Start-ConnectSimulator -StatePath $state -SetDefault
        Get-ConnectUser -First 1 | Remove-ConnectUser -Force
        $simulator | Stop-ConnectSimulator
        $simulator = Start-ConnectSimulator -StatePath $state
        $simulator.UserCount | Should -Be 24
        $simulator | Stop-ConnectSimulator
    }

    It 'logs calls that can be indexed, counted and cleared' {
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
