BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Stop-ConnectSimulator' {
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
        try {
            $simulator | Stop-ConnectSimulator -WhatIf
            $simulator.IsRunning | Should -BeTrue
        }
        finally {
            $simulator | Stop-ConnectSimulator
        }
    }

    It 'tells a port where none runs' {
        $simulator = Start-ConnectSimulator -UserCount 0
        $simulator | Stop-ConnectSimulator
        { Stop-ConnectSimulator -Port $simulator.Port -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*'
    }

    It 'tells a port where none runs and stops the others' {
        $gone = Start-ConnectSimulator -UserCount 0
        $gone | Stop-ConnectSimulator
        $running = Start-ConnectSimulator -UserCount 0
        try {
            $found = @(Stop-ConnectSimulator -Port $gone.Port, $running.Port -ErrorAction SilentlyContinue -ErrorVariable failed)
            $found | Should -HaveCount 0
            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
            $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
            $failed[0].TargetObject | Should -Be $gone.Port
            $failed[0].ToString() | Should -BeLike "*port $($gone.Port)*"
            $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*Start-ConnectSimulator*'
            $running.IsRunning | Should -Be $false
        }
        finally {
            $running | Stop-ConnectSimulator
        }
    }

    It 'takes back the defaults that point at it' {
        $simulator = Start-ConnectSimulator -Region 'ap-southeast-2' -SetDefault
        (Get-ConnectInstance).Region | Should -Be 'ap-southeast-2'
        $simulator | Stop-ConnectSimulator
        { Get-ConnectInstance -Region 'eu-west-2' -EndpointUrl $simulator.Url -AccessKey a -SecretKey b -TimeoutSeconds 1 -ErrorAction Stop } | Should -Throw
    }
}
