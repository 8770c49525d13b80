BeforeAll {
    . (Join-Path $PSScriptRoot 'Requests.ps1')
}

Describe 'Get-ConnectUserRequest' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0 -HandlerSeconds 3600
    }

    It 'reads by token how a request stands' {
        $accepted = Add-Request 'ada.li'
        $request = Get-ConnectUserRequest $accepted.RequestToken
        $request | Should -HaveCount 1
        $request.PSTypeNames[0] | Should -Be 'AwsccConnect.ConnectUserRequest'
        $request.RequestToken | Should -Be $accepted.RequestToken
        Get-Summary $request | Should -Match '^ada.li CREATE (PENDING|IN_PROGRESS)$'
        $request.TypeName | Should -Be 'AWS::Connect::User'
        $request.Region | Should -Be $simulator.Region
        $request.EventTime | Should -BeOfType [datetime]
        $request.EventTime.Kind | Should -Be 'Utc'
        $request.RetryAfter | Should -BeOfType [datetime]
    }

    It 'reads several tokens in their order' {
        $tokens = (Add-Request 'a.a', 'b.b', 'c.c').RequestToken
        (Get-ConnectUserRequest $tokens).RequestToken | Should -Be $tokens
        (Get-ConnectUserRequest -RequestToken $tokens -First 1 -Skip 1).RequestToken | Should -Be $tokens[1]
        Get-CallCount 'GetResourceRequestStatus' | Should -Be 4
    }

    It 'takes <Form>' -ForEach @(
        @{ Form = { $requests | Get-ConnectUserRequest } }
        @{ Form = { $requests.RequestToken | Get-ConnectUserRequest } }
        @{ Form = { $requests | Select-Object -Property * | Get-ConnectUserRequest } }
        @{ Form = { $requests | Select-Object -Property RequestToken, Region | Get-ConnectUserRequest } }
        @{ Form = { $requests | ForEach-Object { @{ request_token = $_.RequestToken; Notes = 'x' } } | Get-ConnectUserRequest } }
        @{ Form = { $requests | ConvertTo-Json | ConvertFrom-Json | Get-ConnectUserRequest } }
        @{ Form = { $requests | Export-Clixml "$TestDrive/r.xml"; Import-Clixml "$TestDrive/r.xml" | Get-ConnectUserRequest } }
        @{ Form = { $requests | Export-Csv "$TestDrive/r.csv"; Import-Csv "$TestDrive/r.csv" | Get-ConnectUserRequest } }
        @{ Form = { Get-ConnectUserRequest -InputObject $requests[0]; Get-ConnectUserRequest -InputObject $requests[1] } }
    ) {
        $requests = Add-Request 'a.a', 'b.b'
        $read = @(& $Form)
        $read.RequestToken | Should -Be $requests.RequestToken
        $read.User | Should -Be $requests.User
        Get-CallCount 'GetResourceRequestStatus' | Should -Be 2
        Get-CallCount 'ListResourceRequests' | Should -Be 0
    }

    It 'leads from a request to its user' {
        $arn = Add-TestUser 'old.name'
        (Set-ConnectUser $arn -LastName 'New' -NoWait | Get-ConnectUserRequest | Get-ConnectUser).Username | Should -Be 'old.name'
    }

    It 'says of an unknown token how long AWS keeps requests' {
        $token = '00000000-dead-4000-8000-000000000000'
        $failure = Assert-Failure 'RequestTokenNotFound' { Get-ConnectUserRequest $token }
        $failure.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        "$failure" | Should -BeLike "*$token*"
        "$failure" | Should -BeLike "*$($simulator.Region)*"
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*7 days*'
        $failure.TargetObject | Should -Be $token
    }

    It 'refuses <Given> before any call' -ForEach @(
        @{ Id = 'InvalidValue'; Given = { 'not a token!' | Get-ConnectUserRequest } }
        @{ Id = 'InvalidValue'; Given = { ('x' * 129) | Get-ConnectUserRequest } }
        @{ Id = 'MissingIdentity'; Given = { Get-ConnectUserRequest -RequestToken ' ' } }
        @{ Id = 'MissingIdentity'; Given = { @{ Username = 'ada.li' } | Get-ConnectUserRequest } }
        @{ Id = 'MissingIdentity'; Given = { [pscustomobject]@{ RequestToken = ''; Region = 'eu-west-2' } | Get-ConnectUserRequest } }
        @{ Id = 'RegionMismatch'; Given = { [pscustomobject]@{ RequestToken = 'abc'; Region = 'us-east-1' } | Get-ConnectUserRequest -Region 'eu-west-2' } }
    ) {
        (Assert-Failure $Id $Given).CategoryInfo.Category | Should -Be 'InvalidArgument'
        $simulator.CallCount | Should -Be 0
    }

    It 'goes on after a bad token' {
        $requests = Add-Request 'a.a'
        (Get-Result { 'b!', $requests[0].RequestToken | Get-ConnectUserRequest }).Output | Should -HaveCount 1
    }

    It 'lists every request, newest first, and names those that have not ended' {
        $arn = Add-TestUser 'old.name'
        $null = Add-Request 'a.a'
        $null = Set-ConnectUser $arn -LastName 'New' -NoWait
        $null = Add-Request 'z.z'
        $simulator.ClearCalls()
        Get-ConnectUserRequest | ForEach-Object { "$($_.User) $($_.Operation)" } | Should -Be 'z.z CREATE', "$arn UPDATE", 'a.a CREATE'
        Get-CallCount 'ListResourceRequests' | Should -Be 1
        Get-CallCount 'GetResourceRequestStatus' | Should -Be 2 -Because 'the list has the ARN of the third'
    }

    It 'finds a removal by the name in another request' {
        $arn = Add-TestUser 'old.name'
        $null = Set-ConnectUser $arn -LastName 'New' -NoWait | Stop-ConnectUserRequest -PassThru | Wait-ConnectUserRequest
        $null = Remove-ConnectUser $arn -Force -NoWait
        Get-ConnectUserRequest -Username 'old.*' | ForEach-Object { "$($_.User) $($_.Operation)" } | Should -Be 'old.name DELETE', 'old.name UPDATE'
    }

    It 'refuses other values of -<Name>' -ForEach @{ Name = 'Status'; Value = 'DONE' }, @{ Name = 'Operation'; Value = 'READ' } {
        $filter = @{ $Name = $Value }
        $failures = @((Get-Result { Get-ConnectUserRequest @filter }).Error)
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError*'
    }

    It 'completes the values of -Operation and -Status' {
        foreach ($line in 'Get-ConnectUserRequest -Operation U', 'Get-ConnectUserRequest -Status CANCEL_C') {
            (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -BeIn 'UPDATE', 'CANCEL_COMPLETE'
        }
    }

    It 'lists several Regions, and looks for a token in each' {
        $requests = Add-Request 'a.a'
        $regions = @{ Region = 'us-east-1', 'eu-west-2' }
        $simulator.ClearCalls()
        (Get-ConnectUserRequest @regions).Region | Should -Be 'eu-west-2'
        Get-CallCount 'ListResourceRequests' | Should -Be 2
        (Get-ConnectUserRequest $requests[0].RequestToken @regions).Region | Should -Be 'eu-west-2'
        ($requests[0] | Get-ConnectUserRequest @regions).Region | Should -Be 'eu-west-2'
        "$(Assert-Failure 'RequestTokenNotFound' { Get-ConnectUserRequest 'abc' @regions })" | Should -BeLike '*us-east-1 or eu-west-2*'
    }

    It 'shows the password nowhere' {
        $result = Get-Result {
            $DebugPreference = 'Continue'
            Add-Request 'a.a'
            Get-ConnectUserRequest -Username '*' -Verbose
            Get-ConnectUserRequest -Status IN_PROGRESS, PENDING
        }
        $result.Error | Should -BeNullOrEmpty
        $result.Output | Should -Not -BeNullOrEmpty
        $result.Debug | Should -Not -BeNullOrEmpty
        $texts = @($result.Output.PSObject.Properties.Value) + $result.Verbose + $result.Debug | ForEach-Object { "$_" }
        $texts | Should -Not -BeLike '*Correct7Horse*'
    }
}

