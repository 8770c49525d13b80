BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Stop-ConnectUserRequest' {
    BeforeEach {
        $simulator = Start-ConnectSimulator -SetDefault -HandlerSeconds 1
        $requests = Get-ConnectUser -First 3 | Set-ConnectUser -AddTag @{ Season = 'Winter' } -NoWait
    }

    AfterEach {
        $simulator | Stop-ConnectSimulator
    }

    It 'cancels, and the end can be waited for' {
        $requests | Stop-ConnectUserRequest
        ($requests | Stop-ConnectUserRequest -PassThru | Wait-ConnectUserRequest).OperationStatus | Sort-Object -Unique | Should -Be 'CANCEL_COMPLETE'
    }

    It 'reports a request that has ended' {
        $done = $requests | Wait-ConnectUserRequest
        { $done[0] | Stop-ConnectUserRequest -ErrorAction Stop } | Should -Throw '*SUCCESS*' -ErrorId 'RequestHasEnded*'
    }

    It 'cancels nothing with -WhatIf' {
        $requests | Stop-ConnectUserRequest -WhatIf
        ($requests | Get-ConnectUserRequest).OperationStatus | Should -Not -BeLike 'CANCEL*'
    }
}
