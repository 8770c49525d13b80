BeforeAll {
    . (Join-Path $PSScriptRoot 'Stacks.ps1')
    $named = @{ Name = 'team'; InstanceArn = $instance }

    function Get-LiveName {
        (Get-ConnectUser).Username | Sort-Object
    }
}

Describe 'Unpublish-ConnectUserStack' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
    }

    It 'removes the users of the stack and nobody else' {
        Add-OwnedUser 'team' 'ana', 'ben'
        Add-OwnedUser 'team/prd' 'cho'
        Add-OwnedUser 'Team' 'dee'
        $null = Add-TestUser 'eva'
        'Username,InstanceArn', "ana,$instance", "eva,$instance", "new,$instance" | Set-Content $file
        Get-Report (Unpublish-ConnectUserStack $file -Force) | Should -Be 'ana Extra Removed', 'ben Extra Removed'
        Get-LiveName | Should -Be 'cho', 'dee', 'eva'
        Unpublish-ConnectUserStack $file -Force | Should -BeNullOrEmpty -Because 'it is gone'
        Get-Report (Unpublish-ConnectUserStack @named -Environment 'prd' -Force) | Should -Be 'cho Extra Removed'
        Get-LiveName | Should -Be 'dee', 'eva'
    }

    It 'needs no file' {
        Add-OwnedUser 'team' 'ana', 'ben'
        Unpublish-ConnectUserStack @named -Confirm:$false | Should -HaveCount 2
        $simulator.UserCount | Should -Be 0
    }

    It 'keeps protected users, who do not count' {
        Add-OwnedUser 'team' 'a', 'b', 'c', 'd', 'e', 'f'
        'Username,InstanceArn,Protected', "a,$instance,", "B,$instance,yes" | Set-Content $file
        $results = Unpublish-ConnectUserStack $file -Force
        Get-Report $results | Should -Be @(
            'a Extra Removed', 'b Blocked Skipped', 'c Extra Removed', 'd Extra Removed', 'e Extra Removed', 'f Extra Removed'
        )
        ($results | Where-Object Username -EQ 'b').ErrorId | Should -Be 'ProtectedUser'
        $results | Where-Object { $_.Username -ne 'b' -and $_.ErrorId } | Should -BeNullOrEmpty
        Get-LiveName | Should -Be 'b'
    }

    It 'removes more than five only where that many are allowed: <More>' -ForEach @(
        @{ More = { @{} }; Removed = 0; Outcome = 'Skipped TooManyRemovals' }
        @{ More = { @{ Confirm = $false; MaximumRemovals = 6 } }; Removed = 0; Outcome = 'Skipped TooManyRemovals' }
        @{ More = { @{ MaximumRemovals = 7 } }; Removed = 7; Outcome = 'Removed' }
    ) {
        Add-OwnedUser 'team' 'a', 'b', 'c', 'd', 'e', 'f', 'g'
        $more = & $More
        $result = Get-Result { Unpublish-ConnectUserStack @named -Force @more }
        Get-CallCount 'DeleteResource' | Should -Be $Removed
        $simulator.UserCount | Should -Be (7 - $Removed)
        Get-ErrorId $result.Error | Should -Be $(if (-not $Removed) { 'TooManyRemovals' })
        $result.Output | Should -HaveCount 7
        $result.Output | ForEach-Object { "$($_.Outcome) $($_.ErrorId)".Trim() } | Select-Object -Unique | Should -Be $Outcome
    }

    It 'removes nobody where the file has an error' {
        Add-OwnedUser 'team' 'ana'
        'Username,InstanceArn,AutoAccept', "ana,$instance,perhaps" | Set-Content $file
        Get-ErrorId (Get-Result { Unpublish-ConnectUserStack @stack -Force }).Error | Should -Be 'InvalidValue', 'IncompleteStack'
        'Username,InstanceArn', 'ana,no-such-instance' | Set-Content $file
        Get-ErrorId (Get-Result { Unpublish-ConnectUserStack @stack -Force }).Error | Should -Be 'NotFound', 'IncompleteStack'
        Get-WriteCount | Should -Be 0
    }

    It 'takes an emptied file for no stack that is gone' {
        Add-OwnedUser 'team' 'ana'
        'Username,InstanceArn' | Set-Content $file
        $null = Assert-Failure 'EmptyStack' { Unpublish-ConnectUserStack $file -Force }
        (Unpublish-ConnectUserStack @stack -Force).Outcome | Should -Be 'Removed'
    }

    It 'keeps all where one live user cannot be read' {
        Add-OwnedUser 'team' 'ana', 'ben'
        $simulator.Faults.AddJson('[{ "operation": "GetResource", "kind": "Exception", "exceptionName": "AccessDeniedException", "count": 1 }]')
        $failures = @((Get-Result { Unpublish-ConnectUserStack @named -Force }).Error)
        $failures | Should -HaveCount 2
        Get-ErrorId $failures[-1] | Should -Be 'IncompleteStack'
        Get-WriteCount | Should -Be 0
    }

    It 'reports a removal that fails, and removes the others' {
        Add-OwnedUser 'team' 'ana', 'ben', 'cho'
        $simulator.Faults.AddJson('[{ "operation": "DeleteResource", "kind": "HandlerError", "errorCode": "InvalidRequest", "count": 1 }]')
        $result = Get-Result { Unpublish-ConnectUserStack @named -Force }
        $result.Error | Should -HaveCount 1
        Get-ErrorId $result.Error | Should -Be 'InvalidRequest'
        $result.Output | ForEach-Object { "$($_.Outcome)" } | Sort-Object | Should -Be 'Failed', 'Removed', 'Removed'
        $simulator.UserCount | Should -Be 1
    }

    It 'needs the instance where there is no file' {
        { Unpublish-ConnectUserStack -Name 'team' -Force -ErrorAction Stop } | Should -Throw '*InstanceArn*'
    }

    It 'can be repeated with the same -RunId' {
        Add-OwnedUser 'team' 'ana', 'ben'
        (Unpublish-ConnectUserStack @named -Force -RunId 'down-1').Outcome | Should -Be 'Removed', 'Removed'
        $again = Get-Result { Unpublish-ConnectUserStack @named -Force -RunId 'down-1' }
        $again.Output + $again.Error | Should -BeNullOrEmpty
        "$($again.Warning)" | Should -BeLike "*'team'*nothing was removed*"
        $simulator.FindUser('ana') | Should -BeNullOrEmpty
    }
}