Describe 'Get-ConnectUserRequest, filters' {
    BeforeAll {
        $simulator = Start-TestSimulator -UserCount 0 -HandlerSeconds 3600
        $arn = Add-TestUser 'old.name'
        $requests = Add-Request 'a.a', 'b.b', 'c.c'
        $requests | Where-Object User -EQ 'c.c' | Stop-ConnectUserRequest
        $null = Set-ConnectUser $arn -LastName 'New' -NoWait
        # The first tenth of a request's life, and 0.2 seconds at most, is PENDING; a cancellation takes a while too.
        foreach ($status in 'PENDING', 'CANCEL_IN_PROGRESS') {
            for ($poll = 0; $poll -lt 600 -and (Get-ConnectUserRequest -Status $status); $poll++) {
                Start-Sleep -Milliseconds 50
            }
        }
    }

    It 'lists with <Filter> <Users>' -ForEach @(
        @{ Filter = { @{ Operation = 'create'; Status = 'IN_PROGRESS' } }; Users = 'a.a', 'b.b' }
        @{ Filter = { @{ Operation = 'create' } }; Users = 'a.a', 'b.b', 'c.c' }
        @{ Filter = { @{ Operation = 'UPDATE' } }; Users = @('old.name') }
        @{ Filter = { @{ Operation = 'DELETE' } }; Users = $null }
        @{ Filter = { @{ Operation = 'CREATE', 'UPDATE'; Status = 'in_progress' } }; Users = 'a.a', 'b.b', 'old.name' }
        @{ Filter = { @{ Status = 'SUCCESS', 'FAILED' } }; Users = $null }
        @{ Filter = { @{ OperationStatus = 'CANCEL_IN_PROGRESS', 'CANCEL_COMPLETE' } }; Users = @('c.c') }
        @{ Filter = { @{ Username = 'a.a' } }; Users = @('a.a') }
        @{ Filter = { @{ Username = '*.NAME', 'b*' } }; Users = 'b.b', 'old.name' }
        @{ Filter = { @{ Username = 'nobody' } }; Users = $null }
        @{ Filter = { @{ Identifier = $arn } }; Users = @('old.name') }
        @{ Filter = { @{ Operation = 'CREATE'; Identifier = $arn } }; Users = $null }
    ) {
        $filters = & $Filter
        Get-ConnectUserRequest @filters | ForEach-Object { if ($_.User -eq $arn) { 'old.name' } else { $_.User } } | Sort-Object | Should -Be $Users
    }
}

