BeforeAll {
    . (Join-Path $PSScriptRoot 'Requests.ps1')
}

Describe 'Stop-ConnectUserRequest' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0 -HandlerSeconds 3600
    }

    It 'cancels and writes nothing: <Form>' -ForEach @(
        @{ Form = { Stop-ConnectUserRequest $requests[0].RequestToken } }
        @{ Form = { $requests | Stop-ConnectUserRequest } }
        @{ Form = { $requests | Select-Object -Property RequestToken, Region | Stop-ConnectUserRequest -Confirm:$false } }
    ) {
        $requests = @(Add-Request 'ada.li')
        & $Form | Should -BeNullOrEmpty
        Get-CallCount 'CancelResourceRequest' | Should -Be 1
        ($requests | Get-ConnectUserRequest).OperationStatus | Should -BeLike 'CANCEL_*'
        Get-Summary (Get-ConnectUserRequest -Status CANCEL_COMPLETE, CANCEL_IN_PROGRESS | Wait-ConnectUserRequest) | Should -Be 'ada.li CREATE CANCEL_COMPLETE'
        $simulator.FindUser('ada.li') | Should -BeNullOrEmpty
    }

    It 'returns with -PassThru the requests as they stand' {
        $requests = Add-Request 'a.a', 'b.b'
        $result = Get-Result { $requests | Stop-ConnectUserRequest -PassThru -Verbose }
        Get-Summary $result.Output | Sort-Object | Should -Be 'a.a CREATE CANCEL_IN_PROGRESS', 'b.b CREATE CANCEL_IN_PROGRESS'
        "$($result.Verbose)" | Should -BeLike '*Wait-ConnectUserRequest*'
    }

    It 'takes a request that is being cancelled, or was cancelled' {
        $request = Add-Request 'a.a'
        $request | Stop-ConnectUserRequest -ErrorAction Stop
        $request | Stop-ConnectUserRequest -PassThru -ErrorAction Stop | Should -HaveCount 1
        $null = $request | Stop-ConnectUserRequest -PassThru -ErrorAction Stop | Wait-ConnectUserRequest
        Get-Summary ($request | Stop-ConnectUserRequest -PassThru -ErrorAction Stop) | Should -Be 'a.a CREATE CANCEL_COMPLETE'
    }

    It 'refuses a request that has ended: <Form>' -ForEach @(
        @{ Form = { [pscustomobject]@{ User = 'old.name'; RequestToken = $request.RequestToken } | Stop-ConnectUserRequest } }
        @{ Form = { Stop-ConnectUserRequest $request.RequestToken } }
    ) {
        $simulator = Start-TestSimulator -UserCount 0
        $arn = Add-TestUser 'old.name'
        $request = Set-ConnectUser $arn -AddTag @{ A = 'b' } -NoWait
        $failure = Assert-Failure 'RequestHasEnded' $Form
        $failure.CategoryInfo.Category | Should -Be 'InvalidOperation'
        "$failure" | Should -BeLike "*'old.name'*"
        "$failure" | Should -BeLike '*SUCCESS*'
        "$failure" | Should -BeLike "*$($request.RequestToken)*"
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*Set-ConnectUser*'
    }

    It 'names an unknown token, and cancels the others' {
        $request = Add-Request 'a.a'
        $result = Get-Result { '00000000-dead', $request.RequestToken | Stop-ConnectUserRequest -PassThru }
        $result.Output | Should -HaveCount 1
        $result.Error | Should -HaveCount 1
        Get-ErrorId $result.Error | Should -Be 'RequestTokenNotFound'
        $result.Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*7 days*'
    }

    It 'tries again where AWS is busy for a moment' {
        $request = Add-Request 'a.a'
        $simulator.Faults.AddJson('[{ "operation": "CancelResourceRequest", "kind": "Exception", "exceptionName": "ConcurrentModificationException", "count": 1 }]')
        $request | Stop-ConnectUserRequest -PassThru -ErrorAction Stop | Should -HaveCount 1
        Get-CallCount 'CancelResourceRequest' | Should -Be 2
    }
}
