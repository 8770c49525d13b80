BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Wait-ConnectUserRequest' {
    BeforeEach {
        $simulator = Start-ConnectSimulator -SetDefault -HandlerSeconds 1
        $requests = Get-ConnectUser -First 3 | Set-ConnectUser -AddTag @{ Season = 'Winter' } -NoWait
    }

    AfterEach {
        $simulator | Stop-ConnectSimulator
    }

    It 'waits for all and leads to the users' {
        $users = $requests | Wait-ConnectUserRequest | Get-ConnectUser
        $users | Should -HaveCount 3
        $users.Tags | Where-Object Key -eq Season | Should -HaveCount 3
    }

    It 'reports a failed request with the code of AWS' {
        $failed = New-ConnectUser sara.smith -InstanceArn contact-centre -RoutingProfile Sales -SecurityProfile Agent -GeneratePassword -NoWait
        { $failed | Wait-ConnectUserRequest -ErrorAction Stop } | Should -Throw -ErrorId 'AlreadyExists*'
        ($failed | Wait-ConnectUserRequest -PassThru -ErrorAction SilentlyContinue).OperationStatus | Should -Be 'FAILED'
    }

    It 'ends at the time-out and names the request' {
        $slow = Start-ConnectSimulator -SetDefault -HandlerSeconds 60
        $request = Get-ConnectUser -First 1 | Set-ConnectUser -FirstName Slow -NoWait
        { $request | Wait-ConnectUserRequest -TimeoutSeconds 1 -ErrorAction Stop } | Should -Throw "*$($request.RequestToken)*" -ErrorId 'RequestTimeout*'
        $slow | Stop-ConnectSimulator
    }
}
