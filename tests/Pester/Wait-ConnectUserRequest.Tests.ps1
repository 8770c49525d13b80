BeforeAll {
    . (Join-Path $PSScriptRoot 'Requests.ps1')
}

Describe 'Wait-ConnectUserRequest' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0 -HandlerSeconds 0.5
    }

    It 'waits until the request is carried out' {
        $ended = Add-Request 'ada.li' | Wait-ConnectUserRequest
        Get-Summary $ended | Should -Be 'ada.li CREATE SUCCESS'
        $ended.Identifier | Should -Be $simulator.FindUser('ada.li')
        Get-WriteCount | Should -Be 1
    }

    It 'leads from requests to their users' {
        (Add-Request 'a.a', 'b.b' | Wait-ConnectUserRequest | Get-ConnectUser).Username | Sort-Object | Should -Be 'a.a', 'b.b'
    }

    It 'takes <Form>' -ForEach @(
        @{ Form = { Wait-ConnectUserRequest $requests.RequestToken } }
        @{ Form = { Wait-ConnectUserRequest -RequestToken $requests[0].RequestToken, $requests[1].RequestToken } }
        @{ Form = { $requests.RequestToken | Wait-ConnectUserRequest } }
        @{ Form = { $requests | Export-Csv "$TestDrive/r.csv"; Import-Csv "$TestDrive/r.csv" | Wait-ConnectUserRequest } }
        @{ Form = { $requests | Export-Clixml "$TestDrive/r.xml"; Import-Clixml "$TestDrive/r.xml" | Wait-ConnectUserRequest } }
    ) {
        $requests = Add-Request 'a.a', 'b.b'
        $ended = & $Form
        $ended.RequestToken | Sort-Object | Should -Be ($requests.RequestToken | Sort-Object)
        $ended.OperationStatus | Should -Be 'SUCCESS', 'SUCCESS'
    }

    It 'keeps the password that was made: <Form>' -ForEach @(
        @{ Form = { New-ConnectUser 'x.y' @common -FirstName 'X' -LastName 'Y' -GeneratePassword -NoWait | Wait-ConnectUserRequest } }
        @{ Form = { New-ConnectUser 'x.y' @common -FirstName 'X' -LastName 'Y' -GeneratePassword -NoWait | Get-ConnectUserRequest | Wait-ConnectUserRequest } }
    ) {
        $common = $newUser.Clone()
        $common.Remove('Password')
        $ended = & $Form
        $ended.InitialCredential | Should -BeOfType [pscredential]
        $text = $ended.InitialCredential.GetNetworkCredential().Password
        $simulator.CheckPassword($ended.Identifier, $text) | Should -BeTrue
        ($ended | Out-String).Contains($text) | Should -BeFalse
    }

    It 'makes no call for a request that has ended' {
        $ended = Add-Request 'a.a' | Wait-ConnectUserRequest
        $simulator.ClearCalls()
        Get-Summary ($ended | Wait-ConnectUserRequest) | Should -Be 'a.a CREATE SUCCESS'
        $simulator.CallCount | Should -Be 0
    }

    It 'looks after two hundred requests with lists' {
        $tokens = Add-AcceptedRequest 200
        ($tokens | Wait-ConnectUserRequest).RequestToken | Sort-Object | Should -Be ($tokens | Sort-Object)
        Get-CallCount 'GetResourceRequestStatus', 'ListResourceRequests' | Should -BeLessThan 40
    }

    It 'reports a failed request with the code of Cloud Control' {
        $null = Add-TestUser 'ada.li'
        $requests = Add-Request 'ada.li', 'b.b'
        $result = Get-Result { $requests | Wait-ConnectUserRequest }
        Get-Summary $result.Output | Should -Be 'b.b CREATE SUCCESS'
        $result.Error | Should -HaveCount 1
        $failure = $result.Error[0]
        Get-ErrorId $failure | Should -Be 'AlreadyExists'
        $failure.CategoryInfo.Category | Should -Be 'ResourceExists'
        "$failure" | Should -BeLike "*'ada.li'*"
        "$failure".Contains(($failure.TargetObject.StatusMessage.TrimEnd('.') -replace 'arn:aws:[^ ]*:(?=instance/)')) | Should -BeTrue
        "$failure" | Should -BeLike "*$($failure.TargetObject.RequestToken)*"
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        Get-Summary ($requests | Wait-ConnectUserRequest -PassThru -ErrorAction SilentlyContinue) | Sort-Object |
            Should -Be 'ada.li CREATE FAILED', 'b.b CREATE SUCCESS'
    }

    It 'names the user of a failed request given by token' {
        $null = Add-TestUser 'ada.li'
        $request = Add-Request 'ada.li'
        "$(Assert-Failure 'AlreadyExists' { Wait-ConnectUserRequest $request.RequestToken })" | Should -BeLike "*'ada.li'*"
    }

    It 'names an unknown token, and waits for the others' {
        $request = Add-Request 'a.a'
        $result = Get-Result { '00000000-dead', $request.RequestToken | Wait-ConnectUserRequest }
        $result.Output | Should -HaveCount 1
        Get-ErrorId $result.Error | Should -Be 'RequestTokenNotFound'
    }
}

Describe 'Wait-ConnectUserRequest, requests that take long' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0 -HandlerSeconds 3600
    }

    It 'reports a request that is cancelled meanwhile, unless it was being cancelled already' {
        $request = Add-Request 'a.a'
        Stop-ConnectUserRequest $request.RequestToken
        (Assert-Failure 'RequestCancelled' { $request | Wait-ConnectUserRequest }).CategoryInfo.Category | Should -Be 'OperationStopped'
        Get-Summary (Add-Request 'b.b' | Stop-ConnectUserRequest -PassThru | Wait-ConnectUserRequest) | Should -Be 'b.b CREATE CANCEL_COMPLETE'
    }

    It 'reports each request that has not ended at the time-out, with its token' {
        $requests = Add-Request 'a.a', 'b.b'
        $failures = @((Get-Result { $requests | Wait-ConnectUserRequest -TimeoutSeconds 1 }).Error)
        Get-ErrorId $failures | Should -Be 'RequestTimeout', 'RequestTimeout'
        $failures.CategoryInfo.Category | Should -Be 'OperationTimeout', 'OperationTimeout'
        foreach ($request in $requests | Get-ConnectUserRequest) {
            $request.OperationStatus | Should -Be 'IN_PROGRESS'
            $failures | Where-Object { "$_" -like "*'$($request.User)'*" -and "$_" -like "*$($request.RequestToken)*" } | Should -HaveCount 1
        }
    }
}
