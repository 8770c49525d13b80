BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Requests' {
    BeforeEach {
        $simulator = Start-ConnectSimulator -SetDefault -HandlerSeconds 1
        $requests = Get-ConnectUser -First 3 | Set-ConnectUser -AddTag @{ Season = 'Winter' } -NoWait
    }

    AfterEach {
        $simulator | Stop-ConnectSimulator
    }

    Context 'Get-ConnectUserRequest' {
        It 'reads requests by token, piped and from a CSV file' {
            (Get-ConnectUserRequest $requests[0].RequestToken).RequestToken | Should -Be $requests[0].RequestToken
            ($requests | Get-ConnectUserRequest).User | Should -Be $requests.User
            $path = Join-Path $TestDrive 'requests.csv'
            $requests | Export-Csv $path
            (Import-Csv $path | Get-ConnectUserRequest).RequestToken | Should -Be $requests.RequestToken
        }

        It 'reads copies of requests that went through JSON and a job' {
            ($requests | ConvertTo-Json | ConvertFrom-Json | Get-ConnectUserRequest).RequestToken | Should -Be $requests.RequestToken
            $copies = Start-ThreadJob { $using:requests } | Receive-Job -Wait -AutoRemoveJob
            ($copies | Get-ConnectUserRequest).RequestToken | Should -Be $requests.RequestToken
        }

        It 'lists requests by operation, status and name' {
            @(Get-ConnectUserRequest) | Should -HaveCount 3
            @(Get-ConnectUserRequest -Operation DELETE) | Should -HaveCount 0
            @(Get-ConnectUserRequest -Status PENDING, IN_PROGRESS) | Should -HaveCount 3
            @(Get-ConnectUserRequest -Username sara.smith).User | Should -Be 'sara.smith'
            @(Get-ConnectUserRequest -First 1 -Skip 1) | Should -HaveCount 1
        }

        It 'explains an unknown token' {
            $failure = { Get-ConnectUserRequest unknown-token -ErrorAction Stop } | Should -Throw -ErrorId 'RequestTokenNotFound*' -PassThru
            $failure.ErrorDetails.RecommendedAction | Should -BeLike '*7 days*'
        }

        It 'completes the values of -Operation and -Status' {
            foreach ($line in 'Get-ConnectUserRequest -Operation U', 'Get-ConnectUserRequest -Status CANCEL_C') {
                (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -BeIn 'UPDATE', 'CANCEL_COMPLETE'
            }
        }
    }

    Context 'Wait-ConnectUserRequest' {
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

    Context 'Stop-ConnectUserRequest' {
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

    Context 'Formats' {
        BeforeAll {
            $rendering = $PSStyle.OutputRendering
        }

        AfterAll {
            $PSStyle.OutputRendering = $rendering
        }

        It 'shows the status in colour where there are colours, and plain where there are none' {
            $done = $requests | Wait-ConnectUserRequest
            $PSStyle.OutputRendering = 'Ansi'
            $done | Out-String -Width 160 | Should -Match "$([regex]::Escape($PSStyle.Foreground.Green))SUCCESS$([regex]::Escape($PSStyle.Reset))"
            $PSStyle.OutputRendering = 'PlainText'
            $text = $done | Out-String -Width 160
            $text | Should -Match ' SUCCESS '
            $text | Should -Not -Match "`e"
            $done[0] | Format-List | Out-String | Should -Match '(?m)^OperationStatus +: SUCCESS\r?$'
        }
    }
}
