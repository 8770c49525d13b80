BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Stop-ConnectSimulator' {
    AfterEach {
        Get-ConnectSimulator | Stop-ConnectSimulator
    }

    It 'stops by object and by port' {
        $first, $second = 1, 2 | ForEach-Object { Start-ConnectSimulator -UserCount 0 }
        $first | Stop-ConnectSimulator
        $first.IsRunning | Should -BeFalse
        $second.IsRunning | Should -BeTrue
        Stop-ConnectSimulator -Port $second.Port
        $second.IsRunning | Should -BeFalse
    }

    It 'stops nothing with -WhatIf' {
        $simulator = Start-ConnectSimulator -UserCount 0
        $simulator | Stop-ConnectSimulator -WhatIf
        $simulator.IsRunning | Should -BeTrue
    }

    It 'reports input that is no simulator' {
        $simulator = Start-ConnectSimulator -UserCount 0
        { "$($simulator.Port)" | Stop-ConnectSimulator -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*'
        $simulator.IsRunning | Should -BeTrue
    }

    It 'tells a port where none runs' {
        $simulator = Start-ConnectSimulator -UserCount 0
        $simulator | Stop-ConnectSimulator
        { Stop-ConnectSimulator -Port $simulator.Port -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*'
    }

    It 'takes back the defaults that point at it' {
        $simulator = Start-ConnectSimulator -Region 'ap-southeast-2' -SetDefault
        (Get-ConnectInstance).Region | Should -Be 'ap-southeast-2'
        $simulator | Stop-ConnectSimulator
        { Get-ConnectInstance -Region 'eu-west-2' -EndpointUrl $simulator.Url -AccessKey a -SecretKey b -TimeoutSeconds 1 -ErrorAction Stop } | Should -Throw
    }
}
