BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Start-ConnectSimulator' {
    It 'starts and stops' {
        $simulator = Start-ConnectSimulator -UserCount 3
        $simulator.IsRunning | Should -BeTrue
        $simulator.Url.Host | Should -Be '127.0.0.1'
        $simulator | Stop-ConnectSimulator
        $simulator.IsRunning | Should -BeFalse
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
}
