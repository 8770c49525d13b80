BeforeAll {
    . (Join-Path $PSScriptRoot 'Seed.ps1')
    $gone = "$instance/agent/00000000-0000-4000-8000-00000000dead"
}

Describe 'Remove-ConnectUser' {
    BeforeEach {
        $simulator = Start-TestSimulator -UserCount 0
        $ben = Add-TestUser 'ben'
        $mia = Add-TestUser 'mia'
    }

    It 'does not ask with <Keys>' -ForEach @(
        @{ Keys = '-Force'; More = @{ Force = $true } }
        @{ Keys = '-Confirm:$false'; More = @{ Confirm = $false } }
    ) {
        # A prompt would be an error: the tests run without a prompt.
        Remove-ConnectUser $ben @More -ErrorAction Stop | Should -BeNullOrEmpty
        $simulator.UserCount | Should -Be 1
    }

    It 'removes piped users' {
        Get-ConnectUser | Remove-ConnectUser -Force | Should -BeNullOrEmpty
        $simulator.UserCount | Should -Be 0
        Get-CallCount 'DeleteResource' | Should -Be 2
    }

    It 'removes the users of a CSV file' {
        "Username,InstanceArn`nben,contact-centre`nmia,contact-centre" | ConvertFrom-Csv | Remove-ConnectUser -Confirm:$false
        $simulator.UserCount | Should -Be 0
    }

    It 'removes by username within an instance' {
        Remove-ConnectUser -Username 'ben', 'MIA' -InstanceArn 'contact-centre' -Force
        $simulator.UserCount | Should -Be 0
        (Assert-Failure 'NotFound' { Remove-ConnectUser -Username 'ben' -InstanceArn 'contact-centre' -Force }).TargetObject | Should -Be 'ben'
    }

    It 'reports an input that is the user of an earlier one, with and without -WhatIf' {
        foreach ($whatIf in $true, $false) {
            "$(Assert-Failure 'NotFound' { Remove-ConnectUser -Username 'ben', 'BEN' -InstanceArn 'contact-centre' -Force -WhatIf:$whatIf })" | Should -BeLike 'BEN: *earlier input*'
        }

        Remove-ConnectUser $mia, $mia -Force -IgnoreNotFound
        $simulator.UserCount | Should -Be 0
    }

    It 'takes whole usernames alone, also with -IgnoreNotFound: <Name>' -ForEach @(
        'b*', '?en', '[b]en' | ForEach-Object {
            @{ Name = $_; Removal = { Remove-ConnectUser -Username $Name -InstanceArn 'contact-centre' -Force } }
            @{ Name = $_; Removal = { Remove-ConnectUser -Username $Name -InstanceArn 'contact-centre' -Force -IgnoreNotFound } }
            @{ Name = $_; Removal = { @{ Username = $Name; InstanceArn = $instance } | Remove-ConnectUser -WhatIf -IgnoreNotFound } }
        }
    ) {
        $failure = Assert-Failure 'NotFound' $Removal
        $failure.ErrorDetails.RecommendedAction | Should -BeLike "*whole usernames*Get-ConnectUser -Username '$([WildcardPattern]::Escape($Name))'*"
        $simulator.UserCount | Should -Be 2
    }

    It 'does not take for a user that is gone what cannot be a username: <Text>' -ForEach @(
        @{ Text = { 'ben,mia' } }
        @{ Text = { 'ben mia' } }
        @{ Text = { $ben } }
    ) {
        $null = Assert-Failure 'NotFound' { Remove-ConnectUser -Username (& $Text) -InstanceArn 'contact-centre' -Force -IgnoreNotFound }
        $simulator.UserCount | Should -Be 2
    }

    It 'names a user that is gone, and removes the others' {
        $failure = Assert-Failure 'NotFound' { $gone, $ben | Remove-ConnectUser -Force }
        $failure.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        "$failure" | Should -BeExactly "'agent/00000000-0000-4000-8000-00000000dead' was not found in $($instance.Split(':')[-1]) in eu-west-2."
        $failure.TargetObject | Should -Be $gone
        $simulator.UserCount | Should -Be 1
    }

    It 'is silent with -IgnoreNotFound about <Users>' -ForEach @(
        @{ Users = 'an ARN'; Removal = { Remove-ConnectUser $gone -Force -IgnoreNotFound } }
        @{ Users = 'a row'; Removal = { @{ UserArn = $gone } | Remove-ConnectUser -Force -IgnoreNotFound } }
        @{ Users = 'a row with a username'; Removal = { @{ UserArn = $gone; Username = 'ben' } | Remove-ConnectUser -Force -IgnoreNotFound } }
        @{ Users = 'a username'; Removal = { Remove-ConnectUser -Username 'nobody' -InstanceArn $instance -Force -IgnoreNotFound } }
    ) {
        $result = Get-Result $Removal
        $result.Error | Should -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
    }

    It 'returns what it removed with -PassThru' {
        (Get-ConnectUser -Username 'mia' | Remove-ConnectUser -Force -PassThru).Username | Should -Be 'mia'
        (Remove-ConnectUser $ben -Force -PassThru).ToString() | Should -Be $ben
    }

    It 'returns with -NoWait the request' {
        $request = Remove-ConnectUser $ben -Force -NoWait
        $request.Operation | Should -Be 'DELETE'
        $request.Identifier | Should -Be $ben
        Get-CallCount 'GetResourceRequestStatus' | Should -Be 0
    }

    It 'refuses a row whose ARN is one user and whose username another: <Row>' -ForEach @(
        @{ Row = { @{ UserArn = $ben; Username = 'mia' } } }
        @{ Row = { [pscustomobject]@{ UserArn = $ben; Username = 'mia'; InstanceArn = $instance } } }
        @{ Row = { Get-ConnectUser $mia | Select-Object -Property Username, UserArn | ForEach-Object { $_.UserArn = $ben; $_ } } }
        @{ Row = { Get-ConnectUser $ben | ForEach-Object { $_.Username = 'mia'; $_ } } }
    ) {
        $failure = Assert-Failure 'UsernameMismatch' { & $Row | Remove-ConnectUser -Force -IgnoreNotFound }
        $failure.CategoryInfo.Category | Should -Be 'InvalidArgument'
        "$failure" | Should -BeLike "*'mia'*"
        "$failure" | Should -BeLike "*'$($ben -replace '.*/(?=agent/)')' is 'ben'*"
        Get-WriteCount | Should -Be 0
    }

    It 'refuses a user whose InstanceArn names another instance than the ARN, as the other commands do: <Row>' -ForEach @(
        @{ Row = { @{ UserArn = $ben; InstanceArn = 'other' } } }
        @{ Row = { @{ UserArn = $ben; InstanceArn = $other.Split('/')[-1] } } }
        @{ Row = { Get-ConnectUser $ben | Select-Object -Property Username, UserArn, @{ n = 'InstanceArn'; e = { $other } } } }
        @{ Row = { Get-ConnectUser $ben | ForEach-Object { $_.InstanceArn = $other; $_ } } }
    ) {
        $other = Add-TestInstance 'other'
        $row = & $Row
        foreach ($command in { Remove-ConnectUser -Force -IgnoreNotFound }, { Get-ConnectUser }) {
            "$(Assert-Failure 'InstanceMismatch' ([scriptblock]::Create("`$row | $command")))" | Should -BeLike '*does not belong to the instance*'
        }

        if ($row -isnot [psobject] -or $row.PSTypeNames[0] -ne 'AwsccConnect.ConnectUser') {
            $null = Assert-Failure 'InstanceMismatch' { $row | Set-ConnectUser -LastName 'Zed' }
        }

        Get-WriteCount | Should -Be 0
    }

    It 'pays no attention to blanks around a username' {
        Remove-ConnectUser -Username ' ben ' -InstanceArn $instance -Force -IgnoreNotFound
        (Get-ConnectUser).Username | Should -Be 'mia'
        $null = Assert-Failure 'MissingIdentity' { Remove-ConnectUser -Username ' ' -InstanceArn $instance -Force -IgnoreNotFound }
    }

    It 'removes a row whose ARN and username agree' {
        @{ UserArn = $ben; Username = 'BEN' } | Remove-ConnectUser -Force
        Get-ConnectUser $mia | Select-Object -Property * | Remove-ConnectUser -Force
        $simulator.UserCount | Should -Be 0
        $null = Assert-Failure 'NotFound' { @{ UserArn = $gone; Username = 'ben' } | Remove-ConnectUser -Force }
    }

    It 'does not read again what was read' {
        $user = Get-ConnectUser $ben
        $simulator.ClearCalls()
        $user | Remove-ConnectUser -Force
        Get-CallCount 'GetResource' | Should -Be 0
        Get-CallCount 'DeleteResource' | Should -Be 1
    }

    It 'pays no attention to edits of a user' {
        $user = Get-ConnectUser $ben
        $user.FirstName = 'Bo'
        $user | Remove-ConnectUser -Force
        $simulator.UserCount | Should -Be 1
    }

    It 'refuses <Identifier> before any call' -ForEach @(
        @{ Identifier = { 'nonsense' } }
        @{ Identifier = { $routing[0] } }
        @{ Identifier = { $instance } }
    ) {
        $null = Assert-Failure 'InvalidArn' { Remove-ConnectUser (& $Identifier) -Force }
        $simulator.CallCount | Should -Be 0
    }

    It 'reports what an earlier run did with the same -RunId' {
        $ben | Remove-ConnectUser -Force -RunId 'leavers-1'
        $ben, $mia | Remove-ConnectUser -Force -RunId 'leavers-1' -PassThru -ErrorAction Stop | Should -HaveCount 2
        $simulator.UserCount | Should -Be 0
    }
}