Describe 'Get-ConnectUserRequest, paging' {
    BeforeAll {
        $simulator = Start-TestSimulator -UserCount 0 -HandlerSeconds 3600
        $null = Add-AcceptedRequest 230
        $all = @((Get-ConnectUserRequest).RequestToken)
    }

    BeforeEach {
        $simulator.ClearCalls()
    }

    It 'lists all pages' {
        (Get-ConnectUserRequest).RequestToken | Select-Object -Unique | Should -HaveCount 230
        Get-CallCount 'ListResourceRequests' | Should -Be 3
    }

    It 'fetches no page and reads no request beyond -First' {
        (Get-ConnectUserRequest -First 5 -Skip 7).RequestToken | Should -Be $all[7..11]
        Get-CallCount 'ListResourceRequests' | Should -Be 1
        Get-CallCount 'GetResourceRequestStatus' | Should -Be 5
    }

    It 'reads no request that -Skip leaves out' {
        (Get-ConnectUserRequest -Skip 228).RequestToken | Should -Be $all[228, 229]
        Get-CallCount 'GetResourceRequestStatus' | Should -Be 2
    }

    It 'stops when Select-Object has enough' {
        (Get-ConnectUserRequest -ThrottleLimit 4 | Select-Object -First 3).RequestToken | Should -Be $all[0..2]
        Get-CallCount 'ListResourceRequests' | Should -Be 1
        Get-CallCount 'GetResourceRequestStatus' | Should -BeLessThan 20
    }

    It 'counts with -IncludeTotalCount' {
        $counted = @(Get-ConnectUserRequest -IncludeTotalCount -First 1)
        $counted | Should -HaveCount 2
        $counted[0] | Should -Be 230
    }
}
