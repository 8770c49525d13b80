BeforeAll {
    . (Join-Path $PSScriptRoot 'Import-Module.ps1')
}

Describe 'Get-ConnectUserRequest' {
    BeforeEach {
        $simulator = Start-ConnectSimulator -SetDefault -HandlerSeconds 1
        $requests = Get-ConnectUser -First 3 | Set-ConnectUser -AddTag @{ Season = 'Winter' } -NoWait
    }

    AfterEach {
        $simulator | Stop-ConnectSimulator
    }

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
            $text | Should -Match '(?m) SUCCESS\r?$'
            $text | Should -Not -Match "`e"
            $done[0] | Format-List | Out-String | Should -Match '(?m)^OperationStatus +: SUCCESS\r?$'
        }
    }
}
